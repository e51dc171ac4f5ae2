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
    private static readonly Option<string> Out = new("--out") { DefaultValueFactory = _ => "example-out", Description = "Folder for the figures." };

    public static Command Create() => new Command("example", "Run one of the toolbox's own examples on MNIST and check the error that it asserts.")
    {
        Name, DataFile.Option, Out,
    }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        string name = parse.GetRequiredValue(Name), figures = parse.GetRequiredValue(Out);
        var output = parse.InvocationConfiguration.Output;
        var mnist = Mnist.Load(DataFile.Find(parse));
        Directory.CreateDirectory(figures);
        Display.Writer = output;
        bool passed = true;
        long start = Stopwatch.GetTimestamp();
        foreach (var experiment in Run(name, mnist, figures))
        {
            cancel.ThrowIfCancellationRequested();
            string limit = experiment.Limit is { } below ? Invariant($" ({(experiment.Passed ? "" : "NOT ")}below {below})") : "";
            output.WriteLine(Invariant($"{experiment.Name}: {experiment.Measure} {experiment.Value:G5}{limit}, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
            passed &= experiment.Passed;
            start = Stopwatch.GetTimestamp();
        }
        output.WriteLine($"figures: {figures}");
        return passed ? CommandLine.Done : CommandLine.No;
    }

    /// <summary>Runs an example, drawing what Octave draws for the same seed.</summary>
    public static IEnumerable<Experiment> Run(string name, Mnist mnist, string figures)
    {
        using var stream = RandStream.Use(new OctaveStream());
        foreach (var experiment in Examples[name](mnist, figures))
            yield return experiment;
    }
}
