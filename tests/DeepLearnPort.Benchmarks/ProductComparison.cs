using System.Runtime.InteropServices;
using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace DeepLearnPort.Benchmarks;

/// <summary>Our product against OpenBLAS (where it is installed) and MathNet's managed one, each with one thread.</summary>
internal static unsafe class ProductComparison
{
    private const string Library = "libopenblas.so.0";

    public static void Run()
    {
        WorkPool.Threads = 1;
        Control.UseSingleThread();
        bool blas = NativeLibrary.TryLoad(Library, out _);
        if (blas)
            openblas_set_num_threads(1);
        Console.WriteLine(blas
            ? $"OpenBLAS: {Marshal.PtrToStringUTF8(openblas_get_config())} (OPENBLAS_CORETYPE chooses the kernel)"
            : $"{Library} is not installed: without OpenBLAS");
        Console.WriteLine(Invariant($"FMA peak {FmaPeak.Measure():F1} GF/s; ours in tiles of {Tiles.Best.Rows}×{Tiles.Best.Columns}"));
        Console.WriteLine();
        Console.WriteLine("| m×k×n | ours GF/s | OpenBLAS GF/s | MathNet GF/s | ours / OpenBLAS | ours / MathNet |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var shape in Shape.All)
            Compare(new Operands(shape), blas);
    }

    private static void Compare(Operands operands, bool blas)
    {
        var shape = operands.Shape;
        int repeats = (int)Math.Clamp(2e7 / shape.Operations, 1, 1000), rounds = shape.Operations > 1e9 ? 9 : 101;
        var ours = Rounds.Timed(repeats, operands.Multiply);
        var mathNet = Rounds.Run(shape.Operations > 1e9 ? 1 : 5, ours, Rounds.Timed(1, () => MathNet(operands)));
        string row = Invariant($" {Speed(mathNet[1])} |"), last = Invariant($" {Rounds.Ratio(mathNet[1], mathNet[0]):F1} |");
        if (blas)
        {
            var times = Rounds.Run(rounds, ours, Rounds.Timed(repeats, () => OpenBlas(operands)));
            Console.WriteLine($"| {shape} | {Speed(times[0])} | {Speed(times[1])} |{row}" + Invariant($" {Rounds.Ratio(times[1], times[0]):F2} |") + last);
        }
        else
            Console.WriteLine($"| {shape} | {Speed(mathNet[0])} | - |{row} - |{last}");

        string Speed(double[] milliseconds) => Invariant($"{shape.Operations / Rounds.Median(milliseconds) / 1e6:F1}");
    }

    private static void MathNet(Operands o) => ManagedLinearAlgebraProvider.Instance.MatrixMultiplyWithUpdate(
        o.Shape.TransA ? Transpose.Transpose : Transpose.DontTranspose, o.Shape.TransB ? Transpose.Transpose : Transpose.DontTranspose,
        1.0, o.A, o.Shape.Lda, o.A.Length / o.Shape.Lda, o.B, o.Shape.Ldb, o.B.Length / o.Shape.Ldb, 0.0, o.C);

    private static void OpenBlas(Operands o)
    {
        fixed (double* a = o.A, b = o.B, c = o.C)
            cblas_dgemm(102, o.Shape.TransA ? 112 : 111, o.Shape.TransB ? 112 : 111, o.Shape.M, o.Shape.N, o.Shape.K,
                1, a, o.Shape.Lda, b, o.Shape.Ldb, 0, c, o.Shape.M);
    }

    [DllImport(Library)]
    private static extern void cblas_dgemm(int order, int transA, int transB, int m, int n, int k, double alpha,
        double* a, int lda, double* b, int ldb, double beta, double* c, int ldc);

    [DllImport(Library)]
    private static extern void openblas_set_num_threads(int threads);

    [DllImport(Library)]
    private static extern nint openblas_get_config();
}
