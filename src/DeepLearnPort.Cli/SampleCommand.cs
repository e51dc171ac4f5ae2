using System.CommandLine;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport sample</c>: pictures from a trained generator.</summary>
internal static class SampleCommand
{
    private const int Columns = 10;
    private static readonly Argument<string> Networks = OptionOf.PathArgument("networks.mat", "What dlport gan left.");
    private static readonly Option<int?> Count = OptionOf.Whole("--count", "How many samples.", 1, 1_000_000, otherwise: 100);
    private static readonly Option<int?> Digit = OptionOf.Whole(
        "--digit", "Of a conditional generator: this digit only [a row for each digit in turn].", 0, RealData.Classes - 1);
    private static readonly Option<uint?> Seed = OptionOf.Seed("--seed", "State of the streams that the noise is drawn from.", 0);
    private static readonly Option<string?> Out = OptionOf.Path("--out", "The PNG file.", "grid.png");

    public static Command Create() => new Command("sample", "Make a grid of samples with the generator of a run.")
    {
        Networks, Count, Digit, Seed, Out,
    }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        int count = parse.GetValue(Count)!.Value;
        var generator = Generator.Load(OptionOf.ExistingFile(parse.GetValue(Networks)!, Networks.Name));
        if (generator.Pixels == 1)
            throw new ArgumentException("the generator makes numbers, not images: look at the gaussian.png beside it");
        int? digit = parse.GetValue(Digit);
        if (digit is not null && !generator.IsConditional)
            throw new ArgumentException("--digit needs a conditional generator, which this one is not");
        int[] digits = generator.IsConditional ? [.. Enumerable.Range(0, count).Select(i => digit ?? i / Columns % RealData.Classes)] : [];
        string path = parse.GetValue(Out)!;
        var samples = generator.Sample(count, new OctaveStream(parse.GetValue(Seed)!.Value), digits);
        cancel.ThrowIfCancellationRequested();
        ImageGrid.WritePng(path, samples, Math.Min(count, Columns), height: generator.Height);
        parse.InvocationConfiguration.Output.WriteLine($"{path}: {count} samples");
        return CommandLine.Done;
    }
}
