using System.Runtime.Intrinsics;

namespace DeepLearnPort.Tests;

/// <summary>Every kernel is tried on every machine: where the vectors are not in hardware, .NET computes them in software.</summary>
public class TilesTests
{
    private static readonly Tiles[] All =
    [
        new Tiles<Simd512, Vector512<double>, N8>(), new Tiles<Simd256, Vector256<double>, N4>(),
        new Tiles<Simd128, Vector128<double>, N4>(), new Tiles<Simd64, double, N4>(),
    ];

    [Test]
    public unsafe void Multiply_EverySizeOfTile_IsTheSumWrittenOut(
        [ValueSource(nameof(All))] object kernels, [Values] bool transA, [Values] bool transB)
    {
        var tiles = (Tiles)kernels;
        const int k = 7;
        var random = new Random(1);
        for (int m = 1; m <= 2 * tiles.Rows + 1; m++)
            for (int n = 1; n <= tiles.Columns + 3; n++)
            {
                var a = Values(random, m * k);
                var b = Values(random, n * k);
                var c = Values(random, m * n);
                var start = (double[])c.Clone();
                var left = new double[(m + tiles.Width) * k];
                var right = new double[n * k];
                fixed (double* pa = a, pb = b, pc = c, pLeft = left, pRight = right)
                {
                    tiles.PackLeft(transA, m, k, pa, transA ? k : m, pLeft);
                    tiles.PackRight(transB, n, k, pb, transB ? n : k, pRight);
                    tiles.Multiply(m, n, k, pLeft, pRight, pc, m, 2, add: true);
                }
                for (int i = 0; i < m; i++)
                    for (int j = 0; j < n; j++)
                    {
                        double sum = Enumerable.Range(0, k).Sum(p => a[transA ? p + i * k : i + p * m] * b[transB ? j + p * n : p + j * k]);
                        Assert.That(c[i + j * m], Is.EqualTo(start[i + j * m] + 2 * sum).Within(1e-14), $"{m}×{n}: ({i}, {j})");
                    }
            }
    }

    private static double[] Values(Random random, int count)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = random.NextDouble() - 0.5;
        return values;
    }
}
