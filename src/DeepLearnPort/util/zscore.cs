namespace DeepLearnPort;

/// <summary>What <see cref="Toolbox.zscore(Mat)"/> returns: the matrix alone, or <c>var (x, mu, sigma) = zscore(…)</c>.</summary>
/// <param name="x">The scaled matrix, m × d.</param>
/// <param name="mu">Mean of each column, 1 × d.</param>
/// <param name="sigma">Standard deviation of each column (n - 1), at least eps, 1 × d.</param>
public readonly record struct ZscoreResult(Mat x, Mat mu, Mat sigma)
{
    /// <summary>The first output, as MATLAB gives when one is asked for.</summary>
    /// <param name="result">All outputs.</param>
    public static implicit operator Mat(ZscoreResult result) => result.x;
}

/// <summary>
/// What <see cref="Toolbox.zscore(Array3)"/> returns: the array alone, or <c>var (x, mu, sigma) = zscore(…)</c>.
/// </summary>
/// <param name="x">The scaled array, h × w × m.</param>
/// <param name="mu">The means along the first dimension, 1 × w × m.</param>
/// <param name="sigma">The standard deviations along it (n - 1), at least eps, 1 × w × m.</param>
public readonly record struct Zscore3Result(Array3 x, Array3 mu, Array3 sigma)
{
    /// <summary>The first output, as MATLAB gives when one is asked for.</summary>
    /// <param name="result">All outputs.</param>
    public static implicit operator Array3(Zscore3Result result) => result.x;
}

public static partial class Toolbox
{
    /// <summary>MATLAB's <c>eps</c>: the distance from 1 to the next double, 2^-52.</summary>
    private const double Eps = 1.0 / (1L << 52);

    /// <summary>Shifts and scales each column to mean 0 and standard deviation 1.</summary>
    /// <param name="x">m × d, samples in rows.</param>
    /// <returns>
    /// The scaled matrix, and the mean and deviation to <see cref="normalize(Mat, Mat, Mat)"/> other sets with.
    /// </returns>
    /// <remarks>
    /// A column without spread is only shifted and divided by eps: what is left of it is the rounding error of its mean, added
    /// up in order, in units of eps. One sample is scaled as a whole, by one mean and one deviation (1 × 1): MATLAB's
    /// <c>mean</c> and <c>std</c> of a row run along it. All as in the original. Draws nothing. Source: util/zscore.m.
    /// </remarks>
    /// <exception cref="ArgumentNullException">x is null.</exception>
    [MatTakes(MatClasses.Logical)]
    public static ZscoreResult zscore(Mat x)
    {
        x = Require.Dense(x, nameof(x));
        if (x.RowCount == 0 && x.ColumnCount == 0) // [] has no dimension to run along: its mean and deviation are numbers
            return new(x.Clone(), Mat.Build.Dense(1, 1, double.NaN), Mat.Build.Dense(1, 1, Eps));
        var (mu, sigma) = MeanAndDeviation(OnePage(x));
        var (m, s) = (SideBySide(mu), SideBySide(sigma));
        return new(normalize(x, m, s), m, s);
    }

    /// <summary>
    /// Shifts and scales along the first dimension that is longer than 1, mostly the first, to mean 0 and standard deviation 1.
    /// </summary>
    /// <param name="x">h × w × m.</param>
    /// <returns>
    /// The scaled array, and the means and deviations to <see cref="normalize(Array3, Array3, Array3)"/> other sets with.
    /// </returns>
    /// <remarks>As <see cref="zscore(Mat)"/>. Draws nothing. Source: util/zscore.m.</remarks>
    [MatTakes(MatClasses.Logical)]
    public static Zscore3Result zscore(Array3 x)
    {
        var (mu, sigma) = MeanAndDeviation(x);
        return new(normalize(x, mu, sigma), mu, sigma);
    }

    // Of an empty array mean and std choose different dimensions: the first longer than 1, and the first that is not 1.
    private static (Array3 Mean, Array3 Deviation) MeanAndDeviation(Array3 x)
    {
        int[] size = [x.RowCount, x.ColumnCount, x.PageCount];
        return (InOrder.Along(x, Math.Max(Array.FindIndex(size, n => n > 1), 0), InOrder.Mean),
            InOrder.Along(x, Math.Max(Array.FindIndex(size, n => n != 1), 0), column =>
                InOrder.StandardDeviation(column) is var std && std > Eps ? std : Eps)); // MATLAB's max passes over NaN
    }
}
