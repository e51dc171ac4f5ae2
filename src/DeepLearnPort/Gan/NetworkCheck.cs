namespace DeepLearnPort;

/// <summary>A network out of a file, every field once: what is there has the size that <c>size</c> asks for.</summary>
internal static class NetworkCheck
{
    private static readonly (string Name, Func<Nn, double> Of)[] Settings =
    [
        ("scaling_learningRate", nn => nn.scaling_learningRate), ("weightPenaltyL2", nn => nn.weightPenaltyL2),
        ("nonSparsityPenalty", nn => nn.nonSparsityPenalty), ("sparsityTarget", nn => nn.sparsityTarget),
        ("inputZeroMaskedFraction", nn => nn.inputZeroMaskedFraction), ("dropoutFraction", nn => nn.dropoutFraction),
        ("testing", nn => nn.testing),
        ("learningRate", nn => nn.learningRate), ("momentum", nn => nn.momentum),
    ];

    private const int Rates = 2; // the last two

    /// <summary>Every field has the class and size that the network's layers ask for.</summary>
    /// <exception cref="ArgumentException">One has not; the message names it.</exception>
    public static void RequireComplete(in Nn nn, string name)
    {
        int n = nn.size.Length;
        if (n < 2 || nn.size.Any(units => units < 1))
            throw new ArgumentException(
                $"{name}.size must name at least two layers of one unit or more; is [{string.Join(' ', nn.size)}]");
        if (nn.n != n)
            throw new ArgumentException($"{name}.n must be {n}, the layers of {name}.size; is {nn.n}");
        Require.Name(nn.activation_function, $"{name}.activation_function", "sigm", "tanh_opt", "relu", "leaky_relu");
        Require.Name(nn.output, $"{name}.output", "sigm", "linear", "softmax");
        foreach (var (setting, of) in Settings)
            if (setting.EndsWith("Fraction", StringComparison.Ordinal) && of(nn) is not (>= 0 and <= 1))
                throw new ArgumentException(Invariant($"{name}.{setting} must be from 0 to 1; is {of(nn)}"));
        var size = nn.size;
        RequireCells(nn.W, $"{name}.W", n - 1, i => (size[i + 1], size[i] + 1L), mayMiss: false);
        RequireCells(nn.vW, $"{name}.vW", n - 1, i => (size[i + 1], size[i] + 1L), mayMiss: false);
        RequireCells(nn.dW, $"{name}.dW", n - 1, i => (size[i + 1], size[i] + 1L), mayMiss: true);
        RequireCells(nn.p, $"{name}.p", n, i => (i == 0 ? 0 : 1, i == 0 ? 0 : size[i]), mayMiss: true);
        int m = nn.a.Length == n && nn.a[^1] is { } output ? output.RowCount : 0; // samples of the last pass
        RequireCells(nn.a, $"{name}.a", n, i => (m, size[i] + (i < n - 1 ? 1L : 0)), mayMiss: true);
        RequireCells(nn.dropOutMask, $"{name}.dropOutMask", n - 1, i => i == 0 ? (0, 0) : (m, size[i]), mayMiss: true);
        if (nn.e is not null)
            RequireSize(nn.e, $"{name}.e", m, size[^1], $"to fit {name}.a and {name}.size");
    }

    /// <summary>The network, which is right by itself, is one of the same layers and settings as another.</summary>
    public static void RequireSame(in Nn nn, in Nn like, string name, bool rates)
    {
        if (!nn.size.SequenceEqual(like.size))
            throw new ArgumentException(
                $"{name}.size must be [{string.Join(' ', like.size)}], as the settings say; is [{string.Join(' ', nn.size)}]");
        Require.Name(nn.activation_function, $"{name}.activation_function", like.activation_function);
        Require.Name(nn.output, $"{name}.output", like.output);
        foreach (var (setting, of) in rates ? Settings : Settings[..^Rates])
            if (!of(nn).Equals(of(like)))
                throw new ArgumentException(Invariant($"{name}.{setting} must be {of(like)}, as the settings say; is {of(nn)}"));
    }

    /// <summary>As many matrices as others, of the same sizes.</summary>
    public static void RequireSizes(Cell<Mat> matrices, Cell<Mat> like, string name, string reason)
    {
        if (matrices.Length != like.Length)
            throw new ArgumentException($"{name} must have {like.Length} cells ({reason}); has {matrices.Length}");
        for (int i = 0; i < like.Length; i++)
            RequireSize(matrices[i], $"{name}{{{i + 1}}}", like[i].RowCount, like[i].ColumnCount, reason);
    }

    private static void RequireCells(
        Cell<Mat> cells, string name, int count, Func<int, (long Rows, long Columns)> size, bool mayMiss)
    {
        if (cells.Length == 0 && mayMiss)
            return;
        if (cells.Length != count)
            throw new ArgumentException($"{name} must have {count} cells, to fit size; has {cells.Length}");
        for (int i = 0; i < count; i++)
        {
            var (rows, columns) = size(i);
            if (rows != 0 && columns != 0 || cells[i] is { RowCount: > 0, ColumnCount: > 0 })
                RequireSize(cells[i], $"{name}{{{i + 1}}}", rows, columns, "to fit size");
        }
    }

    private static void RequireSize(Mat? matrix, string name, long rows, long columns, string reason)
    {
        if (matrix is null || matrix.RowCount != rows || matrix.ColumnCount != columns)
        {
            string size = matrix is null ? "empty" : $"{matrix.RowCount}×{matrix.ColumnCount}";
            throw new ArgumentException($"{name} must be {rows}×{columns} ({reason}); is {size}");
        }
    }
}
