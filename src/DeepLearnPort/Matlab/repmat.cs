namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>A matrix made of n×n copies of x.</summary>
    /// <param name="x">p × q.</param>
    /// <param name="n">Copies below and beside one another; negative counts as 0.</param>
    /// <returns>n·p × n·q.</returns>
    public static Mat repmat(Mat x, int n) => repmat(x, n, n);

    /// <summary>A matrix made of m×n copies of x.</summary>
    /// <param name="x">p × q.</param>
    /// <param name="m">Copies below one another; negative counts as 0.</param>
    /// <param name="n">Copies side by side; negative counts as 0.</param>
    /// <returns>m·p × n·q.</returns>
    public static Mat repmat(Mat x, int m, int n)
    {
        var result = Mat.Build.Dense(checked(Math.Max(m, 0) * x.RowCount), checked(Math.Max(n, 0) * x.ColumnCount));
        for (int j = 0; j < result.ColumnCount; j++)
            for (int i = 0; i < result.RowCount; i++)
                result.At(i, j, x.At(i % x.RowCount, j % x.ColumnCount));
        return result;
    }

    /// <summary>An m×n matrix of one number.</summary>
    /// <param name="x">The number.</param>
    /// <param name="m">Rows; negative counts as 0.</param>
    /// <param name="n">Columns; negative counts as 0.</param>
    /// <returns>m × n.</returns>
    public static Mat repmat(double x, int m, int n) => Sized.Filled(m, n, d => d.Fill(x));
}
