namespace DeepLearnPort;

/// <summary>MATLAB's ways of taking parts of a matrix. Every part is a copy.</summary>
/// <remarks>
/// Ranges are .NET's: <c>x.Rows(..100)</c> takes positions 0 to 99, MATLAB's <c>x(1:100,:)</c>. Index vectors are MATLAB's:
/// they hold numbers from 1, as <c>randperm</c> and <c>find</c> return them.
/// </remarks>
public static class MatrixParts
{
    /// <summary>The rows of an index vector, in its order: MATLAB's <c>x(index,:)</c>.</summary>
    /// <param name="x">m × d.</param>
    /// <param name="index">Rows counted from 1, as <c>randperm</c> and <c>nntest</c> return them; repeats are allowed.</param>
    /// <returns>index.Length × d.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A row is not from 1 to m, or they are more than a matrix holds.</exception>
    public static Mat Rows(this Mat x, ReadOnlySpan<int> index)
    {
        x = Require.Dense(x, nameof(x));
        CheckIndex(index, x.RowCount, "row");
        var rows = New(index.Length, x.ColumnCount, "x.Rows(index)");
        x.CopyRows(index, rows.Values());
        return rows;
    }

    /// <summary>A range of rows: <c>x.Rows(..100)</c> is MATLAB's <c>x(1:100,:)</c>.</summary>
    /// <param name="x">m × d.</param>
    /// <param name="rows">Rows counted from 0.</param>
    /// <returns>The rows, all columns.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the matrix.</exception>
    public static Mat Rows(this Mat x, Range rows) => x.Slice(rows, ..);

    /// <summary>The columns of an index vector, in its order: MATLAB's <c>x(:,index)</c>.</summary>
    /// <param name="x">m × d.</param>
    /// <param name="index">Columns counted from 1; repeats are allowed.</param>
    /// <returns>m × index.Length.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is not from 1 to d, or they are more than a matrix holds.</exception>
    public static Mat Columns(this Mat x, ReadOnlySpan<int> index)
    {
        var from = Require.Dense(x, nameof(x)).Values();
        CheckIndex(index, x.ColumnCount, "column");
        int m = x.RowCount;
        var columns = New(m, index.Length, "x.Columns(index)");
        var to = columns.Values();
        for (int j = 0; j < index.Length; j++)
            from.AsSpan((index[j] - 1) * m, m).CopyTo(to.AsSpan(j * m));
        return columns;
    }

    /// <summary>A range of columns: <c>x.Columns(..2)</c> is MATLAB's <c>x(:,1:2)</c>.</summary>
    /// <param name="x">m × d.</param>
    /// <param name="columns">Columns counted from 0.</param>
    /// <returns>The columns, all rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the matrix.</exception>
    public static Mat Columns(this Mat x, Range columns) => x.Slice(.., columns);

    /// <summary>A block: <c>x.Slice(..60000, 1..)</c> is MATLAB's <c>x(1:60000,2:end)</c>.</summary>
    /// <param name="x">m × d.</param>
    /// <param name="rows">Rows counted from 0.</param>
    /// <param name="columns">Columns counted from 0.</param>
    /// <returns>The block.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A range leaves the matrix.</exception>
    public static Mat Slice(this Mat x, Range rows, Range columns)
    {
        var from = Require.Dense(x, nameof(x)).Values();
        var (row, m) = Resolve(rows, x.RowCount, "rows");
        var (column, n) = Resolve(columns, x.ColumnCount, "columns");
        var block = Mat.Build.Dense(m, n);
        var to = block.Values();
        for (int j = 0; j < n; j++)
            from.AsSpan((column + j) * x.RowCount + row, m).CopyTo(to.AsSpan(j * m));
        return block;
    }

    // Of zeros.
    private static Mat New(int rows, int columns, string what)
        => Mat.Build.Dense(rows, columns, new double[Require.Count(rows, columns, what)]);

    private static void CheckIndex(ReadOnlySpan<int> index, int count, string what)
    {
        foreach (int i in index)
            if (i < 1 || i > count)
                throw new ArgumentOutOfRangeException(nameof(index), $"{what} {i} is outside the matrix: an index vector counts from 1 to {count}");
    }

    /// <summary>Where a range starts and how long it is, of things of which there are so many.</summary>
    internal static (int First, int Count) Resolve(Range range, int count, string what)
    {
        var (first, last) = (range.Start.GetOffset(count), range.End.GetOffset(count));
        return 0 <= first && first <= last && last <= count
            ? (first, last - first)
            : throw new ArgumentOutOfRangeException(what, $"{what} {range} are not all there: there are {count}");
    }
}
