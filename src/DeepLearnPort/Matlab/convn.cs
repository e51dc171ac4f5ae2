namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Convolution of 3-D arrays: B is turned round in every dimension and moved over A.</summary>
    /// <param name="A">h × w × m.</param>
    /// <param name="B">The kernel, kh × kw × km.</param>
    /// <param name="shape">
    /// <c>"full"</c> (default): (h + kh - 1) × (w + kw - 1) × (m + km - 1); <c>"valid"</c>: only where B lies inside A,
    /// (h - kh + 1) × (w - kw + 1) × (m - km + 1), empty where B is larger; <c>"same"</c>: the middle of the full one, as large as A.
    /// </param>
    /// <returns>C(p) = Σ A(p - q)·B(q) over all places q of B.</returns>
    /// <remarks>Draws nothing. Source: MATLAB's documentation of <c>convn</c>; sizes and middle as recorded in Octave.</remarks>
    /// <exception cref="ArgumentException">Unknown shape, or an empty array.</exception>
    public static Array3 convn(Array3 A, Array3 B, string shape = "full")
    {
        Require.Name(shape, nameof(shape), "full", "same", "valid");
        if (A.IsEmpty || B.IsEmpty)
            throw new ArgumentException($"A and B must have elements; are {A} and {B}", A.IsEmpty ? nameof(A) : nameof(B));

        if (A.RowCount == 1 && B.RowCount == 1 && A.PageCount > 1)
        {
            // The same numbers without the dimension of 1 in front: longer columns.
            var flat = convn(reshape(A, A.ColumnCount, A.PageCount, 1), reshape(B, B.ColumnCount, B.PageCount, 1), shape);
            return reshape(flat, 1, flat.RowCount, flat.ColumnCount);
        }

        var (rows, row) = Extent(A.RowCount, B.RowCount, shape);
        var (columns, column) = Extent(A.ColumnCount, B.ColumnCount, shape);
        var (pages, page) = Extent(A.PageCount, B.PageCount, shape);
        var C = new double[checked(rows * columns * pages)];
        var b = B.Span;
        int n = 0;
        for (int w = 0; w < B.PageCount; w++)
            for (int v = 0; v < B.ColumnCount; v++)
                for (int u = 0; u < B.RowCount; u++)
                    AddShifted(A, b[n++], row - u, column - v, page - w, C, rows, columns, pages);
        return Array3.Adopt(rows, columns, pages, C);
    }

    /// <summary>Convolution of matrices, as <see cref="convn(Array3, Array3, string)"/>.</summary>
    /// <param name="A">h × w.</param>
    /// <param name="B">The kernel, kh × kw.</param>
    /// <param name="shape"><c>"full"</c> (default), <c>"valid"</c> or <c>"same"</c>.</param>
    /// <returns>The convolution.</returns>
    public static Mat convn(Mat A, Mat B, string shape = "full")
    {
        var C = convn((Array3)A, (Array3)B, shape);
        return reshape(C, C.RowCount, C.ColumnCount);
    }

    // How long the result is in one dimension, and at which place of the full convolution it begins.
    private static (int Length, int First) Extent(int a, int b, string shape) => shape switch
    {
        "full" => (a + b - 1, 0),
        "same" => (a, b / 2),
        _ => (Math.Max(a - b + 1, 0), b - 1),
    };

    // C(i,j,k) += A(i + row, j + column, k + page) * factor, where there is such an element of A
    private static void AddShifted(Array3 A, double factor, int row, int column, int page, Span<double> C, int rows, int columns, int pages)
    {
        int from = Math.Max(0, -row), to = Math.Min(rows, A.RowCount - row);
        if (from >= to)
            return;
        for (int k = Math.Max(0, -page); k < Math.Min(pages, A.PageCount - page); k++)
            for (int j = Math.Max(0, -column); j < Math.Min(columns, A.ColumnCount - column); j++)
            {
                var a = A.Span.Slice(from + row + A.RowCount * (j + column + A.ColumnCount * (k + page)), to - from);
                var c = C.Slice(from + rows * (j + columns * k), to - from);
                TensorPrimitives.MultiplyAdd(a, factor, c, c);
            }
    }
}
