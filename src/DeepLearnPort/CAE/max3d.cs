namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Leaves of each group of numbers only the largest, and multiplies the others by 0.</summary>
    /// <param name="X">Any size.</param>
    /// <param name="M">
    /// g × n × k: the numbers, by their place in X from 1, that make a group lie along the second dimension. As in MATLAB, where
    /// X and M are both vectors M counts as lying the way X does: in a row all are one group, in a column each is its own.
    /// </param>
    /// <param name="stream">Drawn from: one uniform for each element of M; the ambient one when left out.</param>
    /// <returns>
    /// As large as X. Each number in a group has been raised by less than 1e-12, so that no two are equal. 0 times an infinite
    /// number or NaN is NaN.
    /// </returns>
    /// <remarks>Source: CAE/max3d.m.</remarks>
    /// <exception cref="ArgumentException">M names a place that X does not have.</exception>
    public static Array3 max3d(Array3 X, [MatTakes(MatClasses.Integer)] Array3 M, RandStream? stream = null)
    {
        foreach (double place in M.Span)
            if (!(place >= 1 && place <= X.Span.Length && place == Math.Truncate(place)))
                throw new ArgumentException(
                    Invariant($"M must hold places in X, from 1 to {X.Span.Length}; holds {place}"), nameof(M));
        var B = new double[M.Span.Length];
        (stream ?? RandStream.Global).Rand(B);
        for (int i = 0; i < B.Length; i++)
            B[i] = X.Values[(int)M.Values[i] - 1] + B[i] * 1e-12;

        var (g, n) = GroupsOf(X, M);
        return X.With(values =>
        {
            for (int i = 0; i < B.Length; i++)
            {
                // element i of its group: the group's elements lie g apart
                int first = i / (g * n) * (g * n) + i % g;
                bool largest = true;
                for (int other = 0; other < n; other++)
                    largest &= !(B[first + other * g] > B[i]);
                values[(int)M.Values[i] - 1] = largest ? B[i] : B[i] * 0;
            }
        });
    }

    // Rows and columns of X(M): those of M, unless both are vectors.
    private static (int Rows, int Columns) GroupsOf(Array3 X, Array3 M) => IsNdVector(X) && IsNdVector(M)
        ? (X.RowCount > 1 ? M.Span.Length : 1, X.ColumnCount > 1 ? M.Span.Length : 1)
        : (M.RowCount, M.ColumnCount);

    // Whether there are several elements, all in one dimension.
    private static bool IsNdVector(Array3 x) =>
        x.Span.Length > 1 && Math.Max(x.RowCount, Math.Max(x.ColumnCount, x.PageCount)) == x.Span.Length;
}
