namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>(x - mu) / sigma, column by column: brings a set to the scale that <see cref="zscore"/> found on another.</summary>
    /// <param name="x">m × d, samples in rows.</param>
    /// <param name="mu">1 × d, or 1 × 1 for all columns.</param>
    /// <param name="sigma">1 × d, or 1 × 1 for all columns.</param>
    /// <returns>m × d.</returns>
    /// <remarks>Source: util/normalize.m.</remarks>
    /// <exception cref="ArgumentException">mu or sigma is neither 1 × d nor 1 × 1.</exception>
    public static Mat normalize(Mat x, Mat mu, Mat sigma)
    {
        foreach (var (row, name) in new[] { (mu, nameof(mu)), (sigma, nameof(sigma)) })
        {
            Require.Rows(row, 1, name, "a row vector");
            if (row.ColumnCount != 1)
                Require.Columns(row, x.ColumnCount, name, "columns of x");
        }

        int m = x.RowCount;
        var result = Mat.Build.Dense(m, x.ColumnCount);
        for (int j = 0; j < x.ColumnCount; j++)
        {
            var column = result.Values().AsSpan(j * m, m);
            TensorPrimitives.Subtract(x.Values().AsSpan(j * m, m), mu[0, mu.ColumnCount == 1 ? 0 : j], column);
            TensorPrimitives.Divide(column, sigma[0, sigma.ColumnCount == 1 ? 0 : j], column);
        }
        return result;
    }
}
