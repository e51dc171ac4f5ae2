namespace DeepLearnPort;

/// <summary>The dense product C = op(A)·op(B) of column-major doubles.</summary>
internal static class Dgemm
{
    /// <summary>C (m×n) = op(A) (m×k) · op(B) (k×n), or C += … when <paramref name="accumulate"/>; op transposes on request.</summary>
    public static void Multiply(bool transA, bool transB, int m, int n, int k,
        ReadOnlySpan<double> a, int lda, ReadOnlySpan<double> b, int ldb, Span<double> c, int ldc, bool accumulate = false)
    {
        for (int j = 0; j < n; j++)
        {
            var cj = c.Slice(j * ldc, m);
            if (!accumulate)
                cj.Clear();
            for (int p = 0; p < k; p++)
            {
                double bpj = transB ? b[j + p * ldb] : b[p + j * ldb];
                for (int i = 0; i < m; i++)
                    cj[i] += (transA ? a[p + i * lda] : a[i + p * lda]) * bpj;
            }
        }
    }
}
