using System.CommandLine;
using System.Diagnostics;
using static System.FormattableString;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport example</c>: the toolbox's own examples, with its own limits.</summary>
internal static class ExampleCommand
{
    private static readonly Dictionary<string, Func<Mnist, string, IEnumerable<Experiment>>> Examples = new()
    {
        ["nn"] = NnExample.Run,
        ["sae"] = SaeExample.Run,
        ["dbn"] = DbnExample.Run,
        ["cnn"] = CnnExample.Run,
        ["cae"] = CaeExample.Run,
    };

    private static readonly Argument<string> Name = new Argument<string>("name") { Description = "nn: neural net; sae: stacked autoencoder; dbn: deep belief network; cnn: convolutional network; cae: convolutional autoencoder." }
        .AcceptOnlyFromAmong([.. Examples.Keys]);
    private static readonly Option<string?> Out = OptionOf.Path("--out", "Folder for the figures.", "example-out");

    public static Command Create() => new Command("example", "Run one of the toolbox's own examples on MNIST and check the error that it asserts.")
    {
        Name, DataFile.Option, Out,
    }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        string name = parse.GetRequiredValue(Name), figures = parse.GetValue(Out)!;
        if (File.Exists(figures))
            throw new IOException($"{Out.Name}: {figures} is a file, not a folder");
        var output = new ForgivingWriter(parse.InvocationConfiguration.Output);
        var mnist = Mnist.Load(DataFile.Find(parse));
        Directory.CreateDirectory(figures);
        Display.Writer = output;
        int passed = 0, ran = 0;
        long start = Stopwatch.GetTimestamp();
        try
        {
            using (Interruption.By(cancel))
                foreach (var experiment in Run(name, mnist, figures))
                {
                    string limit = experiment.Limit is { } below
                        ? Invariant($" ({(experiment.Passed ? "" : "NOT ")}below {below})")
                        : "";
                    double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                    output.WriteLine(Invariant(
                        $"{experiment.Name}: {experiment.Measure} {experiment.Value:G5}{limit}, {seconds:F1} s"));
                    passed += experiment.Passed ? 1 : 0;
                    ran++;
                    cancel.ThrowIfCancellationRequested();
                    start = Stopwatch.GetTimestamp();
                }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw new StoppedException(
                $"{ran} experiments had come to their end, with their figures in {figures}; dlport example {name} begins again");
        }
        output.WriteLine($"figures: {figures}");
        if (output.Lost is { } lost)
            throw new IOException(
                $"the example ran to its end, figures are in {figures}, but its output was lost: {lost.Message}", lost);
        return passed == ran ? CommandLine.Done : CommandLine.No;
    }

    /// <summary>Runs an example, drawing what Octave draws for the same seed.</summary>
    public static IEnumerable<Experiment> Run(string name, Mnist mnist, string figures)
    {
        using var stream = RandStream.Use(new OctaveStream());
        foreach (var experiment in Examples[name](mnist, figures))
            yield return experiment;
    }
}
