namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>All combinations of the elements of some vectors, the last vector changing fastest.</summary>
    /// <param name="A">The vectors: <c>allcomb([1, 3, 5], [-3, 8], [0, 1])</c>.</param>
    /// <returns>P × N for N vectors, P the product of their lengths; 0 × N when one of them is empty.</returns>
    /// <remarks>Source: util/allcomb.m, which also displays whether its last argument is text; this does not.</remarks>
    /// <exception cref="ArgumentException">There is no vector.</exception>
    public static Mat allcomb(params double[][] A)
    {
        if (A.Length == 0)
            throw new ArgumentException("allcomb needs at least one vector", nameof(A));
        return Combinations(A, lastFastest: true);
    }

    /// <summary>All combinations of the elements of some vectors, in MATLAB's order of indices: <c>allcomb([[1, 2], [3, 4]], "matlab")</c>.</summary>
    /// <param name="A">The vectors; none give an empty matrix.</param>
    /// <param name="order"><c>"matlab"</c>, or <c>"john"</c> for the same: the first vector changes fastest.</param>
    /// <returns>P × N for N vectors, P the product of their lengths; empty when one of them is empty, or there is none.</returns>
    /// <remarks>Source: util/allcomb.m.</remarks>
    /// <exception cref="ArgumentException">The order is another word.</exception>
    public static Mat allcomb([MatForm(Varargin = true)] double[][] A, string order)
    {
        Require.Name(order.ToLowerInvariant(), nameof(order), "matlab", "john");
        return Combinations(A, lastFastest: false);
    }

    private static Mat Combinations(double[][] A, bool lastFastest)
    {
        // How many rows it takes until column k changes.
        var period = new int[A.Length];
        int rows = A.Length == 0 ? 0 : 1;
        foreach (int k in lastFastest ? Enumerable.Range(0, A.Length).Reverse() : Enumerable.Range(0, A.Length))
        {
            period[k] = rows;
            rows = checked(rows * A[k].Length);
        }
        return Mat.Build.Dense(rows, A.Length, (i, k) => A[k][i / period[k] % A[k].Length]);
    }
}
