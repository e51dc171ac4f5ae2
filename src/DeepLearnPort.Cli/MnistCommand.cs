using System.CommandLine;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport mnist</c>: makes the data file of the examples.</summary>
internal static class MnistCommand
{
    private static readonly Argument<DirectoryInfo> Folder = new("idx-folder") { Description = "Holds train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, plain or with .gz." };
    private static readonly Argument<FileInfo> Out = new("out.mat") { Description = "The MAT file to write." };

    private static readonly Option<string> Order = new Option<string>("--order")
    {
        Description = "How the images stand: as in the four files, or shuffled as in the toolbox's own mnist_uint8.mat.",
        DefaultValueFactory = _ => "idx",
    }.AcceptOnlyFromAmong("idx", "toolbox");

    public static Command Create() =>
        new Command("mnist", "Make mnist_uint8.mat, which gan and the examples read, of MNIST's four IDX files.") { Folder, Out, Order }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        string file = parse.GetValue(Out)!.FullName;
        MnistFile.Make(parse.GetValue(Folder)!.FullName, file, toolboxOrder: parse.GetValue(Order) == "toolbox");
        parse.InvocationConfiguration.Output.WriteLine($"{file}: {string.Join(", ", MatFile.List(file).Select(v => $"{v.Name} {v.Size}"))}");
        return CommandLine.Done;
    }
}
