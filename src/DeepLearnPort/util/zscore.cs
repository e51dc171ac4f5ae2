namespace DeepLearnPort;

/// <summary>What <see cref="Toolbox.zscore"/> returns: the matrix alone, or <c>var (x, mu, sigma) = zscore(…)</c>.</summary>
/// <param name="x">The scaled matrix, m × d.</param>
/// <param name="mu">Mean of each column, 1 × d.</param>
/// <param name="sigma">Standard deviation of each column (n - 1), at least eps, 1 × d.</param>
public readonly record struct ZscoreResult(Mat x, Mat mu, Mat sigma)
{
    /// <summary>The first output, as MATLAB gives when one is asked for.</summary>
    /// <param name="result">All outputs.</param>
    public static implicit operator Mat(ZscoreResult result) => result.x;
}

public static partial class Toolbox
{
    /// <summary>MATLAB's <c>eps</c>: the distance from 1 to the next double, 2^-52.</summary>
    private const double Eps = 1.0 / (1L << 52);

    /// <summary>Shifts and scales each column to mean 0 and standard deviation 1.</summary>
    /// <param name="x">m × d, samples in rows.</param>
    /// <returns>The scaled matrix, and the mean and deviation to <see cref="normalize"/> other sets with.</returns>
    /// <remarks>
    /// A column without spread is only shifted and divided by eps. One sample is scaled as a whole, by one mean and one
    /// deviation (1 × 1): MATLAB's <c>mean</c> and <c>std</c> of a row run along it. Both as in the original.
    /// Source: util/zscore.m.
    /// </remarks>
    public static ZscoreResult zscore(Mat x)
    {
        int m = x.RowCount == 1 ? x.ColumnCount : x.RowCount;
        int d = x.RowCount == 1 ? 1 : x.ColumnCount;
        var values = x.Values();
        var mu = Mat.Build.Dense(1, d);
        var sigma = Mat.Build.Dense(1, d);
        for (int j = 0; j < d; j++)
        {
            var column = values.AsSpan(j * m, m);
            double mean = TensorPrimitives.Sum<double>(column) / m;
            double squares = 0;
            foreach (double value in column)
                squares += (value - mean) * (value - mean);
            mu[0, j] = mean;
            double std = Math.Sqrt(squares / Math.Max(m - 1, 1));
            sigma[0, j] = std > Eps ? std : Eps; // MATLAB's max passes over NaN
        }
        return new(normalize(x, mu, sigma), mu, sigma);
    }
}
