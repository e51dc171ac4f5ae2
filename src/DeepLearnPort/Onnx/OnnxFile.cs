namespace DeepLearnPort;

/// <summary>Writes networks as ONNX models, which other engines run: ONNX Runtime, browsers, phones, accelerators.</summary>
public static class OnnxFile
{
    // Old enough for every engine in use; nothing newer is needed.
    private const int FormatVersion = 7;
    private const int OperatorSet = 13;

    /// <summary>Writes a network as it predicts: <see cref="Toolbox.nnff"/> with <c>testing = 1</c>.</summary>
    /// <param name="path">The file; one that is there is replaced, whole or not at all.</param>
    /// <param name="nn">
    /// The network: any activation, any output. With dropout, hidden units are scaled by 1 - fraction, as in testing.
    /// </param>
    /// <param name="precision">The numbers that the model computes with.</param>
    /// <remarks>
    /// The model's input <c>x</c> is m×size[0] and its output <c>y</c> m×size[^1], samples in rows, m as the caller likes.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The path is null.</exception>
    /// <exception cref="ArgumentException">
    /// The network's fields do not fit each other, a name in it is unknown, or a weight is not finite, or not in single
    /// precision where that is asked for.
    /// </exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Nn nn, OnnxPrecision precision = OnnxPrecision.Mixed)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Enum.IsDefined(precision))
            throw new ArgumentOutOfRangeException(nameof(precision),
                $"precision must be {string.Join(", ", Enum.GetNames<OnnxPrecision>())}; was {precision}");
        Require.Network(nn);
        RequireFinite(nn, precision);
        var model = Model(new OnnxGraph(precision).Of(nn)).ToByteArray();
        AtomicFile.Write(path, file => file.Write(model));
    }

    // A model with NaN in it says nothing, and what reads it does not say why.
    private static void RequireFinite(in Nn nn, OnnxPrecision precision)
    {
        double largest = precision == OnnxPrecision.Single ? float.MaxValue : double.MaxValue;
        for (int i = 0; i < nn.n - 1; i++)
            if (nn.W[i].Find(weight => !(Math.Abs(weight) <= largest)) is (var row, var column, var weight))
            {
                string name = $"nn.W{{{i + 1}}}";
                throw new ArgumentException(
                    Invariant($"{name} must hold numbers up to {largest:G3}; {name}({row + 1},{column + 1}) is {weight}"), nameof(nn));
            }
        if (!double.IsFinite(nn.dropoutFraction))
            throw new ArgumentException(Invariant($"nn.dropoutFraction must be finite; is {nn.dropoutFraction}"), nameof(nn));
    }

    // Field numbers: ModelProto and OperatorSetIdProto of onnx.proto.
    private static ProtoMessage Model(ProtoMessage graph) => new ProtoMessage()
        .Add(1, FormatVersion)
        .Add(2, "DeepLearnPort")
        .Add(7, graph)
        .Add(8, new ProtoMessage().Add(1, "").Add(2, OperatorSet));
}
