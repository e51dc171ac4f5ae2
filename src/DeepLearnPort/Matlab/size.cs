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

    /// <summary>Rows, columns and pages of a 3-D array; rows and columns alone where there is one page, as in MATLAB.</summary>
    /// <param name="x">h × w × m.</param>
    /// <returns><c>[h, w, m]</c>, or <c>[h, w]</c>.</returns>
    public static int[] size(Array3 x) => x.PageCount == 1 ? [x.RowCount, x.ColumnCount] : [x.RowCount, x.ColumnCount, x.PageCount];

    /// <summary>One size of a 3-D array: <c>size(x, 3)</c> is the number of samples of a convolutional network.</summary>
    /// <param name="x">h × w × m.</param>
    /// <param name="dim">1 for the rows, 2 for the columns, 3 for the pages; 1 along any further dimension.</param>
    /// <returns>h, w, m or 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dim"/> is below 1.</exception>
    public static int size(Array3 x, int dim)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dim, 1);
        return dim switch { 1 => x.RowCount, 2 => x.ColumnCount, 3 => x.PageCount, _ => 1 };
    }
}
