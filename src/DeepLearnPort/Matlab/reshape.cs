namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The same elements, column by column, in another shape.</summary>
    /// <param name="x">As many elements as the result.</param>
    /// <param name="m">Rows.</param>
    /// <param name="n">Columns.</param>
    /// <returns>m × n.</returns>
    /// <exception cref="ArgumentException">x does not have m·n elements.</exception>
    public static Mat reshape(Mat x, int m, int n)
    {
        if (m < 0 || n < 0 || (long)m * n != numel(x))
            throw new ArgumentException($"{m}×{n} must have as many elements as x, which is {x.RowCount}×{x.ColumnCount}", nameof(x));
        return Mat.Build.Dense(m, n, x.ToColumnMajorArray());
    }

    /// <summary>The same elements in a shape given as one vector: <c>reshape(x, size(y))</c>.</summary>
    /// <param name="x">As many elements as the result.</param>
    /// <param name="size"><c>[m, n]</c>.</param>
    /// <returns>m × n.</returns>
    /// <exception cref="ArgumentException">There are not two sizes, or x does not have m·n elements.</exception>
    public static Mat reshape(Mat x, IReadOnlyList<int> size) => size.Count == 2
        ? reshape(x, size[0], size[1])
        : throw new ArgumentException($"a matrix has two sizes, [m n]; given [{string.Join(' ', size)}]", nameof(size));

    /// <summary>The same elements in n columns: <c>reshape(x, [], n)</c>.</summary>
    /// <param name="x">A multiple of n elements.</param>
    /// <param name="rows">MATLAB's <c>[]</c>: as many as it takes.</param>
    /// <param name="n">Columns.</param>
    /// <returns>numel(x)/n × n.</returns>
    /// <exception cref="ArgumentException">n does not divide the number of elements, or <paramref name="rows"/> is not empty.</exception>
    public static Mat reshape(Mat x, IReadOnlyList<int> rows, int n) => reshape(x, Rest(x, rows, n), n);

    /// <summary>The same elements in m rows: <c>reshape(x, m, [])</c>.</summary>
    /// <param name="x">A multiple of m elements.</param>
    /// <param name="m">Rows.</param>
    /// <param name="columns">MATLAB's <c>[]</c>: as many as it takes.</param>
    /// <returns>m × numel(x)/m.</returns>
    /// <exception cref="ArgumentException">m does not divide the number of elements, or <paramref name="columns"/> is not empty.</exception>
    public static Mat reshape(Mat x, int m, IReadOnlyList<int> columns) => reshape(x, m, Rest(x, columns, m));

    /// <summary>The same elements as a 3-D array: <c>reshape(train_x.Transpose(), 28, 28, 60000)</c>.</summary>
    /// <param name="x">A matrix.</param>
    /// <param name="m">Rows of each page.</param>
    /// <param name="n">Columns of each page.</param>
    /// <param name="p">Pages.</param>
    /// <returns>m × n × p.</returns>
    /// <remarks><see cref="Array3.FromRows"/> does the same for images in rows and spares the transposed matrix.</remarks>
    /// <exception cref="ArgumentException">x does not have m·n·p elements.</exception>
    public static Array3 reshape(Mat x, int m, int n, int p) => new(m, n, p, x.Values());

    /// <summary>The elements of a 3-D array as a matrix.</summary>
    /// <param name="x">A 3-D array.</param>
    /// <param name="m">Rows of the result.</param>
    /// <param name="n">Columns of the result.</param>
    /// <returns>m × n.</returns>
    /// <exception cref="ArgumentException">x does not have m·n elements.</exception>
    public static Mat reshape(Array3 x, int m, int n) => m >= 0 && n >= 0 && (long)m * n == x.Span.Length
        ? Mat.Build.Dense(m, n, x.Span.ToArray())
        : throw new ArgumentException($"{m}×{n} must have as many elements as x, which is {x}", nameof(x));

    /// <summary>The elements of a 3-D array in another shape.</summary>
    /// <param name="x">A 3-D array.</param>
    /// <param name="m">Rows of each page.</param>
    /// <param name="n">Columns of each page.</param>
    /// <param name="p">Pages.</param>
    /// <returns>m × n × p.</returns>
    /// <exception cref="ArgumentException">x does not have m·n·p elements.</exception>
    public static Array3 reshape(Array3 x, int m, int n, int p) => Array3.Adopt(m, n, p, x.Values);

    private static int Rest(Mat x, IReadOnlyList<int> none, int known)
    {
        if (none.Count != 0)
            throw new ArgumentException($"the size to work out is written []; given [{string.Join(' ', none)}]");
        if (known <= 0 ? known < 0 || numel(x) != 0 : numel(x) % known != 0)
            throw new ArgumentException($"{known} must divide the number of elements of x, which is {x.RowCount}×{x.ColumnCount}", nameof(x));
        return known == 0 ? 0 : numel(x) / known;
    }
}
