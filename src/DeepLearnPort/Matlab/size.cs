namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Rows and columns of a matrix: <c>zeros(size(x))</c>.</summary>
    /// <param name="x">m × n.</param>
    /// <returns><c>[m, n]</c>.</returns>
    public static int[] size(Mat x) => [x.RowCount, x.ColumnCount];

    /// <summary>One size of a matrix.</summary>
    /// <param name="x">m × n.</param>
    /// <param name="dim">1 for the rows, 2 for the columns; a matrix is 1 wide along any further dimension.</param>
    /// <returns>m, n or 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dim"/> is below 1.</exception>
    public static int size(Mat x, int dim)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dim, 1);
        return dim == 1 ? x.RowCount : dim == 2 ? x.ColumnCount : 1;
    }
}
