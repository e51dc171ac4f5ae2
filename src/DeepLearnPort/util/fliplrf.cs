namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Columns in reverse order.</summary>
    /// <param name="x">m × n.</param>
    /// <returns>m × n.</returns>
    /// <remarks>Source: util/fliplrf.m.</remarks>
    [MatClassOf(nameof(x))]
    public static Mat fliplrf(Mat x) => Mat.Build.Dense(x.RowCount, x.ColumnCount, (i, j) => x[i, x.ColumnCount - 1 - j]);
}
