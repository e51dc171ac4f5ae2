namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>All combinations of the elements of some vectors, the last vector changing fastest.</summary>
    /// <param name="A">The vectors: <c>allcomb([1, 3, 5], [-3, 8], [0, 1])</c>.</param>
    /// <returns>P × N for N vectors, P the product of their lengths; 0 × N when one of them is empty.</returns>
    /// <remarks>
    /// Draws nothing. Source: util/allcomb.m, which also displays whether its last argument is text; this does not.
    /// </remarks>
    /// <exception cref="ArgumentNullException">A or one of its vectors is null.</exception>
    /// <exception cref="ArgumentException">There is no vector, or there are more combinations than a matrix holds.</exception>
    public static Mat allcomb(params double[][] A)
    {
        RequireVectors(A);
        if (A.Length == 0)
            throw new ArgumentException("allcomb needs at least one vector", nameof(A));
        return Combinations(A, lastFastest: true);
    }

    /// <summary>
    /// All combinations of the elements of some vectors, in MATLAB's order of indices: <c>allcomb([[1, 2], [3, 4]],
    /// "matlab")</c>.
    /// </summary>
    /// <param name="A">The vectors; none give an empty matrix.</param>
    /// <param name="order"><c>"matlab"</c>, or <c>"john"</c> for the same, in any case: the first vector changes fastest.</param>
    /// <returns>
    /// P × N for N vectors, P the product of their lengths; when one of them is empty 0 × (N + 1), as the original counts the
    /// order too.
    /// </returns>
    /// <remarks>Draws nothing. Source: util/allcomb.m.</remarks>
    /// <exception cref="ArgumentNullException">A, one of its vectors or the order is null.</exception>
    /// <exception cref="ArgumentException">
    /// The order is another word, or there are more combinations than a matrix holds.
    /// </exception>
    public static Mat allcomb([MatForm(Varargin = true)] double[][] A, string order)
    {
        RequireVectors(A);
        ArgumentNullException.ThrowIfNull(order);
        if (Array.Exists(A, vector => vector.Length == 0))
            return Mat.Build.Dense(0, A.Length + 1);
        Require.Name(order.ToLowerInvariant(), nameof(order), "matlab", "john");
        return Combinations(A, lastFastest: false);
    }

    /// <summary>All combinations of the elements of one matrix, which are its elements.</summary>
    /// <param name="A">Any size.</param>
    /// <returns>Its elements below each other, column by column; 0 × 1 when it is empty.</returns>
    /// <remarks>Draws nothing. Source: util/allcomb.m.</remarks>
    /// <exception cref="ArgumentNullException">A is null.</exception>
    public static Mat allcomb(Mat A) => allcomb(Require.Dense(A, nameof(A)).Values());

    /// <summary>All combinations of the elements of one matrix, which are its elements, in either order.</summary>
    /// <param name="A">Any size.</param>
    /// <param name="order"><c>"matlab"</c> or <c>"john"</c>, in any case.</param>
    /// <returns>
    /// Its elements below each other, column by column; 0 × 2 when it is empty, as the original counts the order too.
    /// </returns>
    /// <remarks>Draws nothing. Source: util/allcomb.m.</remarks>
    /// <exception cref="ArgumentNullException">A or the order is null.</exception>
    /// <exception cref="ArgumentException">The order is another word.</exception>
    public static Mat allcomb(Mat A, string order) => allcomb([Require.Dense(A, nameof(A)).Values()], order);

    private static void RequireVectors(double[][] A)
    {
        ArgumentNullException.ThrowIfNull(A);
        for (int k = 0; k < A.Length; k++)
            if (A[k] is null)
                throw new ArgumentNullException(nameof(A), $"A[{k}] must be a vector; is null");
    }

    private static Mat Combinations(double[][] A, bool lastFastest)
    {
        // How many rows it takes until column k changes.
        var period = new int[A.Length];
        int rows = A.Length == 0 ? 0 : 1;
        foreach (int k in lastFastest ? Enumerable.Range(0, A.Length).Reverse() : Enumerable.Range(0, A.Length))
        {
            period[k] = rows;
            rows = Require.Count(rows, A[k].Length, "allcomb");
        }
        Require.Count(rows, A.Length, "allcomb");
        return Mat.Build.Dense(rows, A.Length, (i, k) => A[k][i / period[k] % A[k].Length]);
    }
}
