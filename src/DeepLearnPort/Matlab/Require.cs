namespace DeepLearnPort;

/// <summary>Checks of arguments at the public edge: each says what was required and what was given.</summary>
internal static class Require
{
    /// <summary>
    /// A matrix that the code behind the public edge may read as an array: there, of as many numbers as its size says, and dense. One stored
    /// otherwise (sparse, diagonal) is copied here, once, where every later read would copy it again.
    /// </summary>
    /// <param name="matrix">What was given.</param>
    /// <param name="name">The argument, or the field by its MATLAB name, e.g. <c>nn.W{2}</c>.</param>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    /// <exception cref="ArgumentException">Its size does not fit its numbers, as beyond 2^31 of them.</exception>
    public static Mat Dense(Mat? matrix, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        int count = Count(matrix.RowCount, matrix.ColumnCount, name);
        var values = matrix.AsColumnMajorArray();
        if (values is null)
            return Mat.Build.DenseOfColumnMajor(matrix.RowCount, matrix.ColumnCount, matrix.ToColumnMajorArray());
        if (values.Length != count)
            throw new ArgumentException($"{name} is {matrix.RowCount}×{matrix.ColumnCount} but holds {values.Length} numbers", name);
        return matrix;
    }

    /// <summary>A dense matrix of this size.</summary>
    /// <param name="matrix">What was given.</param>
    /// <param name="name">The argument, or the field by its MATLAB name, e.g. <c>nn.W{2}</c>.</param>
    /// <param name="rows">How many rows it must have.</param>
    /// <param name="columns">How many columns it must have.</param>
    /// <param name="reason">Why, e.g. <c>to fit nn.size</c>.</param>
    /// <exception cref="ArgumentException">It is missing, or of another size.</exception>
    public static Mat Sized(Mat? matrix, string name, int rows, int columns, string reason)
    {
        var dense = Dense(matrix, name);
        return dense.RowCount == rows && dense.ColumnCount == columns
            ? dense
            : throw new ArgumentException($"{name} must be {rows}×{columns} ({reason}); is {dense.RowCount}×{dense.ColumnCount}", name);
    }

    /// <summary>How many numbers a size asks for, where an array and this machine can hold them.</summary>
    /// <param name="rows">Rows, 0 or more.</param>
    /// <param name="columns">Columns, 0 or more.</param>
    /// <param name="what">What was asked for, e.g. <c>zeros(100000,100000)</c>, or an argument's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">There would be more.</exception>
    public static int Count(long rows, long columns, string what)
    {
        double count = (double)rows * columns;
        return count <= Array.MaxLength
            ? WithRoom((int)count, what)
            : throw new ArgumentOutOfRangeException(what,
                Invariant($"{what} would need {Math.Ceiling(count * 8 / 1e9)} GB for {rows}×{columns} numbers; a matrix holds at most {Array.MaxLength} numbers"));
    }

    /// <summary>How many numbers a size asks for, where an array and this machine can hold them.</summary>
    /// <param name="rows">Rows, 0 or more.</param>
    /// <param name="columns">Columns, 0 or more.</param>
    /// <param name="pages">Pages, 0 or more.</param>
    /// <param name="what">What was asked for, e.g. <c>zeros(5000,5000,5000)</c>, or an argument's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">There would be more.</exception>
    public static int Count(long rows, long columns, long pages, string what)
    {
        double count = (double)rows * columns * pages;
        return count <= Array.MaxLength
            ? WithRoom((int)count, what)
            : throw new ArgumentOutOfRangeException(what,
                Invariant($"{what} would need {Math.Ceiling(count * 8 / 1e9)} GB for {rows}×{columns}×{pages} numbers; an array holds at most {Array.MaxLength} numbers"));
    }

    /// <summary>There is room in this machine for what is going to be made.</summary>
    /// <param name="bytes">How much it will take, roughly.</param>
    /// <param name="what">What is made, e.g. a function's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">It will take more than there is.</exception>
    public static void Room(double bytes, string what)
    {
        double room = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (bytes > room)
            throw new ArgumentOutOfRangeException(what, Invariant($"{what} would need {Math.Ceiling(bytes / 1e9)} GB; this machine has {room / 1e9:F1} GB"));
    }

    private static int WithRoom(int count, string what)
    {
        const int Little = 1 << 24; // numbers that any machine has room for
        if (count > Little)
            Room((double)count * sizeof(double), what);
        return count;
    }

    /// <summary>A matrix's size for a message, e.g. <c>3×2</c>.</summary>
    public static string Size(Mat matrix) => $"{matrix.RowCount}×{matrix.ColumnCount}";

    /// <summary>The network has the fields that <see cref="Toolbox.nnsetup(IReadOnlyList{int})"/> gives, and known names in them.</summary>
    public static void Network(in Nn nn)
    {
        if (nn.n < 2 || nn.size.Length != nn.n || nn.W.Length != nn.n - 1)
            throw new ArgumentException($"nn must have n ≥ 2 layers, n sizes and n - 1 weights; has n = {nn.n}, {nn.size.Length} sizes, {nn.W.Length} weights", nameof(nn));
        for (int i = 0; i < nn.n - 1; i++)
            Sized(nn.W[i], $"nn.W{{{i + 1}}}", nn.size[i + 1], nn.size[i] + 1, $"to fit nn.size [{string.Join(' ', nn.size)}]");
        if (nn.n > 2)
            Name(nn.activation_function, "nn.activation_function", "sigm", "tanh_opt", "relu", "leaky_relu");
        Name(nn.output, "nn.output", "sigm", "linear", "softmax");
    }

    /// <summary>The name is one of those the toolbox knows. (MATLAB's switch passes over others in silence.)</summary>
    public static void Name(string? given, string field, params ReadOnlySpan<string> known)
    {
        foreach (string name in known)
            if (given == name)
                return;
        throw new ArgumentException($"{field} must be one of {string.Join(", ", known.ToArray().Select(name => $"\"{name}\""))}; was {(given is null ? "null" : $"\"{given}\"")}");
    }

    /// <summary>The matrix has this many columns.</summary>
    public static void Columns(Mat matrix, int required, string name, string reason)
    {
        if (matrix.ColumnCount != required)
            throw new ArgumentException($"{name} must have {required} columns ({reason}); is {matrix.RowCount}×{matrix.ColumnCount}", name);
    }

    /// <summary>The matrix has this many rows.</summary>
    public static void Rows(Mat matrix, int required, string name, string reason)
    {
        if (matrix.RowCount != required)
            throw new ArgumentException($"{name} must have {required} rows ({reason}); is {matrix.RowCount}×{matrix.ColumnCount}", name);
    }
}
