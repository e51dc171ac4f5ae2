using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace DeepLearnPort;

/// <summary>The numbers of a matrix, column by column, and what the toolbox asks of rows.</summary>
internal static unsafe class MatrixValues
{
    /// <summary>The matrix's own array; a copy if it is not stored as a dense one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double[] Values(this Mat matrix) => matrix.AsColumnMajorArray() ?? matrix.ToColumnMajorArray();

    /// <summary>x(rows,:), rows counted from 1, to rows.Length × columns numbers, column by column.</summary>
    public static void CopyRows(this Mat x, ReadOnlySpan<int> rows, Span<double> destination)
    {
        Lengths.Enough(destination.Length, (long)rows.Length * x.ColumnCount, nameof(destination));
        fixed (int* pRows = rows)
        fixed (double* to = destination)
            Loop<(Mat X, nint Rows, int Count, nint To)>.Run(x.ColumnCount, ColumnsPerTask(rows.Length),
                (x, (nint)pRows, rows.Length, (nint)to), static (s, from, to) =>
            {
                var rows = new ReadOnlySpan<int>((int*)s.Rows, s.Count);
                for (int j = from; j < to; j++)
                    s.X.GatherColumn(j, rows, new Span<double>((double*)s.To + (nint)j * s.Count, s.Count));
            });
    }

    // Some ten microseconds of work.
    private static int ColumnsPerTask(int rows) => 1 + 8192 / (rows + 1);

    /// <summary>
    /// x(rows,j), rows counted from 1 and j from 0. The lines of the next column, which nothing but this announces, are on their way into
    /// the cache meanwhile; announcing an address that is none does no harm.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void GatherColumn(this Mat x, int j, ReadOnlySpan<int> rows, Span<double> to)
    {
        Lengths.Enough(to.Length, rows.Length, nameof(to));
        var values = x.Values();
        var column = values.AsSpan(j * x.RowCount, x.RowCount);
        fixed (double* next = values.AsSpan(Math.Min(j + 1, x.ColumnCount - 1) * x.RowCount))
            for (int i = 0; i < rows.Length; i++)
            {
                if (Sse.IsSupported)
                    Sse.Prefetch1(next + rows[i] - 1);
                to[i] = column[rows[i] - 1];
            }
    }

    /// <summary>The given number of rows from the first (counted from 0), to count × columns numbers, column by column.</summary>
    public static void CopyRows(this Mat x, int first, int count, Span<double> destination)
    {
        if (first < 0 || count < 0 || first > x.RowCount - count)
            throw new ArgumentException(
                $"{count} rows from row {first} on are not all there: there are {x.RowCount} (0 is the first)", nameof(first));
        Lengths.Enough(destination.Length, (long)count * x.ColumnCount, nameof(destination));
        fixed (double* to = destination)
            Loop<(double[] From, int Start, int Step, nint To, int Count)>.Run(x.ColumnCount, ColumnsPerTask(count),
                (x.Values(), first, x.RowCount, (nint)to, count), static (s, from, to) =>
            {
                for (int j = from; j < to; j++)
                    s.From.AsSpan(s.Start + j * s.Step, s.Count).CopyTo(new Span<double>((double*)s.To + (nint)j * s.Count, s.Count));
            });
    }

    /// <summary>The second output of <c>max(x,[],2)</c>: each row's column with the largest value, counted from 1.</summary>
    /// <remarks>Of equal values the first wins; NaN is passed over, and a row of NaN gives 1.</remarks>
    public static int[] MaxIndices(this Mat x)
    {
        var values = x.Values();
        int m = x.RowCount;
        var index = new int[m];
        for (int i = 0; i < m; i++)
        {
            int best = 0;
            for (int j = 1; j < x.ColumnCount; j++)
                if (values[i + j * m] > values[i + best * m] || double.IsNaN(values[i + best * m]) && !double.IsNaN(values[i + j * m]))
                    best = j;
            index[i] = best + 1;
        }
        return index;
    }

    /// <summary>The transposed matrix: <paramref name="values"/> (rows × columns) to columns × rows, column by column.</summary>
    public static void Transpose(ReadOnlySpan<double> values, int rows, int columns, Span<double> transposed)
    {
        const int Tile = 16; // of both, so that every cache line that is touched is used up
        Lengths.Size(rows, nameof(rows));
        Lengths.Size(columns, nameof(columns));
        Lengths.Same(values.Length, (long)rows * columns, nameof(values));
        Lengths.Same(transposed.Length, values.Length, nameof(transposed));
        for (int left = 0; left < columns; left += Tile)
            for (int top = 0; top < rows; top += Tile)
                for (int i = top; i < Math.Min(top + Tile, rows); i++)
                    for (int j = left; j < Math.Min(left + Tile, columns); j++)
                        transposed[j + i * columns] = values[i + j * rows];
    }
}
