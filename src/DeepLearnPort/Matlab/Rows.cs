namespace DeepLearnPort;

/// <summary>MATLAB's ways of taking parts of a matrix.</summary>
public static class MatrixParts
{
    /// <summary>The rows of an index vector, in its order: MATLAB's <c>x(index,:)</c>.</summary>
    /// <param name="x">m × d.</param>
    /// <param name="index">Rows counted from 1, as <c>randperm</c> and <c>nntest</c> return them; repeats are allowed.</param>
    /// <returns>index.Length × d.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A row is not from 1 to m.</exception>
    public static Mat Rows(this Mat x, ReadOnlySpan<int> index)
    {
        foreach (int row in index)
            if (row < 1 || row > x.RowCount)
                throw new ArgumentOutOfRangeException(nameof(index), $"row {row} is outside the matrix: an index vector counts from 1 to {x.RowCount}");
        var rows = Mat.Build.Dense(index.Length, x.ColumnCount);
        x.CopyRows(index, rows.Values());
        return rows;
    }
}
