namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Repeats each element: <c>expand([1 2; 3 4], [1 2])</c> is <c>[1 1 2 2; 3 3 4 4]</c>.</summary>
    /// <param name="A">m × n.</param>
    /// <param name="S">How often, down and across: two numbers.</param>
    /// <returns>(m·S[0]) × (n·S[1]).</returns>
    /// <remarks>Source: util/expand.m.</remarks>
    /// <exception cref="ArgumentException">S does not have two numbers, or one is negative.</exception>
    [MatClassOf(nameof(A))]
    public static Mat expand(Mat A, IReadOnlyList<int> S)
    {
        RequireExpansion(S, 2);
        return Mat.Build.Dense(A.RowCount * S[0], A.ColumnCount * S[1], (i, j) => A[i / S[0], j / S[1]]);
    }

    /// <summary>Repeats each element of a 3-D array.</summary>
    /// <param name="A">h × w × m.</param>
    /// <param name="S">How often, in each dimension: three numbers.</param>
    /// <returns>(h·S[0]) × (w·S[1]) × (m·S[2]).</returns>
    /// <remarks>Source: util/expand.m.</remarks>
    /// <exception cref="ArgumentException">S does not have three numbers, or one is negative.</exception>
    [MatClassOf(nameof(A))]
    public static Array3 expand(Array3 A, IReadOnlyList<int> S)
    {
        RequireExpansion(S, 3);
        return Array3.Create(A.RowCount * S[0], A.ColumnCount * S[1], A.PageCount * S[2], (i, j, k) => A[i / S[0], j / S[1], k / S[2]]);
    }

    private static void RequireExpansion(IReadOnlyList<int> S, int dimensions)
    {
        if (S.Count != dimensions || S.Any(times => times < 0))
            throw new ArgumentException($"S must have {dimensions} numbers, none negative (one for each dimension of A); was [{string.Join(' ', S)}]", nameof(S));
    }
}
