namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>An n×n matrix of zeros.</summary>
    /// <param name="n">Rows and columns; negative counts as 0.</param>
    /// <returns>The n×n matrix.</returns>
    public static Mat zeros(int n) => zeros(n, n);

    /// <summary>An m×n matrix of zeros.</summary>
    /// <param name="m">Rows; negative counts as 0.</param>
    /// <param name="n">Columns; negative counts as 0.</param>
    /// <returns>The m×n matrix.</returns>
    public static Mat zeros(int m, int n) => Sized.Filled(m, n, _ => { });

    /// <summary>A matrix of zeros.</summary>
    /// <param name="size">Rows and columns: <c>[m, n]</c>, such as <c>size(x)</c>; <c>[n]</c> is n×n.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">There is no size, or more than two.</exception>
    public static Mat zeros(IReadOnlyList<int> size) => Sized.Filled(size, _ => { });
}
