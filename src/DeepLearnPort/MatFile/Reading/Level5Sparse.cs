using System.Numerics;

namespace DeepLearnPort;

/// <summary>Reads level 5 sparse arrays: row of each entry, start of each column, values.</summary>
internal static class Level5Sparse
{
    public static MatSparse Read(Level5Elements elements, Level5Header header, long end)
    {
        var source = elements.Source;
        source.Require(header.Dimensions.Length == 2, $"sparse array of size {Shape.Text(header.Dimensions.AsSpan())}; two dimensions are all it can have");
        var (rows, columns) = (header.Dimensions[0], header.Dimensions[1]);
        elements.Raw.Allowance.Array(rows + 1L, sizeof(int)); // MathNet's sparse matrices have a number for each row
        var rowIndices = Numbers<int>(elements, elements.Next(end), end);
        var pointers = elements.Numbers<int>(columns + 1L, end);
        var entries = CheckColumns(source.Errors, pointers, rowIndices, rows);
        var real = Values(elements, entries, header.IsLogical, end);
        var imaginary = header.IsComplex && !header.IsLogical ? Values(elements, entries, false, end) : null;
        return new(rows, columns, First(rowIndices, entries), pointers, real, imaginary, header.IsLogical);
    }

    /// <summary>The first elements; the array itself when there are no more.</summary>
    public static T[] First<T>(T[] values, int count) => values.Length == count ? values : values[..count];

    /// <summary>Every column must begin where the one before ends, and go down the rows.</summary>
    /// <returns>The number of entries; there may be room for more.</returns>
    public static int CheckColumns(MatErrors errors, ReadOnlySpan<int> pointers, ReadOnlySpan<int> rowIndices, int rows)
    {
        errors.Require(pointers[0] == 0, $"sparse array whose first column begins at entry {pointers[0]}");
        for (var c = 1; c < pointers.Length; c++)
        {
            errors.Require(pointers[c] >= pointers[c - 1] && pointers[c] <= rowIndices.Length,
                $"sparse array whose column {c} ends at entry {pointers[c]} of {rowIndices.Length}");
            var last = -1;
            foreach (var row in rowIndices[pointers[c - 1]..pointers[c]])
            {
                errors.Require(row > last && row < rows, $"sparse array with row {row} in column {c}, after row {last} of {rows}");
                last = row;
            }
        }
        return pointers[^1];
    }

    private static double[] Values(Level5Elements elements, int entries, bool isLogical, long end)
    {
        var element = elements.Next(end);
        // MATLAB stores the values of sparse logical arrays as bytes that it calls doubles.
        if (isLogical && element.Type == MiType.Double && element.Size < 8L * entries) element = element with { Type = MiType.UInt8 };
        var values = Numbers<double>(elements, element, end);
        elements.Source.Require(values.Length >= entries, $"{values.Length} values for {entries} entries of a sparse array");
        values = First(values, entries);
        if (isLogical)
            foreach (ref var value in values.AsSpan()) value = value == 0 ? 0 : 1;
        return values;
    }

    private static T[] Numbers<T>(Level5Elements elements, Level5Element element, long end)
        where T : unmanaged, INumber<T> => elements.Numbers<T>(element, element.Count, end);
}
