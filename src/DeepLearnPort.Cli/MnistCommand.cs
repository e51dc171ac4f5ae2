using System.CommandLine;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport mnist</c>: makes the data file of the examples.</summary>
internal static class MnistCommand
{
    private static readonly Argument<string> Folder = OptionOf.PathArgument(
        "idx-folder", "Holds train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and "
        + "t10k-labels-idx1-ubyte, plain or with .gz.");
    private static readonly Argument<string> Out = OptionOf.PathArgument("out.mat", "The MAT file to write.");
    private static readonly Option<string?> Order = OptionOf.OneOf(
        "--order", "How the images stand: as in the four files, idx, or shuffled as in the toolbox's own mnist_uint8.mat, "
        + "toolbox [idx].",
        "idx", "toolbox");

    public static Command Create() =>
        new Command("mnist", "Make mnist_uint8.mat, which gan and the examples read, of MNIST's four IDX files.")
        {
            Folder, Out, Order,
        }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        string folder = parse.GetValue(Folder)!, file = parse.GetValue(Out)!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{Folder.Name}: there is no folder {folder}");
        var made = MnistFile.Make(folder, file, parse.GetValue(Order) == "toolbox", cancel);
        parse.InvocationConfiguration.Output.WriteLine(
            $"{file}: {string.Join(", ", made.Select(v => $"{v.Key} {v.Value.Size}"))}");
        return CommandLine.Done;
    }
}
