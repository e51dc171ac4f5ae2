using System.CommandLine;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport export</c>: a network as an ONNX model.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> File =
        OptionOf.PathArgument("nn.mat", "MAT file with a network: MATLAB's nn, or what dlport gan left.");
    private static readonly Argument<string> Onnx = OptionOf.PathArgument("out.onnx", "The model to write.");

    private static readonly Option<string?> Variable = new("--variable")
    {
        Description = "Name of the network in the file [needed where there are several].",
    };

    private static readonly Option<bool> OnlyGenerator = new("--generator")
    {
        Description = "The generator alone of what dlport gan left.",
    };

    private static readonly Option<OnnxPrecision?> Precision = OptionOf.OneOf<OnnxPrecision>(
        "--precision", "mixed: takes and gives float32, computes in float64; "
        + "single: all float32, for engines that have nothing else; double: all float64 [mixed].");

    public static Command Create() => new Command("export", "Write a network as an ONNX model, which other engines run.")
    {
        File, Onnx, Variable, OnlyGenerator, Precision,
    }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        string path = OptionOf.ExistingFile(parse.GetValue(File)!, File.Name), onnx = parse.GetValue(Onnx)!;
        string? variable = parse.GetValue(Variable);
        if (parse.GetValue(OnlyGenerator) && variable is not null)
            throw new ArgumentException("--generator and --variable do not go together");
        var nn = parse.GetValue(OnlyGenerator) ? Generator.Load(path).nn : Network(path, variable);
        OnnxFile.Write(onnx, nn, parse.GetValue(Precision) ?? OnnxPrecision.Mixed);
        parse.InvocationConfiguration.Output.WriteLine($"{onnx}: input x m×{nn.size[0]}, output y m×{nn.size[^1]}");
        return CommandLine.Done;
    }

    private static Nn Network(string path, string? variable)
    {
        if (variable is not null)
            return Network(MatFile.Load(path, variable), $"{variable} in {path}");
        var file = MatFile.Load(path);
        var networks = file.Where(v => IsNetwork(v.Value)).ToList();
        if (networks.Count > 1)
            throw new ArgumentException(
                $"{path} has several networks: choose one with --variable {string.Join(" or ", networks.Select(v => v.Key))}");
        if (networks.Count == 1)
            return MatConvert.To<Nn>(networks[0].Value);
        var others = file.Select(v => OtherKind(v.Value) is { } kind ? $"; {v.Key} is {kind}" : "");
        throw new ArgumentException(
            $"{path} has no variable that is a network (a struct with size and W){string.Concat(others)}");
    }

    private static Nn Network(MatValue value, string name) => IsNetwork(value)
        ? MatConvert.To<Nn>(value)
        : throw new ArgumentException($"{name} is {OtherKind(value) ?? $"{value}, no network (a struct with size and W)"}");

    private static bool IsNetwork(MatValue value) => IsStructWith(value, "size", "W");

    private static bool IsStructWith(MatValue value, params ReadOnlySpan<string> fields)
    {
        if (value is not MatStruct { Count: 1 } given)
            return false;
        foreach (string field in fields)
            if (!given.Fields.Contains(field))
                return false;
        return true;
    }

    // What else the toolbox has, and the way from there to something that can be exported; null for anything else.
    private static string? OtherKind(MatValue value) => value switch
    {
        _ when IsStructWith(value, "rbm") =>
            "a deep belief network: make a network of it first, nn = dbnunfoldtonn(dbn, outputs), and save that",
        _ when IsStructWith(value, "ae") => "a stack of autoencoders: save one of them, ae = sae.ae{1}, "
            + "or the network that took over their weights, nn.W{1} = sae.ae{1}.W{1}",
        _ when IsStructWith(value, "layers") => "a convolutional network: export writes fully connected ones (nn) only",
        _ when IsStructWith(value, "ik") => "a convolutional autoencoder: export writes fully connected networks (nn) only",
        _ when IsStructWith(value, "vW", "vb") => "a restricted Boltzmann machine: make a network of its deep belief network, "
            + "nn = dbnunfoldtonn(dbn, outputs), and save that",
        MatCell cell when cell.Any(IsNetwork) => "a cell of networks: save the one to export in a variable of its own",
        MatCell { Count: 1 } cell => OtherKind(cell[0]),
        _ => null,
    };
}
