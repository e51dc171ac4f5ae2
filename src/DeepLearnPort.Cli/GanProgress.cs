using Spectre.Console;
using static System.FormattableString;

namespace DeepLearnPort.Cli;

/// <summary>What <c>dlport gan</c> prints.</summary>
internal static class GanProgress
{
    /// <summary>Shows a run while it goes on: a live bar on a terminal, ten lines where the output goes elsewhere.</summary>
    public static void Show(TextWriter output, GanRun run, Action<Action<Alternation>> train)
    {
        int iterations = run.Gan.Options.Iterations;
        if (Console.IsOutputRedirected || !Bar.IsPossible)
        {
            train(row =>
            {
                if (row.iteration % Math.Max(1, iterations / 10) == 0)
                    output.WriteLine(Line(row, iterations));
            });
            return;
        }
        Bar.Show(output, iterations, train);
        if (run.Log.Count > 0) // the bar is gone
            output.WriteLine(Line(run.Log[^1], iterations));
    }

    /// <summary>What was written, and how it went.</summary>
    public static void Summarise(TextWriter output, GanRun run, string directory)
    {
        if (run.Log.Count == 0)
            return;
        var options = run.Gan.Options;
        string[] files = ["report.html", "log.csv", "losses.png", options.Gaussian ? "gaussian.png" : "nearest.png",
            $"{run.LastSamples}", "networks.mat"];
        string[] made = [.. files.Where(file => file != "" && !run.Failures.ContainsKey(file))];
        output.WriteLine($"{directory}: {string.Join(", ", made).Replace("report.html", "report.html (open it first)")}");
        foreach (var (file, reason) in run.Failures)
            output.WriteLine($"{file} could not be made: {CommandLine.OneLine(reason)}");
        output.WriteLine(run.Verdict);
        var listing = GanPresets.Get("article");
        listing = listing with { Iterations = options.Iterations, Engine = options.Engine, Seed = options.Seed };
        if (options == listing && IsMnist(run.Gan.Data))
            output.WriteLine(
                "With the listing's settings that picture is a bright speckle. The digit-like shape that the article shows "
                + "comes with the toolbox's own defaults: --preset figure.");
    }

    private static bool IsMnist(RealData data) => data is { Count: 60000, Pixels: 784 };

    private static string Line(Alternation row, int iterations) => Invariant(
        $"alternation {row.iteration}/{iterations}: loss D {row.loss_d:G4}, G {row.loss_g:G4}, ")
        + Invariant($"D(x) {row.d_real:F3}, D(G(z)) {row.d_fake:F3}, {row.seconds:F0} s");

    private static class Bar
    {
        public static bool IsPossible => AnsiConsole.Profile.Capabilities.Interactive;

        public static void Show(TextWriter output, int iterations, Action<Action<Alternation>> train) =>
            AnsiConsole.Create(new() { Out = new Terminal(output) })
            .Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(),
                new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("loss D -, G -", maxValue: iterations);
                train(row =>
                {
                    task.Description = Invariant($"loss D {row.loss_d:0.00000}, G {row.loss_g:0.00000}");
                    task.Value = row.iteration;
                });
            });
    }

    // The terminal by way of a writer that outlives it.
    private sealed class Terminal(TextWriter writer) : IAnsiConsoleOutput
    {
        private readonly AnsiConsoleOutput _console = new(Console.Out);

        public TextWriter Writer => writer;

        public bool IsTerminal => _console.IsTerminal;

        public int Width => _console.Width;

        public int Height => _console.Height;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
