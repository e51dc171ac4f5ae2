namespace DeepLearnPort;

/// <summary>Numbers from one normal distribution: the data of the paper's figure in one dimension.</summary>
public sealed class GaussianData : RealData
{
    /// <summary>Mean of the distribution.</summary>
    public const double Mean = 4;

    /// <summary>Standard deviation of the distribution.</summary>
    public const double Sigma = 1.25;

    private readonly double[] _x;

    /// <summary>Draws the samples.</summary>
    /// <param name="count">How many.</param>
    /// <param name="stream">Where from.</param>
    /// <exception cref="ArgumentException">There are to be none.</exception>
    public GaussianData(int count, RandStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _x = new double[count];
        stream.Randn(_x);
        for (int i = 0; i < count; i++)
            _x[i] = Mean + Sigma * _x[i];
    }

    /// <summary>The data of a run, drawn from streams of their own that start from the run's seed.</summary>
    /// <param name="options">The run's settings.</param>
    /// <returns>60 000 samples.</returns>
    public static GaussianData For(GanOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(60000, new OctaveStream(options.Seed));
    }

    /// <inheritdoc/>
    public override int Count => _x.Length;

    /// <inheritdoc/>
    public override int Pixels => 1;

    /// <summary>p_data(x).</summary>
    /// <param name="x">Where.</param>
    /// <returns>The density there.</returns>
    public static double Density(double x) => Math.Exp(-0.5 * (x - Mean) * (x - Mean) / (Sigma * Sigma)) / (Sigma * Math.Sqrt(2 * Math.PI));

    /// <inheritdoc/>
    public override Mat Rows(ReadOnlySpan<int> index)
    {
        var rows = Mat.Build.Dense(index.Length, 1);
        for (int i = 0; i < index.Length; i++)
            rows[i, 0] = index[i] >= 1 && index[i] <= _x.Length
                ? _x[index[i] - 1]
                : throw new ArgumentOutOfRangeException(
                    nameof(index), $"sample {index[i]} does not exist: an index vector counts from 1 to {_x.Length}");
        return rows;
    }
}
