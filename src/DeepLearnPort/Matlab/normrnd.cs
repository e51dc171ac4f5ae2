namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>A number from the normal distribution: <c>mu + sigma*randn</c>.</summary>
    /// <param name="mu">Mean.</param>
    /// <param name="sigma">Standard deviation; NaN results when it is negative.</param>
    /// <param name="stream">Drawn from: one normal; the ambient one when left out.</param>
    /// <returns>The number.</returns>
    public static double normrnd(double mu, double sigma, RandStream? stream = null) => normrnd(mu, sigma, 1, 1, stream)[0, 0];

    /// <summary>m×n numbers from the normal distribution, column by column.</summary>
    /// <param name="mu">Mean.</param>
    /// <param name="sigma">Standard deviation; all are NaN when it is negative.</param>
    /// <param name="m">Rows; negative counts as 0.</param>
    /// <param name="n">Columns; negative counts as 0.</param>
    /// <param name="stream">Drawn from: one normal for each element; the ambient one when left out.</param>
    /// <returns>The m×n matrix.</returns>
    public static Mat normrnd(double mu, double sigma, int m, int n, RandStream? stream = null) => normrnd(mu, sigma, [m, n], stream);

    /// <summary>Numbers from the normal distribution, column by column: <c>normrnd(0, 1, [60000, 100])</c>.</summary>
    /// <param name="mu">Mean.</param>
    /// <param name="sigma">Standard deviation; all are NaN when it is negative.</param>
    /// <param name="size">Rows and columns: <c>[m, n]</c>; <c>[n]</c> is n×n.</param>
    /// <param name="stream">
    /// Drawn from: one normal for each element; the ambient one when left out. Octave draws nothing when a parameter is
    /// not finite or <paramref name="sigma"/> is negative.
    /// </param>
    /// <returns>The matrix.</returns>
    public static Mat normrnd(double mu, double sigma, IReadOnlyList<int> size, RandStream? stream = null)
    {
        var source = stream ?? RandStream.Global;
        bool proper = double.IsFinite(mu) && double.IsFinite(sigma) && sigma >= 0;
        return Sized.Filled(size, d =>
        {
            if (proper || source.Engine == "matlab")
                source.Randn(d);
            foreach (ref double x in d)
                x = Normal(mu, sigma, x, source);
        });
    }

    /// <summary>Numbers from normal distributions, each with a mean and a standard deviation of its own.</summary>
    /// <param name="mu">Means, m×n.</param>
    /// <param name="sigma">Standard deviations, m×n.</param>
    /// <param name="stream">Drawn from: one normal for each element; the ambient one when left out.</param>
    /// <returns>The m×n matrix; an element whose standard deviation is negative is NaN.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static Mat normrnd(Mat mu, Mat sigma, RandStream? stream = null)
    {
        ArgumentNullException.ThrowIfNull(mu);
        ArgumentNullException.ThrowIfNull(sigma);
        if ((mu.RowCount, mu.ColumnCount) != (sigma.RowCount, sigma.ColumnCount))
            throw new ArgumentException($"mu and sigma must be of one size; given {mu.RowCount}×{mu.ColumnCount} and {sigma.RowCount}×{sigma.ColumnCount}", nameof(sigma));
        var source = stream ?? RandStream.Global;
        var r = randn(mu.RowCount, mu.ColumnCount, source);
        return r.MapIndexed((i, j, x) => Normal(mu[i, j], sigma[i, j], x, source), MathNet.Numerics.LinearAlgebra.Zeros.Include);
    }

    private static double Normal(double mu, double sigma, double x, RandStream source) =>
        double.IsFinite(mu) && double.IsFinite(sigma) && sigma >= 0 ? mu + sigma * x
        : source.Engine == "octave" || !(sigma >= 0) ? double.NaN // MATLAB: only where sigma is negative or NaN
        : mu + sigma * x;
}
