namespace DeepLearnPort;

/// <summary>The product of a matrix and a vector: it reads every element once, so that packing would only be more reading.</summary>
internal static unsafe class MatrixVector
{
    [ThreadStatic]
    private static ThreadBuffers.Buffer _packedX, _packedY;

    /// <summary>y = alpha·op(A)·x, or y += …; op(A) is m×k, element i of x at <c>x[i·xStep]</c>, of y at <c>y[i·yStep]</c>.</summary>
    public static void Multiply(bool transA, int m, int k, double alpha, double* a, int lda, double* x, int xStep, double* y, int yStep,
        bool add)
    {
        double* px = _packedX.Get(k), py = _packedY.Get(m);
        for (int p = 0; p < k; p++)
            px[p] = alpha * x[(nint)p * xStep];
        for (int i = 0; i < m; i++)
            py[i] = add ? y[(nint)i * yStep] : 0;
        if (transA)
            Dots(m, k, a, lda, px, py);
        else
            Columns(m, k, a, lda, px, py);
        for (int i = 0; i < m; i++)
            y[(nint)i * yStep] = py[i];
    }

    private static void Dots(int m, int k, double* a, int lda, double* x, double* y)
    {
        for (int i = 0; i < m; i++)
            y[i] += TensorPrimitives.Dot(new ReadOnlySpan<double>(a + (nint)i * lda, k), new ReadOnlySpan<double>(x, k));
    }

    private static void Columns(int m, int k, double* a, int lda, double* x, double* y)
    {
        var sum = new Span<double>(y, m);
        for (int p = 0; p < k; p++)
            TensorPrimitives.MultiplyAdd(new ReadOnlySpan<double>(a + (nint)p * lda, m), x[p], sum, sum);
    }
}
