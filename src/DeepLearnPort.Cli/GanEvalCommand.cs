using System.CommandLine;
using static System.FormattableString;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport gan-eval</c>: measures the generator of a run.</summary>
internal static class GanEvalCommand
{
    private static readonly Argument<string[]> Networks = new("networks.mat")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "What dlport gan left; several share one classifier.",
    };
    private static readonly Option<int?> Samples = OptionOf.Whole(
        "--samples", "Samples to take (N).", 10, 1_000_000, otherwise: 10000);
    private static readonly Option<uint?> Seed = OptionOf.Seed(
        "--seed", "State of the streams that their noise is drawn from.", 0);

    public static Command Create() => new Command("gan-eval", "Measure generators: Parzen log-likelihood, MNIST score, Fréchet distance, digits covered.")
    {
        Networks, Samples, Seed, DataFile.Option,
    }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        int count = parse.GetValue(Samples)!.Value;
        uint seed = parse.GetValue(Seed)!.Value;
        var generators = parse.GetValue(Networks)!
            .Select(file => (file, Generator.Load(OptionOf.ExistingFile(file, Networks.Name)))).ToArray();
        string data = DataFile.Find(parse);
        var output = parse.InvocationConfiguration.Output;

        var train = ImageSet.Load(data, "train_x", "train_y");
        foreach (var (file, generator) in generators) // before the minute that the classifier takes
            if (generator.Pixels != train.Pixels)
                throw new ArgumentException($"the generator of {file} makes samples of {generator.Pixels} numbers; the images have {train.Pixels} pixels");
        cancel.ThrowIfCancellationRequested();
        var evaluation = new GanEvaluation(train, ImageSet.Load(data, "test_x", "test_y"));
        output.WriteLine(Invariant($"classifier {evaluation.Classifier}: {100 * evaluation.Accuracy:F2} % of the test images right"));
        output.WriteLine("images                     N   Parzen [nats]  sigma  MNIST score  Frechet   part taken for 0 … 9 [%]");
        foreach (var (file, generator) in generators)
        {
            cancel.ThrowIfCancellationRequested();
            var measures = evaluation.Measure(generator, count, new OctaveStream(seed));
            Write(output, measures with { Name = Name(file) });
            output.WriteLine(measures.AsAsked is { } right
                ? Invariant($"  {100 * right:F2} % taken for the digit asked for; {measures.Covered} of 10 digits have 5 to 15 %")
                : $"  {measures.Covered} of 10 digits have 5 to 15 %");
        }
        cancel.ThrowIfCancellationRequested();
        Write(output, evaluation.MeasureReal(count));
        Write(output, evaluation.MeasureNoise(count, new OctaveStream(seed)));
        return CommandLine.Done;
    }

    private static string Name(string file) =>
        Path.Combine(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))!), Path.GetFileName(file));

    private static void Write(TextWriter output, GanMeasures m) => output.WriteLine(Invariant(
        $"{m.Name,-22} {m.Count,5}  {m.Parzen.Mean,7:F1} ± {m.Parzen.StandardError:F1}  {m.Parzen.Sigma:F3}  {m.Score,11:F3}  {m.Frechet,7:F2}   {string.Join(' ', m.Shares.Select(share => Invariant($"{100 * share,4:F1}")))}"));
}
