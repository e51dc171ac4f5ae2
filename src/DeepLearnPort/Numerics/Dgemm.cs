namespace DeepLearnPort;

/// <summary>The dense product C = op(A)·op(B) of column-major doubles.</summary>
internal static unsafe class Dgemm
{
    /// <summary>
    /// C (m×n) = alpha·op(A) (m×k) · op(B) (k×n), or C += … when <paramref name="accumulate"/>; op transposes on request. Column j of a
    /// matrix starts at j times its leading dimension (<paramref name="lda"/>, …). The result has the same bits with any number of
    /// threads. NaN and infinities spread as in the sums written out; nothing of C is read unless it is added to.
    /// </summary>
    /// <exception cref="ArgumentException">A size is negative, a leading dimension less than the rows, or a span too short.</exception>
    public static void Multiply(bool transA, bool transB, int m, int n, int k,
        ReadOnlySpan<double> a, int lda, ReadOnlySpan<double> b, int ldb, Span<double> c, int ldc, bool accumulate = false,
        double alpha = 1)
    {
        Check(nameof(a), transA ? k : m, transA ? m : k, a.Length, lda);
        Check(nameof(b), transB ? n : k, transB ? k : n, b.Length, ldb);
        Check(nameof(c), m, n, c.Length, ldc);
        if (m == 0 || n == 0)
            return;
        fixed (double* pa = a, pb = b, pc = c)
        {
            if (k == 0)
                Clear(m, n, pc, ldc, accumulate);
            else if (NativeBlas.Chosen is { } blas)
                blas.Multiply(transA, transB, m, n, k, alpha, pa, lda, pb, ldb, pc, ldc, accumulate);
            else if (n == 1)
                MatrixVector.Multiply(transA, m, k, alpha, pa, lda, pb, transB ? ldb : 1, pc, 1, accumulate);
            else if (m == 1)
                MatrixVector.Multiply(!transB, n, k, alpha, pb, ldb, pa, transA ? 1 : lda, pc, ldc, accumulate);
            else
                BlockedProduct.Run(transA, transB, m, n, k, alpha, pa, lda, pb, ldb, pc, ldc, accumulate);
        }
    }

    private static void Clear(int m, int n, double* c, int ldc, bool accumulate)
    {
        for (int j = 0; j < n && !accumulate; j++)
            new Span<double>(c + (nint)j * ldc, m).Clear();
    }

    private static void Check(string name, int rows, int columns, int length, int ld)
    {
        if (rows < 0 || columns < 0 || ld < rows)
            throw new ArgumentException($"{name}: {rows}×{columns} with a leading dimension of {ld}.", name);
        long needed = rows == 0 || columns == 0 ? 0 : (columns - 1L) * ld + rows;
        if (length < needed)
            throw new ArgumentException(
                $"{name}: {rows}×{columns} with a leading dimension of {ld} needs {needed} elements, but has {length}.", name);
    }
}
