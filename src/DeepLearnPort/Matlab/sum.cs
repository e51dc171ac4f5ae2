namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The sum of each column; of a row vector, the sum of its elements.</summary>
    /// <param name="x">m × n.</param>
    /// <returns>1 × n; 1×1 for a row vector or an empty <c>[]</c>.</returns>
    public static Mat sum(Mat x) => IsEmpty(x) ? zeros(1) : sum(x, Along.First(x));

    /// <summary>Sums along a dimension.</summary>
    /// <param name="x">m × n.</param>
    /// <param name="dim">1 sums each column, 2 each row.</param>
    /// <returns>1 × n or m × 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dim"/> is neither 1 nor 2.</exception>
    public static Mat sum(Mat x, int dim)
    {
        Along.Check(dim);
        var (values, m, n) = (x.Values(), x.RowCount, x.ColumnCount);
        if (dim == 1)
            return Mat.Build.Dense(1, n, (_, j) => TensorPrimitives.Sum<double>(values.AsSpan(j * m, m)));
        var sums = new double[m];
        for (int j = 0; j < n; j++)
            TensorPrimitives.Add(sums, values.AsSpan(j * m, m), sums);
        return Mat.Build.Dense(m, 1, sums);
    }

    /// <summary>The sum of a vector, such as the losses <c>L</c>.</summary>
    /// <param name="x">The numbers.</param>
    /// <returns>Their sum; 0 of none.</returns>
    public static double sum(IReadOnlyList<double> x) => TensorPrimitives.Sum<double>(x as double[] ?? [.. x]);
}
