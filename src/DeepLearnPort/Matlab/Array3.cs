namespace DeepLearnPort;

/// <summary>
/// A 3-D array of doubles, h × w × m, as the convolutional networks use them: m pages of h×w. A value that never changes;
/// <c>default</c> is MATLAB's <c>[]</c>.
/// </summary>
/// <remarks>
/// Numbers lie column by column, page after page, as in MATLAB. Positions count from 0. A matrix converts by itself to an array
/// of one page: a single image can stand wherever an <see cref="Array3"/> is asked for. <c>==</c> compares sizes and numbers.
/// </remarks>
public readonly partial struct Array3
{
    private readonly double[]? _values;

    /// <summary>Makes an array of numbers that are copied.</summary>
    /// <param name="rows">h, rows of each page.</param>
    /// <param name="columns">w, columns of each page.</param>
    /// <param name="pages">m, number of pages.</param>
    /// <param name="values">h·w·m numbers, column by column, page after page.</param>
    /// <exception cref="ArgumentException">A size is negative, or there are more or fewer numbers.</exception>
    public Array3(int rows, int columns, int pages, ReadOnlySpan<double> values) : this(values.ToArray(), rows, columns, pages)
    {
    }

    private Array3(double[] values, int rows, int columns, int pages)
    {
        if (Count(rows, columns, pages, "an array") != values.Length)
            throw new ArgumentException($"a {rows}×{columns}×{pages} array takes as many numbers; given {values.Length}", nameof(values));
        (_values, RowCount, ColumnCount, PageCount) = (values, rows, columns, pages);
    }

    /// <summary>Makes an array from a function of the position.</summary>
    /// <param name="rows">h, rows of each page.</param>
    /// <param name="columns">w, columns of each page.</param>
    /// <param name="pages">m, number of pages.</param>
    /// <param name="init">The number at row, column and page, each from 0; called in the order in which the numbers lie.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or they are more than an array holds.</exception>
    public static Array3 Create(int rows, int columns, int pages, Func<int, int, int, double> init)
    {
        ArgumentNullException.ThrowIfNull(init);
        var values = new double[Count(rows, columns, pages, "Array3.Create")];
        int n = 0;
        for (int k = 0; k < pages; k++)
            for (int j = 0; j < columns; j++)
                for (int i = 0; i < rows; i++)
                    values[n++] = init(i, j, k);
        return Adopt(rows, columns, pages, values);
    }

    /// <summary>Makes an array of numbers that nobody else writes to; not copied.</summary>
    internal static Array3 Adopt(int rows, int columns, int pages, double[] values) => new(values, rows, columns, pages);

    /// <summary>h, rows of each page: <c>size(x,1)</c>.</summary>
    public int RowCount { get; }

    /// <summary>w, columns of each page: <c>size(x,2)</c>.</summary>
    public int ColumnCount { get; }

    /// <summary>m, number of pages: <c>size(x,3)</c>.</summary>
    public int PageCount { get; }

    /// <summary>Whether there is no number in it: <c>isempty(x)</c>.</summary>
    public bool IsEmpty => Values.Length == 0;

    /// <summary>The numbers, column by column, page after page: <c>x(:)</c>.</summary>
    public ReadOnlySpan<double> Span => Values;

    /// <summary>The numbers themselves, for the library's own reading.</summary>
    internal double[] Values => _values ?? [];

    /// <summary>One number.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="column">From 0.</param>
    /// <param name="page">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A position is outside the array.</exception>
    public double this[int row, int column, int page] =>
        (uint)row < (uint)RowCount && (uint)column < (uint)ColumnCount && (uint)page < (uint)PageCount
            ? _values![row + RowCount * (column + ColumnCount * page)]
            : throw new ArgumentOutOfRangeException(null, $"position [{row}, {column}, {page}] is outside the {this} array (0 is the first)");

    /// <summary>One page: MATLAB's <c>x(:,:,k)</c>.</summary>
    /// <param name="page">From 0.</param>
    /// <returns>h × w.</returns>
    public Mat Page(int page) => Mat.Build.Dense(RowCount, ColumnCount, Pages(page, 1).Values);

    /// <summary>Consecutive pages.</summary>
    /// <param name="first">The first of them, from 0.</param>
    /// <param name="count">How many.</param>
    /// <returns>h × w × count.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The pages are not all inside the array.</exception>
    public Array3 Pages(int first, int count)
    {
        if (first < 0 || count < 0 || first > PageCount - count)
            throw new ArgumentOutOfRangeException(nameof(first),
                $"{count} pages from page {first} on are not all inside the {this} array (0 is the first)");
        int size = PageSize;
        return new(RowCount, ColumnCount, count, Values.AsSpan(first * size, count * size));
    }

    /// <summary>The pages of an index vector, in its order: MATLAB's <c>x(:,:,index)</c>.</summary>
    /// <param name="index">Pages counted from 1, as <c>randperm</c> and <c>cnntest</c> return them; repeats are allowed.</param>
    /// <returns>h × w × index.Length.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A page is not from 1 to m, or they are more than an array holds.</exception>
    public Array3 Pages(ReadOnlySpan<int> index)
    {
        foreach (int page in index)
            if (page < 1 || page > PageCount)
                throw new ArgumentOutOfRangeException(nameof(index), $"page {page} is outside the array: an index vector counts from 1 to {PageCount}");
        var pages = new double[Count(RowCount, ColumnCount, index.Length, "x.Pages(index)")];
        CopyPages(index, pages);
        return Adopt(RowCount, ColumnCount, index.Length, pages);
    }

    /// <summary>The pages of an index vector, counted from 1 and checked, one after the other.</summary>
    internal void CopyPages(ReadOnlySpan<int> index, Span<double> destination)
    {
        int size = PageSize;
        for (int k = 0; k < index.Length; k++)
            Values.AsSpan((index[k] - 1) * size, size).CopyTo(destination[(k * size)..]);
    }

    /// <summary>Images that lie in the rows of a matrix, as MNIST's do: <c>reshape(x', h, w, [])</c>.</summary>
    /// <param name="x">m × (h·w), one image in each row, column by column.</param>
    /// <param name="rows">h, rows of an image.</param>
    /// <param name="columns">w, columns of an image.</param>
    /// <returns>h × w × m; <see cref="Toolbox.permute"/> with [2, 1, 3] turns images that lie row by row.</returns>
    /// <exception cref="ArgumentException">x does not have h·w columns.</exception>
    public static Array3 FromRows(Mat x, int rows, int columns)
    {
        x = Require.Dense(x, nameof(x));
        Require.Columns(x, Count(rows, columns, 1, "an image"), nameof(x), $"a {rows}×{columns} image in each row");
        var values = new double[x.RowCount * x.ColumnCount];
        MatrixValues.Transpose(x.Values(), x.RowCount, x.ColumnCount, values);
        return Adopt(rows, columns, x.RowCount, values);
    }

    /// <summary>Each page as the row of a matrix: undoes <see cref="FromRows"/>.</summary>
    /// <returns>m × (h·w).</returns>
    public Mat ToRows()
    {
        int size = Require.Count(RowCount, ColumnCount, "a row of x.ToRows()");
        var rows = Mat.Build.Dense(PageCount, size);
        MatrixValues.Transpose(Values, size, PageCount, rows.Values());
        return rows;
    }

    /// <summary>A matrix as an array of one page, a copy.</summary>
    /// <param name="page">h × w.</param>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static implicit operator Array3(Mat page)
        => new(Require.Dense(page, nameof(page)).Values().AsSpan().ToArray(), page.RowCount, page.ColumnCount, 1);

    /// <summary>The size.</summary>
    /// <returns>E.g. <c>28×28×50</c>.</returns>
    public override string ToString() => $"{RowCount}×{ColumnCount}×{PageCount}";

    // Of one page; 0 where there are none, whose size alone may be more than an int.
    private int PageSize => PageCount == 0 ? 0 : RowCount * ColumnCount;

    private static int Count(int rows, int columns, int pages, string what)
    {
        if (rows < 0 || columns < 0 || pages < 0)
            throw new ArgumentOutOfRangeException(
                nameof(rows), $"the sizes of {what} must be 0 or more; are {rows}×{columns}×{pages}");
        return Require.Count(rows, columns, pages, what);
    }

    internal bool SameSize(Array3 other) => (RowCount, ColumnCount, PageCount) == (other.RowCount, other.ColumnCount, other.PageCount);

    /// <summary>An array of this size whose numbers, a copy of these, have been changed.</summary>
    internal Array3 With(Action<double[]> change)
    {
        double[] values = [.. Values];
        change(values);
        return Adopt(RowCount, ColumnCount, PageCount, values);
    }
}
