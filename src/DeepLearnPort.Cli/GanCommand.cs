using System.CommandLine;
using Spectre.Console;
using static System.FormattableString;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport gan</c>: the article's experiment.</summary>
internal static class GanCommand
{
    private static readonly GanOptions Defaults = new();
    private static readonly Option<int> Iterations = Default("--iterations", Defaults.Iterations, "Alternations: one training of D and one of the stack each.");
    private static readonly Option<RandEngine> Engine = Default("--engine", Defaults.Engine, "Whose random streams to draw: matlab or octave.");
    private static readonly Option<uint> Seed = Default("--seed", Defaults.Seed, "State of the streams just before the noise is drawn.");
    private static readonly Option<int> DSteps = Default("--d-steps", Defaults.DSteps, "Trainings of D in an alternation, each on fresh images.");
    private static readonly Option<int> GSteps = Default("--g-steps", Defaults.GSteps, "Trainings of the stack in an alternation.");
    private static readonly Option<int> Num = Default("--num", Defaults.Num, "Real images, and as many generated ones, that a training of D uses.");
    private static readonly Option<double> LearningRate = Default("--learning-rate", Defaults.LearningRate, "Learning rate of D and of the stack.");
    private static readonly Option<double> Dropout = Default("--dropout", Defaults.Dropout, "Dropout fraction of D and of the stack.");
    private static readonly Option<int> SnapshotEvery = Default("--snapshot-every", 100, "Alternations between sample grids.");
    private static readonly Option<FileInfo?> Data = new("--data") { Description = "MAT file with uint8 train_x, images in rows [default: matlab-ref/data/mnist_uint8.mat of this or a parent folder]" };
    private static readonly Option<string> Out = Default("--out", "gan-out", "Folder for the log, pictures, networks and report.");

    public static Command Create() => new Command("gan", "Train the article's GAN on MNIST.")
    {
        Iterations, Engine, Seed, DSteps, GSteps, Num, LearningRate, Dropout, SnapshotEvery, Data, Out,
    }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        var options = new GanOptions
        {
            Iterations = parse.GetValue(Iterations),
            Engine = parse.GetValue(Engine),
            Seed = parse.GetValue(Seed),
            DSteps = parse.GetValue(DSteps),
            GSteps = parse.GetValue(GSteps),
            Num = parse.GetValue(Num),
            LearningRate = parse.GetValue(LearningRate),
            Dropout = parse.GetValue(Dropout),
        };
        string directory = parse.GetValue(Out)!;
        var run = new GanRun(options, ImageSet.Load(DataFile.Find(parse.GetValue(Data))), directory, parse.GetValue(SnapshotEvery));
        var output = parse.InvocationConfiguration.Output;
        bool live = ShowProgress(output, options.Iterations, progress => run.Run(progress, cancel));
        if (live && run.Log.Count > 0) // the bar is gone
            output.WriteLine(Line(run.Log[^1], options.Iterations));
        Summarise(output, options, run, directory);
        return run.Gan.Iteration == options.Iterations ? CommandLine.Done : CommandLine.No;
    }

    // A live bar on a terminal, true; ten lines where output goes elsewhere, false.
    private static bool ShowProgress(TextWriter output, int iterations, Action<Action<Alternation>> run)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
        if (!console.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            run(row =>
            {
                if (row.iteration % Math.Max(1, iterations / 10) == 0)
                    output.WriteLine(Line(row, iterations));
            });
            return false;
        }
        console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("loss D -, G -", maxValue: iterations);
                run(row =>
                {
                    task.Description = Invariant($"loss D {row.loss_d:0.00000}, G {row.loss_g:0.00000}");
                    task.Value = row.iteration;
                });
            });
        return true;
    }

    private static string Line(Alternation row, int iterations) => Invariant(
        $"alternation {row.iteration}/{iterations}: loss D {row.loss_d:G4}, G {row.loss_g:G4}, D(x) {row.d_real:F3}, D(G(z)) {row.d_fake:F3}, {row.seconds:F0} s");

    private static void Summarise(TextWriter output, GanOptions options, GanRun run, string directory)
    {
        if (run.Log.Count == 0)
        {
            output.WriteLine("Stopped before the first alternation ended: nothing was written.");
            return;
        }
        output.WriteLine($"{directory}: report.html (open it first), log.csv, losses.png, {run.LastSamples}, networks.mat");
        output.WriteLine(Invariant($"The samples differ by {run.PixelSpread:F3} a pixel (real digits: 0.17): {(run.PixelSpread < 0.05 ? "one picture whatever the noise, as the article says" : "not yet one picture")}."));
        if (options.LearningRate == Defaults.LearningRate && options.Dropout == Defaults.Dropout)
            output.WriteLine("With the listing's settings that picture is a bright speckle. The digit-like shape that the article shows comes with the toolbox's own defaults: --learning-rate 2 --dropout 0.");
    }

    private static Option<T> Default<T>(string name, T value, string description) => new(name) { DefaultValueFactory = _ => value, Description = description };
}
