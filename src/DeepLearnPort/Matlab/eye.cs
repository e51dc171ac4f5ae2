namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The n×n identity matrix.</summary>
    /// <param name="n">Rows and columns; negative counts as 0.</param>
    /// <returns>The n×n matrix.</returns>
    public static Mat eye(int n) => eye(n, n);

    /// <summary>An m×n matrix with ones on its diagonal.</summary>
    /// <param name="m">Rows; negative counts as 0.</param>
    /// <param name="n">Columns; negative counts as 0.</param>
    /// <returns>The m×n matrix.</returns>
    public static Mat eye(int m, int n) => eye([m, n]);

    /// <summary>A matrix with ones on its diagonal.</summary>
    /// <param name="size">Rows and columns: <c>[m, n]</c>, such as <c>size(x)</c>; <c>[n]</c> is n×n.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">There is no size, or more than two.</exception>
    public static Mat eye(IReadOnlyList<int> size)
    {
        var I = zeros(size);
        for (int i = 0; i < Math.Min(I.RowCount, I.ColumnCount); i++)
            I[i, i] = 1;
        return I;
    }
}
