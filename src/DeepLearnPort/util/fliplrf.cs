namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Columns in reverse order.</summary>
    /// <param name="x">m × n.</param>
    /// <returns>m × n.</returns>
    /// <remarks>Draws nothing. Source: util/fliplrf.m.</remarks>
    /// <exception cref="ArgumentNullException">x is null.</exception>
    [MatClassOf(nameof(x))]
    public static Mat fliplrf(Mat x)
    {
        x = Require.Dense(x, nameof(x));
        return Mat.Build.Dense(x.RowCount, x.ColumnCount, (i, j) => x[i, x.ColumnCount - 1 - j]);
    }

    /// <summary>
    /// Columns of all pages side by side, as MATLAB counts them where two positions are given, in reverse order.
    /// </summary>
    /// <param name="x">h × w × m.</param>
    /// <returns>h × (w·m), the last page first.</returns>
    /// <remarks>Draws nothing. Source: util/fliplrf.m.</remarks>
    [MatClassOf(nameof(x))]
    public static Mat fliplrf(Array3 x) => fliplrf(SideBySide(x));

    // x(:,:): the pages beside each other; shares its numbers with x, which never changes, so they must not get out.
    private static Mat SideBySide(Array3 x) =>
        Mat.Build.Dense(x.RowCount, Require.Count(x.ColumnCount, x.PageCount, nameof(x)), x.Values);
}
