namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Matrices side by side: <c>[a, b]</c>.</summary>
    /// <param name="parts">Of as many rows each; empty 0×0 ones are passed over.</param>
    /// <returns>The matrix; 0×0 when there are no parts.</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static Mat horzcat(params Mat[] parts)
    {
        var filled = Array.FindAll(parts, part => !IsEmpty(part));
        if (filled.Length == 0)
            return zeros(0);
        int m = filled[0].RowCount;
        foreach (var part in filled)
            Require.Rows(part, m, nameof(parts), "rows of the first part");
        return Mat.Build.Dense(m, filled.Sum(part => part.ColumnCount), [.. filled.SelectMany(part => part.Values())]);
    }

    // MATLAB's []
    private static bool IsEmpty(Mat x) => x.RowCount == 0 && x.ColumnCount == 0;
}
