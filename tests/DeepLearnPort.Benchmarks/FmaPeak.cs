using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DeepLearnPort.Benchmarks;

/// <summary>What one core can do at most: fused multiply-adds on registers alone.</summary>
internal static class FmaPeak
{
    private const int Steps = 100_000, Sums = 12;

    /// <summary>10⁹ operations a second, the best of some tries.</summary>
    public static double Measure()
    {
        int width = Vector512.IsHardwareAccelerated ? Vector512<double>.Count : Vector256<double>.Count;
        double best = 0;
        for (int i = 0; i < 30; i++)
        {
            long start = Stopwatch.GetTimestamp();
            double sum = Vector512.IsHardwareAccelerated ? Run512() : Run256();
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (!double.IsNaN(sum))
                best = Math.Max(best, 2.0 * width * Sums * Steps / seconds / 1e9);
        }
        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Run512()
    {
        Vector512<double> x = Vector512.Create(0.5), y = Vector512.Create(1.0);
        Vector512<double> s0 = y, s1 = y, s2 = y, s3 = y, s4 = y, s5 = y, s6 = y, s7 = y, s8 = y, s9 = y, s10 = y, s11 = y;
        for (int i = 0; i < Steps; i++)
        {
            s0 = Vector512.FusedMultiplyAdd(s0, x, y);
            s1 = Vector512.FusedMultiplyAdd(s1, x, y);
            s2 = Vector512.FusedMultiplyAdd(s2, x, y);
            s3 = Vector512.FusedMultiplyAdd(s3, x, y);
            s4 = Vector512.FusedMultiplyAdd(s4, x, y);
            s5 = Vector512.FusedMultiplyAdd(s5, x, y);
            s6 = Vector512.FusedMultiplyAdd(s6, x, y);
            s7 = Vector512.FusedMultiplyAdd(s7, x, y);
            s8 = Vector512.FusedMultiplyAdd(s8, x, y);
            s9 = Vector512.FusedMultiplyAdd(s9, x, y);
            s10 = Vector512.FusedMultiplyAdd(s10, x, y);
            s11 = Vector512.FusedMultiplyAdd(s11, x, y);
        }
        return Vector512.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Run256()
    {
        Vector256<double> x = Vector256.Create(0.5), y = Vector256.Create(1.0);
        Vector256<double> s0 = y, s1 = y, s2 = y, s3 = y, s4 = y, s5 = y, s6 = y, s7 = y, s8 = y, s9 = y, s10 = y, s11 = y;
        for (int i = 0; i < Steps; i++)
        {
            s0 = Vector256.FusedMultiplyAdd(s0, x, y);
            s1 = Vector256.FusedMultiplyAdd(s1, x, y);
            s2 = Vector256.FusedMultiplyAdd(s2, x, y);
            s3 = Vector256.FusedMultiplyAdd(s3, x, y);
            s4 = Vector256.FusedMultiplyAdd(s4, x, y);
            s5 = Vector256.FusedMultiplyAdd(s5, x, y);
            s6 = Vector256.FusedMultiplyAdd(s6, x, y);
            s7 = Vector256.FusedMultiplyAdd(s7, x, y);
            s8 = Vector256.FusedMultiplyAdd(s8, x, y);
            s9 = Vector256.FusedMultiplyAdd(s9, x, y);
            s10 = Vector256.FusedMultiplyAdd(s10, x, y);
            s11 = Vector256.FusedMultiplyAdd(s11, x, y);
        }
        return Vector256.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11);
    }
}
