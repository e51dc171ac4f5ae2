using System.CommandLine;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport sample</c>: pictures from a trained generator.</summary>
internal static class SampleCommand
{
    private const int Columns = 10;
    private static readonly Argument<FileInfo> Networks = new("networks.mat") { Description = "What dlport gan left." };
    private static readonly Option<int> Count = new("--count") { DefaultValueFactory = _ => 100, Description = "How many samples." };
    private static readonly Option<int?> Digit = new("--digit") { Description = "Of a conditional generator: this digit only [a row for each digit in turn]." };
    private static readonly Option<uint> Seed = new("--seed") { Description = "State of the streams that the noise is drawn from." };
    private static readonly Option<string> Out = new("--out") { DefaultValueFactory = _ => "grid.png", Description = "The PNG file." };

    public static Command Create() => new Command("sample", "Make a grid of samples with the generator of a run.")
    {
        Networks, Count, Digit, Seed, Out,
    }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        int count = parse.GetValue(Count);
        if (count < 1)
            throw new ArgumentException($"--count must be at least 1; was {count}");
        var generator = Generator.Load(parse.GetValue(Networks)!.FullName);
        if (generator.Pixels == 1)
            throw new ArgumentException("the generator makes numbers, not images: look at the gaussian.png beside it");
        int? digit = parse.GetValue(Digit);
        if (digit is not null && !generator.IsConditional)
            throw new ArgumentException("--digit needs a conditional generator, which this one is not");
        if (digit is < 0 or > 9)
            throw new ArgumentException($"--digit must be from 0 to 9; was {digit}");
        int[] digits = generator.IsConditional ? [.. Enumerable.Range(0, count).Select(i => digit ?? i / Columns % RealData.Classes)] : [];
        string path = parse.GetValue(Out)!;
        ImageGrid.WritePng(path, generator.Sample(count, new OctaveStream(parse.GetValue(Seed)), digits), Math.Min(count, Columns));
        parse.InvocationConfiguration.Output.WriteLine($"{path}: {count} samples");
        return CommandLine.Done;
    }
}
