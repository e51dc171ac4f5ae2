namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Matrices one below the other: <c>[a; b]</c>.</summary>
    /// <param name="parts">Of as many columns each; empty 0×0 ones are passed over.</param>
    /// <returns>The matrix; 0×0 when there are no parts.</returns>
    /// <exception cref="ArgumentException">The numbers of columns differ.</exception>
    public static Mat vertcat(params Mat[] parts)
    {
        var filled = Array.FindAll(parts, part => !IsEmpty(part));
        if (filled.Length == 0)
            return zeros(0);
        int n = filled[0].ColumnCount;
        foreach (var part in filled)
            Require.Columns(part, n, nameof(parts), "columns of the first part");
        var result = Mat.Build.Dense(filled.Sum(part => part.RowCount), n);
        int row = 0;
        foreach (var part in filled)
        {
            for (int j = 0; j < n; j++)
                part.Values().AsSpan(j * part.RowCount, part.RowCount).CopyTo(result.Values().AsSpan(j * result.RowCount + row));
            row += part.RowCount;
        }
        return result;
    }
}
