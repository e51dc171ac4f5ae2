using System.Runtime.InteropServices;

namespace DeepLearnPort;

/// <summary>Goes through the variables of a version 4 file: matrices of numbers, text and sparse matrices, each with its own header.</summary>
internal static class Level4File
{
    /// <summary>The variables in file order. Each can be read until the next one is asked for.</summary>
    /// <param name="source">The file, from its first byte.</param>
    /// <param name="options">Strictness and limits.</param>
    /// <param name="allowance">Counts what is taken of the limits.</param>
    public static IEnumerable<MatEntry> Entries(ByteSource source, MatReadOptions options, MatAllowance allowance)
    {
        while (!source.Peek(1).IsEmpty)
        {
            source.Errors.Variable = null;
            allowance.BeginVariable();
            var header = Level4Header.Read(source, options, allowance);
            allowance.Header(header.Name.Length, dimensions: 2);
            var next = source.Position + header.DataBytes;
            if (header.Kind == Level4Header.SparseKind)
            {
                // Its size stands at the end of its data.
                var sparse = Sparse(header);
                yield return new(MatVariable.Of(header.Name, sparse), () => sparse);
            }
            else
            {
                var matClass = header.Kind == Level4Header.TextKind ? MatClass.Char : MatClass.Double;
                var variable = new MatVariable(header.Name, matClass, [header.Rows, header.Columns]) { IsComplex = header.IsComplex };
                yield return new(variable, () => header.Kind == Level4Header.TextKind ? Text(header) : Full(header));
            }
            source.Skip(next - source.Position);
        }
    }

    private static MatNumeric<double> Full(Level4Header header)
    {
        header.Numbers.Allowance.Value(dimensions: 2);
        return new(header.Part<double>(), [header.Rows, header.Columns], header.IsComplex ? header.Part<double>() : null);
    }

    private static MatChar Text(Level4Header header)
    {
        var allowance = header.Numbers.Allowance;
        allowance.Value(dimensions: 2);
        allowance.Text(header.Count);
        allowance.TakeRows([header.Rows, header.Columns]);
        var units = header.Part<ushort>();
        return new(new string(MemoryMarshal.Cast<ushort, char>(units)), [header.Rows, header.Columns]);
    }

    /// <summary>Rows of row number, column number, value and, if complex, imaginary part; the last one holds the size.</summary>
    private static MatSparse Sparse(Level4Header header)
    {
        var source = header.Numbers.Source;
        source.Require(header.Rows > 0 && header.Columns is 3 or 4 && !header.IsComplex, $"version 4 sparse matrix stored as {header.Rows}x{header.Columns}");
        var (stored, entries) = (header.Part<double>(), header.Rows - 1);
        var (rows, columns) = (Whole(entries, 0, int.MaxValue), Whole(header.Rows + entries, 0, int.MaxValue));
        source.Require(columns - entries <= header.Numbers.Options.MaxEmptyColumns, $"version 4 sparse matrix of {columns} columns and {entries} entries ({nameof(MatReadOptions)}.{nameof(MatReadOptions.MaxEmptyColumns)})");
        var allowance = header.Numbers.Allowance;
        allowance.Value(dimensions: 2);
        allowance.Array(rows + 1L, sizeof(int)); // MathNet's sparse matrices have a number for each row
        allowance.Array(columns + 1L, sizeof(int));
        allowance.Array(entries, 4 * sizeof(int) + 2 * sizeof(double));

        var order = new int[entries];
        for (var k = 0; k < entries; k++) order[k] = k;
        var (row, column) = (new int[entries], new int[entries]);
        for (var k = 0; k < entries; k++)
        {
            row[k] = Whole(k, 1, rows) - 1;
            column[k] = Whole(header.Rows + k, 1, columns) - 1;
        }
        Array.Sort(order, (a, b) => (column[a], row[a], a).CompareTo((column[b], row[b], b)));

        var pointers = new int[columns + 1];
        foreach (var c in column) pointers[c + 1]++;
        for (var c = 0; c < columns; c++) pointers[c + 1] += pointers[c];
        var rowIndices = Array.ConvertAll(order, k => row[k]);
        Level5Sparse.CheckColumns(source.Errors, pointers, rowIndices, rows);
        return new(rows, columns, rowIndices, pointers, Values(2), header.Columns == 4 ? Values(3) : null, isLogical: false);

        double[] Values(int part) => Array.ConvertAll(order, k => stored[part * header.Rows + k]);

        int Whole(int position, int least, int most)
        {
            var value = stored[position];
            source.Require(value >= least && value <= most && value == Math.Floor(value), $"version 4 sparse matrix with {value} where a whole number from {least} to {most} is due");
            return (int)value;
        }
    }
}
