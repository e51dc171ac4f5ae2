namespace DeepLearnPort;

/// <summary>The dimension that <c>sum</c>, <c>mean</c>, <c>max</c> and <c>min</c> work along.</summary>
internal static class Along
{
    /// <summary>MATLAB's choice when none is given: the first that is not 1, so that a row counts as a vector too.</summary>
    public static int First(Mat x) => x.RowCount == 1 ? 2 : 1;

    /// <summary>Checks a dimension that was given.</summary>
    public static void Check(int dim)
    {
        if (dim is not (1 or 2))
            throw new ArgumentOutOfRangeException(nameof(dim), $"dim must be 1 (down the columns) or 2 (along the rows); was {dim}");
    }

    /// <summary>The largest or smallest numbers along a dimension, and where they are, from 1.</summary>
    /// <param name="x">m × n.</param>
    /// <param name="dim">1 or 2.</param>
    /// <param name="better">Whether the first number beats the second, neither being NaN.</param>
    public static ExtremeResult Extremes(Mat x, int dim, Func<double, double, bool> better)
    {
        Check(dim);
        int m = x.RowCount, n = x.ColumnCount;
        var (count, length) = dim == 1 ? (n, m) : (m, n);
        if (length == 0) // nothing to choose from: as empty as x, as in MATLAB
            return new(Mat.Build.Dense(m, n), []);
        var extremes = dim == 1 ? Mat.Build.Dense(1, count) : Mat.Build.Dense(count, 1);
        var index = new int[count];
        for (int i = 0; i < count; i++)
        {
            int best = 0;
            for (int j = 1; j < length; j++)
                if (At(i, j) is var value && !double.IsNaN(value) && (double.IsNaN(At(i, best)) || better(value, At(i, best))))
                    best = j;
            extremes.Values()[i] = At(i, best);
            index[i] = best + 1;
        }
        return new(extremes, index);

        double At(int i, int j) => dim == 1 ? x.At(j, i) : x.At(i, j);
    }
}
