using MathNet.Numerics.Providers.LinearAlgebra;

namespace DeepLearnPort;

/// <summary>MathNet's provider of linear algebra with our product of doubles; everything else is MathNet's managed code.</summary>
internal sealed partial class FastProvider : ILinearAlgebraProvider
{
    public static readonly FastProvider Instance = new();

    public override string ToString() => "DeepLearnPort";

    public void MatrixMultiply(double[] x, int rowsX, int columnsX, double[] y, int rowsY, int columnsY, double[] result)
        => MatrixMultiplyWithUpdate(Transpose.DontTranspose, Transpose.DontTranspose, 1, x, rowsX, columnsX, y, rowsY, columnsY, 0, result);

    public void MatrixMultiplyWithUpdate(Transpose transposeA, Transpose transposeB, double alpha, double[] a, int rowsA, int columnsA,
        double[] b, int rowsB, int columnsB, double beta, double[] c)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(c);
        bool transA = transposeA != Transpose.DontTranspose, transB = transposeB != Transpose.DontTranspose;
        var (m, k) = transA ? (columnsA, rowsA) : (rowsA, columnsA);
        var (kB, n) = transB ? (columnsB, rowsB) : (rowsB, columnsB);
        if (k != kB)
            throw new ArgumentException($"The product of {m}×{k} and {kB}×{n} needs as many columns on the left as rows on the right.");
        if (a.Length != (long)rowsA * columnsA || b.Length != (long)rowsB * columnsB || c.Length != (long)m * n)
            throw new ArgumentException($"{rowsA}×{columnsA}, {rowsB}×{columnsB} and {m}×{n} are not the sizes of arrays of "
                + $"{a.Length}, {b.Length} and {c.Length} elements.");
        if (ReferenceEquals(a, c))
            a = (double[])a.Clone();
        if (ReferenceEquals(b, c))
            b = (double[])b.Clone();
        if (beta != 0 && beta != 1)
            Managed.ScaleArray(beta, c, c);
        Dgemm.Multiply(transA, transB, m, n, k, a, rowsA, b, rowsB, c, m, beta != 0, alpha);
    }
}
