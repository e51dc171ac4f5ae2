namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Rows in reverse order.</summary>
    /// <param name="x">m × n.</param>
    /// <returns>m × n.</returns>
    /// <remarks>Source: util/flipudf.m.</remarks>
    [MatClassOf(nameof(x))]
    public static Mat flipudf(Mat x) => Mat.Build.Dense(x.RowCount, x.ColumnCount, (i, j) => x[x.RowCount - 1 - i, j]);
}
