namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>
    /// (x - mu) / sigma, column by column: brings a set to the scale that <see cref="zscore(Mat)"/> found on another.
    /// </summary>
    /// <param name="x">m × d, samples in rows.</param>
    /// <param name="mu">1 × d; or 1 × 1 for all, m × 1 for one in each row, m × d for one in each place.</param>
    /// <param name="sigma">As mu.</param>
    /// <returns>m × d. As by <c>bsxfun</c>, one row or column of x, too, goes with several of mu or sigma.</returns>
    /// <remarks>Draws nothing. Source: util/normalize.m.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A size of mu or sigma is neither that of x nor 1.</exception>
    [MatTakes(MatClasses.Logical)]
    public static Mat normalize(Mat x, Mat mu, Mat sigma)
    {
        (x, mu, sigma) = (Require.Dense(x, nameof(x)), Require.Dense(mu, nameof(mu)), Require.Dense(sigma, nameof(sigma)));
        return SideBySide(normalize(OnePage(x), OnePage(mu), OnePage(sigma)));
    }

    /// <summary>(x - mu) / sigma of 3-D arrays, as <see cref="normalize(Mat, Mat, Mat)"/>.</summary>
    /// <param name="x">h × w × m.</param>
    /// <param name="mu">
    /// As large as x, or 1 in any dimension: 1 × w × m from <see cref="zscore(Array3)"/>, 1 × 1 × 1 for all.
    /// </param>
    /// <param name="sigma">As mu.</param>
    /// <returns>h × w × m.</returns>
    /// <remarks>Draws nothing. Source: util/normalize.m.</remarks>
    /// <exception cref="ArgumentException">A size of mu or sigma is neither that of x nor 1.</exception>
    [MatTakes(MatClasses.Logical)]
    public static Array3 normalize(Array3 x, Array3 mu, Array3 sigma)
    {
        int h = x.RowCount, w = x.ColumnCount, m = x.PageCount;
        foreach (var (with, name) in new[] { (mu, nameof(mu)), (sigma, nameof(sigma)) })
            if (!Widen(ref h, with.RowCount) | !Widen(ref w, with.ColumnCount) | !Widen(ref m, with.PageCount))
                throw new ArgumentException($"{name} must be as large as x, {x}, or 1 where that is not; is {with}", name);

        var result = new double[Require.Count(h, w, m, nameof(normalize))];
        for (int k = 0; k < m; k++)
            for (int j = 0; j < w; j++)
            {
                var column = result.AsSpan(h * (j + w * k), h);
                ReadOnlySpan<double> from = ColumnOf(x, j, k), shift = ColumnOf(mu, j, k), scale = ColumnOf(sigma, j, k);
                if (from.Length == h)
                    from.CopyTo(column);
                else
                    column.Fill(from[0]);
                if (shift.Length == h)
                    TensorPrimitives.Subtract(column, shift, column);
                else
                    TensorPrimitives.Subtract(column, shift[0], column);
                if (scale.Length == h)
                    TensorPrimitives.Divide(column, scale, column);
                else
                    TensorPrimitives.Divide(column, scale[0], column);
            }
        return Array3.Adopt(h, w, m, result);
    }

    // A matrix as an array that shares its numbers, to be read only.
    private static Array3 OnePage(Mat x) => Array3.Adopt(x.RowCount, x.ColumnCount, 1, x.Values());

    // bsxfun's rule: equal sizes go together, and 1 goes with any.
    private static bool Widen(ref int size, int with)
    {
        bool fits = size == with || size == 1 || with == 1;
        size = size == 1 ? with : size;
        return fits;
    }

    // Column j of page k; the only one where there is one.
    private static ReadOnlySpan<double> ColumnOf(Array3 x, int j, int k) =>
        x.Span.Slice(x.RowCount * ((x.ColumnCount == 1 ? 0 : j) + x.ColumnCount * (x.PageCount == 1 ? 0 : k)), x.RowCount);
}
