namespace DeepLearnPort;

/// <summary>Writes networks as ONNX models, which other engines run: ONNX Runtime, browsers, phones, accelerators.</summary>
public static class OnnxFile
{
    // Old enough for every engine in use; nothing newer is needed.
    private const int FormatVersion = 7;
    private const int OperatorSet = 13;

    /// <summary>Writes a network as it predicts: <see cref="Toolbox.nnff"/> with <c>testing = 1</c>.</summary>
    /// <param name="path">The file; one that is there is replaced, whole or not at all.</param>
    /// <param name="nn">The network: any activation, any output. With dropout, hidden units are scaled by 1 - fraction, as in testing.</param>
    /// <param name="precision">The numbers that the model computes with.</param>
    /// <remarks>The model's input <c>x</c> is m×size[0] and its output <c>y</c> m×size[^1], samples in rows, m as the caller likes.</remarks>
    /// <exception cref="ArgumentException">The network's fields do not fit each other, or a name in it is unknown.</exception>
    public static void Write(string path, Nn nn, OnnxPrecision precision = OnnxPrecision.Mixed)
    {
        Require.Network(nn);
        var model = Model(new OnnxGraph(precision).Of(nn)).ToByteArray();
        AtomicFile.Write(path, file => file.Write(model));
    }

    // Field numbers: ModelProto and OperatorSetIdProto of onnx.proto.
    private static ProtoMessage Model(ProtoMessage graph) => new ProtoMessage()
        .Add(1, FormatVersion)
        .Add(2, "DeepLearnPort")
        .Add(7, graph)
        .Add(8, new ProtoMessage().Add(1, "").Add(2, OperatorSet));
}
