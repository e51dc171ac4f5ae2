using MathNet.Numerics.LinearAlgebra;

namespace DeepLearnPort;

public static partial class Matlab
{
    /// <summary>The smallest value of each column; of a row vector, its smallest element. NaN is passed over.</summary>
    /// <param name="x">m × n.</param>
    /// <returns>1 × n values and their rows (1×1 for a row vector); as empty as x when there is nothing to choose from.</returns>
    public static ExtremeResult min(Mat x) => Along.Extremes(x, Along.First(x), (a, b) => a < b);

    /// <summary>The smallest values along a dimension: <c>min(x, [], 2)</c>. NaN is passed over.</summary>
    /// <param name="x">m × n.</param>
    /// <param name="none">MATLAB's <c>[]</c>: no second matrix to compare with.</param>
    /// <param name="dim">1 looks down each column, 2 along each row.</param>
    /// <returns>1 × n or m × 1 values and where they are, from 1; as empty as x when there is nothing to choose from.</returns>
    /// <exception cref="ArgumentException"><paramref name="none"/> is not empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dim"/> is neither 1 nor 2.</exception>
    public static ExtremeResult min(Mat x, IReadOnlyList<double> none, int dim)
    {
        if (none.Count != 0)
            throw new ArgumentException($"min(x, [], dim) takes an empty second argument; given {none.Count} elements", nameof(none));
        return Along.Extremes(x, dim, (a, b) => a < b);
    }

    /// <summary>The smaller of each element and a number: <c>min(x, 0)</c>. NaN is passed over.</summary>
    /// <param name="x">m × n.</param>
    /// <param name="y">The number.</param>
    /// <returns>m × n.</returns>
    public static Mat min(Mat x, double y) => x.Map(element => double.MinNumber(element, y), Zeros.Include);

    /// <summary>The smaller of the elements of two matrices. NaN is passed over.</summary>
    /// <param name="x">m × n.</param>
    /// <param name="y">m × n.</param>
    /// <returns>m × n.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static Mat min(Mat x, Mat y)
    {
        if (x.RowCount != y.RowCount || x.ColumnCount != y.ColumnCount)
            throw new ArgumentException($"min takes matrices of one size; given {x.RowCount}×{x.ColumnCount} and {y.RowCount}×{y.ColumnCount}", nameof(y));
        return x.Map2(double.MinNumber, y, Zeros.Include);
    }

    /// <summary>The smallest of a vector's numbers. NaN is passed over.</summary>
    /// <param name="x">At least one number.</param>
    /// <returns>The smallest; NaN when there is no other.</returns>
    /// <exception cref="ArgumentException">There are no numbers.</exception>
    public static double min(IReadOnlyList<double> x) => x.Count > 0
        ? x.Aggregate(double.MinNumber)
        : throw new ArgumentException("there must be at least one number", nameof(x));
}
