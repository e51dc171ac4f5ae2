namespace DeepLearnPort;

/// <summary>Positions in MATLAB's notation, counted from 1.</summary>
internal static class MatPlace
{
    /// <summary>An element of a cell: <c>{2}</c>, or <c>{1,2}</c> where the cell is no vector.</summary>
    public static string Cell(MatCell cell, int index) =>
        cell.Dimensions.Length == 2 && (cell.Rows == 1 || cell.Columns == 1) ? $"{{{index + 1}}}" : $"{{{Subscripts(cell, index)}}}";

    /// <summary>An element of an array: <c>(3,17)</c>; nothing for the only one.</summary>
    public static string Element(MatValue array, int index) => array.Count == 1 ? "" : $"({Subscripts(array, index)})";

    private static string Subscripts(MatValue array, int index)
    {
        var subscripts = new List<int>();
        foreach (int size in array.Dimensions)
        {
            subscripts.Add(index % size + 1);
            index /= size;
        }
        return string.Join(',', subscripts);
    }
}
