namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Repeats each element: <c>expand([1 2; 3 4], [1 2])</c> is <c>[1 1 2 2; 3 3 4 4]</c>.</summary>
    /// <param name="A">m × n.</param>
    /// <param name="S">How often, down and across: two numbers.</param>
    /// <returns>(m·S[0]) × (n·S[1]).</returns>
    /// <remarks>Draws nothing. Source: util/expand.m.</remarks>
    /// <exception cref="ArgumentNullException">A or S is null.</exception>
    /// <exception cref="ArgumentException">
    /// S does not have two numbers, one is negative, or the result would be too large.
    /// </exception>
    [MatClassOf(nameof(A))]
    public static Mat expand(Mat A, [MatTakes(MatClasses.Integer)] IReadOnlyList<int> S)
    {
        A = Require.Dense(A, nameof(A));
        RequireExpansion(S, 2);
        int m = Require.Count(A.RowCount, S[0], "expand"), n = Require.Count(A.ColumnCount, S[1], "expand");
        Require.Count(m, n, "expand");
        return Mat.Build.Dense(m, n, (i, j) => A[i / S[0], j / S[1]]);
    }

    /// <summary>Repeats each element of a 3-D array.</summary>
    /// <param name="A">h × w × m.</param>
    /// <param name="S">How often, in each dimension: three numbers.</param>
    /// <returns>(h·S[0]) × (w·S[1]) × (m·S[2]).</returns>
    /// <remarks>Draws nothing. Source: util/expand.m.</remarks>
    /// <exception cref="ArgumentNullException">S is null.</exception>
    /// <exception cref="ArgumentException">
    /// S does not have three numbers, one is negative, or the result would be too large.
    /// </exception>
    [MatClassOf(nameof(A))]
    public static Array3 expand(Array3 A, [MatTakes(MatClasses.Integer)] IReadOnlyList<int> S)
    {
        RequireExpansion(S, 3);
        int h = Require.Count(A.RowCount, S[0], "expand"), w = Require.Count(A.ColumnCount, S[1], "expand");
        int m = Require.Count(A.PageCount, S[2], "expand");
        Require.Count(h, w, m, "expand");
        return Array3.Create(h, w, m, (i, j, k) => A[i / S[0], j / S[1], k / S[2]]);
    }

    private static void RequireExpansion(IReadOnlyList<int> S, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(S);
        if (S.Count != dimensions || S.Any(times => times < 0))
            throw new ArgumentException(
                $"S must have {dimensions} numbers, none negative (one for each dimension of A); "
                    + $"was [{string.Join(' ', S)}]", nameof(S));
    }
}
