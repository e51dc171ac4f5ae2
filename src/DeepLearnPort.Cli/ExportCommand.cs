using System.CommandLine;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport export</c>: a network as an ONNX model.</summary>
internal static class ExportCommand
{
    private static readonly Argument<FileInfo> File = new("nn.mat") { Description = "MAT file with a network: MATLAB's nn, or what dlport gan left." };
    private static readonly Argument<string> Onnx = new("out.onnx") { Description = "The model to write." };
    private static readonly Option<string?> Variable = new("--variable") { Description = "Name of the network in the file [needed where there are several]." };
    private static readonly Option<bool> OnlyGenerator = new("--generator") { Description = "The generator alone of what dlport gan left." };
    private static readonly Option<OnnxPrecision> Precision = new("--precision")
    {
        Description = "mixed: takes and gives float32, computes in float64; single: all float32, for engines that have nothing else; double: all float64 [mixed].",
    };

    public static Command Create() => new Command("export", "Write a network as an ONNX model, which other engines run.")
    {
        File, Onnx, Variable, OnlyGenerator, Precision,
    }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        string path = parse.GetRequiredValue(File).FullName, onnx = parse.GetRequiredValue(Onnx);
        string? variable = parse.GetValue(Variable);
        if (parse.GetValue(OnlyGenerator) && variable is not null)
            throw new ArgumentException("--generator and --variable do not go together");
        var nn = parse.GetValue(OnlyGenerator) ? Generator.Load(path).nn : Network(path, variable);
        OnnxFile.Write(onnx, nn, parse.GetValue(Precision));
        parse.InvocationConfiguration.Output.WriteLine($"{onnx}: input x m×{nn.size[0]}, output y m×{nn.size[^1]}");
        return CommandLine.Done;
    }

    private static Nn Network(string path, string? variable)
    {
        if (variable is not null)
            return MatConvert.To<Nn>(MatFile.Load(path, variable));
        var networks = MatFile.Load(path).Where(v => v.Value is MatStruct { Count: 1, Fields: var fields } && fields.Contains("size") && fields.Contains("W")).ToList();
        return networks.Count switch
        {
            1 => MatConvert.To<Nn>(networks[0].Value),
            0 => throw new ArgumentException($"{path} has no variable that is a network (a struct with size and W)"),
            _ => throw new ArgumentException($"{path} has several networks: choose one with --variable {string.Join(" or ", networks.Select(v => v.Key))}"),
        };
    }
}
