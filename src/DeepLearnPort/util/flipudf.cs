namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Rows in reverse order.</summary>
    /// <param name="x">m × n.</param>
    /// <returns>m × n.</returns>
    /// <remarks>Draws nothing. Source: util/flipudf.m.</remarks>
    /// <exception cref="ArgumentNullException">x is null.</exception>
    [MatClassOf(nameof(x))]
    public static Mat flipudf(Mat x)
    {
        x = Require.Dense(x, nameof(x));
        return Mat.Build.Dense(x.RowCount, x.ColumnCount, (i, j) => x[x.RowCount - 1 - i, j]);
    }

    /// <summary>Rows in reverse order, the pages side by side, as MATLAB counts columns where two positions are given.</summary>
    /// <param name="x">h × w × m.</param>
    /// <returns>h × (w·m), the first page first.</returns>
    /// <remarks>Draws nothing. Source: util/flipudf.m.</remarks>
    [MatClassOf(nameof(x))]
    public static Mat flipudf(Array3 x) => flipudf(SideBySide(x));
}
