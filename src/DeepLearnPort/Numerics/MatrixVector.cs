using System.Numerics;
using System.Runtime.CompilerServices;

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
        _packedX.Trim();
        _packedY.Trim();
    }

    private static void Dots(int m, int k, double* a, int lda, double* x, double* y)
    {
        for (int i = 0; i < m; i++)
            y[i] += TensorPrimitives.Dot(new ReadOnlySpan<double>(a + (nint)i * lda, k), new ReadOnlySpan<double>(x, k));
    }

    // Four columns at a time, so that y is read and written a quarter as often.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns(int m, int k, double* a, int lda, double* x, double* y)
    {
        int p = 0;
        for (; p <= k - 4; p += 4, a += 4 * (nint)lda)
        {
            double* a1 = a + lda, a2 = a1 + lda, a3 = a2 + lda;
            double x0 = x[p], x1 = x[p + 1], x2 = x[p + 2], x3 = x[p + 3];
            int i = 0;
            for (; i <= m - Vector<double>.Count; i += Vector<double>.Count)
            {
                var sum = Vector.Load(y + i);
                sum = Vector.MultiplyAddEstimate(Vector.Load(a + i), new Vector<double>(x0), sum);
                sum = Vector.MultiplyAddEstimate(Vector.Load(a1 + i), new Vector<double>(x1), sum);
                sum = Vector.MultiplyAddEstimate(Vector.Load(a2 + i), new Vector<double>(x2), sum);
                sum = Vector.MultiplyAddEstimate(Vector.Load(a3 + i), new Vector<double>(x3), sum);
                sum.Store(y + i);
            }
            for (; i < m; i++)
                y[i] += a[i] * x0 + a1[i] * x1 + a2[i] * x2 + a3[i] * x3;
        }
        for (; p < k; p++, a += lda)
            for (int i = 0; i < m; i++)
                y[i] += a[i] * x[p];
    }
}
