using MathNet.Numerics.LinearAlgebra;

namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The mean of each column; of a row vector, the mean of its elements.</summary>
    /// <param name="x">m × n.</param>
    /// <returns>1 × n; 1×1 for a row vector. The mean of nothing is NaN.</returns>
    public static Mat mean(Mat x) => Over(sum(x), size(x, Along.First(x)));

    /// <summary>Means along a dimension.</summary>
    /// <param name="x">m × n.</param>
    /// <param name="dim">1 takes the mean of each column, 2 of each row.</param>
    /// <returns>1 × n or m × 1. The mean of nothing is NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dim"/> is neither 1 nor 2.</exception>
    public static Mat mean(Mat x, int dim) => Over(sum(x, dim), size(x, dim));

    /// <summary>The mean of a vector, such as the losses <c>L</c>.</summary>
    /// <param name="x">The numbers.</param>
    /// <returns>Their mean; NaN of none.</returns>
    public static double mean(IReadOnlyList<double> x) => sum(x) / x.Count;

    // MathNet's division refuses 0.
    private static Mat Over(Mat sums, int count) => sums.Map(sum => sum / count, Zeros.Include);
}
