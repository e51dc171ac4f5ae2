namespace DeepLearnPort;

/// <summary>Squared distances between rows, |x|² + |y|² - 2x·y by way of one matrix product.</summary>
internal static class Distances
{
    private const int RowsAtOnce = 2000;

    /// <summary>All squared distances: y.RowCount × x.RowCount, one column for each row of x; never below 0.</summary>
    public static Mat Squared(Mat x, Mat y)
    {
        int m = y.RowCount, n = x.RowCount, k = x.ColumnCount;
        var distances = Mat.Build.Dense(m, n);
        var d = distances.Values();
        Dgemm.Multiply(false, true, m, n, k, y.Values(), m, x.Values(), n, d, m, alpha: -2);
        double[] xx = SumsOfSquares(x), yy = SumsOfSquares(y);
        for (int j = 0; j < n; j++)
        {
            var column = d.AsSpan(j * m, m);
            TensorPrimitives.Add<double>(column, yy, column);
            TensorPrimitives.Add(column, xx[j], column);
            TensorPrimitives.Max(column, 0, column);
        }
        return distances;
    }

    /// <summary>
    /// For each row of x the sample of the data that is nearest, counted from 1; 0 where the row is at no distance that is a
    /// number.
    /// </summary>
    public static int[] Nearest(Mat x, RealData data)
    {
        var nearest = new int[x.RowCount];
        var least = new double[x.RowCount];
        Array.Fill(least, double.PositiveInfinity);
        for (int first = 1; first <= data.Count; first += RowsAtOnce)
        {
            var rows = data.Rows([.. Enumerable.Range(first, Math.Min(RowsAtOnce, data.Count - first + 1))]);
            var d = Squared(x, rows).Values();
            for (int i = 0; i < nearest.Length; i++)
            {
                var column = d.AsSpan(i * rows.RowCount, rows.RowCount);
                int at = TensorPrimitives.IndexOfMin<double>(column); // that of a NaN, if there is one
                if (column[at] < least[i])
                    (least[i], nearest[i]) = (column[at], first + at);
            }
        }
        return nearest;
    }

    private static double[] SumsOfSquares(Mat x)
    {
        var sums = new double[x.RowCount];
        for (int j = 0; j < x.ColumnCount; j++)
        {
            var column = x.Values().AsSpan(j * x.RowCount, x.RowCount);
            TensorPrimitives.MultiplyAdd<double>(column, column, sums, sums);
        }
        return sums;
    }
}
