namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Leaves of each group of numbers only the largest, and makes the others 0.</summary>
    /// <param name="X">Any size.</param>
    /// <param name="M">g × n × k: the numbers, by their place in X from 1, that make a group lie along the second dimension.</param>
    /// <param name="stream">Drawn from: one uniform for each element of M; the ambient one when left out.</param>
    /// <returns>As large as X. Each number in a group has been raised by less than 1e-12, so that no two are equal.</returns>
    /// <remarks>Source: CAE/max3d.m.</remarks>
    /// <exception cref="ArgumentException">M names a place that X does not have.</exception>
    public static Array3 max3d(Array3 X, Array3 M, RandStream? stream = null)
    {
        foreach (double place in M.Span)
            if (!(place >= 1 && place <= X.Span.Length && place == Math.Truncate(place)))
                throw new ArgumentException(Invariant($"M must hold places in X, from 1 to {X.Span.Length}; holds {place}"), nameof(M));
        var B = new double[M.Span.Length];
        (stream ?? RandStream.Global).Rand(B);
        for (int i = 0; i < B.Length; i++)
            B[i] = X.Values[(int)M.Values[i] - 1] + B[i] * 1e-12;

        int g = M.RowCount, n = M.ColumnCount;
        return X.With(values =>
        {
            for (int i = 0; i < B.Length; i++)
            {
                // element i of its group: the group's elements lie g apart
                int first = i / (g * n) * (g * n) + i % g;
                bool largest = true;
                for (int other = 0; other < n; other++)
                    largest &= !(B[first + other * g] > B[i]);
                values[(int)M.Values[i] - 1] = largest ? B[i] : 0;
            }
        });
    }
}
