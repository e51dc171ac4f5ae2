namespace DeepLearnPort;

/// <summary>A Parzen window estimate of a test set's log-likelihood.</summary>
/// <param name="Mean">Mean over the test points [nats].</param>
/// <param name="StandardError">Standard deviation over the test points divided by the root of their number.</param>
/// <param name="Sigma">Width of the windows, the best of the grid on the validation points.</param>
public readonly record struct ParzenEstimate(double Mean, double StandardError, double Sigma);

/// <summary>
/// The likelihood of data under Gaussian windows around a model's samples, by the protocol of the GAN paper: the width is
/// that of 0.1 … 1 in ten logarithmic steps which suits a validation set best.
/// </summary>
/// <remarks>
/// The number depends much on how many samples there are, and smooth pictures score better than real digits do
/// (arXiv 1511.01844): for comparison with published numbers of the same protocol, not as a measure of quality alone.
/// </remarks>
public static class Parzen
{
    private const int PointsAtOnce = 500;

    /// <summary>The widths tried.</summary>
    public static IReadOnlyList<double> Sigmas { get; } = [.. Enumerable.Range(0, 10).Select(i => Math.Pow(10, i / 9.0 - 1))];

    /// <summary>Chooses the width on one set and measures on another.</summary>
    /// <param name="samples">What the model made, n × d.</param>
    /// <param name="validation">Points to choose the width with, in rows of d.</param>
    /// <param name="test">Points to measure on, in rows of d.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentException">A set is empty, or has another number of columns.</exception>
    public static ParzenEstimate Estimate(Mat samples, Mat validation, Mat test)
    {
        foreach (var (set, name) in new[] { (samples, nameof(samples)), (validation, nameof(validation)), (test, nameof(test)) })
        {
            ArgumentNullException.ThrowIfNull(set, name);
            Require.Columns(set, samples.ColumnCount, name, "those of the samples");
            if (set.RowCount == 0)
                throw new ArgumentException($"{name} must have at least one row", name);
        }
        double sigma = Sigmas[IndexOfBest(samples, validation)];
        double[] ll = LogLikelihood(samples, test, [sigma])[0];
        double mean = ll.Average();
        double deviation = Math.Sqrt(ll.Average(v => (v - mean) * (v - mean)));
        return new(mean, deviation / Math.Sqrt(ll.Length), sigma);
    }

    private static int IndexOfBest(Mat samples, Mat validation)
    {
        double[] means = [.. LogLikelihood(samples, validation, Sigmas).Select(ll => ll.Average())];
        return Array.IndexOf(means, means.Max());
    }

    /// <summary>The log-likelihood of each point [nats], for each width.</summary>
    /// <param name="samples">Centres of the windows, n × d.</param>
    /// <param name="x">Points, in rows of d.</param>
    /// <param name="sigmas">Standard deviations of the windows.</param>
    /// <returns>For each width a number for each point.</returns>
    /// <exception cref="ArgumentException">
    /// There are no samples, points have another number of columns, or a width is not positive.
    /// </exception>
    public static double[][] LogLikelihood(Mat samples, Mat x, IReadOnlyList<double> sigmas)
    {
        (samples, x) = (Require.Dense(samples, nameof(samples)), Require.Dense(x, nameof(x)));
        ArgumentNullException.ThrowIfNull(sigmas);
        Require.Columns(x, samples.ColumnCount, nameof(x), "those of the samples");
        if (samples.RowCount == 0 || samples.ColumnCount == 0 || sigmas.Any(sigma => !(sigma > 0)))
            throw new ArgumentException(
                $"samples must have rows and columns, and sigmas be above 0; samples is {samples.RowCount}×{samples.ColumnCount}",
                nameof(samples));
        double[][] ll = [.. sigmas.Select(_ => new double[x.RowCount])];
        var terms = new double[samples.RowCount];
        for (int first = 0; first < x.RowCount; first += PointsAtOnce)
        {
            int count = Math.Min(PointsAtOnce, x.RowCount - first);
            var d = Distances.Squared(x.SubMatrix(first, count, 0, x.ColumnCount), samples).Values();
            for (int i = 0; i < count; i++)
                for (int s = 0; s < sigmas.Count; s++)
                    ll[s][first + i] = LogMeanExp(d.AsSpan(i * terms.Length, terms.Length), sigmas[s], terms)
                        - x.ColumnCount * Math.Log(sigmas[s] * Math.Sqrt(2 * Math.PI));
        }
        return ll;
    }

    // log of the mean of exp(-d / (2 sigma²)), the largest term taken out so that none underflows
    private static double LogMeanExp(ReadOnlySpan<double> d, double sigma, double[] terms)
    {
        double least = TensorPrimitives.Min(d), scale = -0.5 / (sigma * sigma);
        TensorPrimitives.Subtract(d, least, terms);
        TensorPrimitives.Multiply(terms, scale, terms);
        Elementwise.Exp(terms, terms);
        return least * scale + Math.Log(TensorPrimitives.Sum<double>(terms) / d.Length);
    }
}
