using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DeepLearnPort;

/// <summary>
/// Copies an operand into panels the micro-kernel reads from end to end. Across a panel run the rows of A (or the columns of B), along it
/// the k that is summed over: for each k, <c>width</c> neighbours lie side by side.
/// </summary>
internal static unsafe class Packing
{
    /// <summary>
    /// Packs <paramref name="count"/> × <paramref name="k"/> elements in panels of <paramref name="width"/>; the last, lower panel is
    /// filled with zeros to a multiple of <paramref name="unit"/>. Element (i, p) is read at <c>source[i + p·stride]</c>, or at
    /// <c>source[p + i·stride]</c> when <paramref name="transposed"/>.
    /// </summary>
    public static void Pack(bool transposed, int count, int k, double* source, nint stride, int width, int unit, double* target)
    {
        for (int i = 0; i < count; i += width)
        {
            int inside = Math.Min(width, count - i);
            int across = (inside + unit - 1) / unit * unit;
            if (transposed)
                Transpose(inside, across, k, source + i * stride, stride, target);
            else
                Copy(inside, across, k, source + i, stride, target);
            target += (nint)across * k;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(int inside, int across, int k, double* source, nint stride, double* target)
    {
        for (; k > 0; k--, source += stride, target += across)
        {
            int i = 0;
            if (Vector512.IsHardwareAccelerated)
                for (; i <= inside - 8; i += 8)
                    Vector512.Load(source + i).Store(target + i);
            if (Vector256.IsHardwareAccelerated)
                for (; i <= inside - 4; i += 4)
                    Vector256.Load(source + i).Store(target + i);
            for (; i < inside; i++)
                target[i] = source[i];
            for (; i < across; i++)
                target[i] = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(int inside, int across, int k, double* source, nint stride, double* target)
    {
        int i = 0;
        if (Avx.IsSupported)
            for (; i <= inside - 4; i += 4)
                Transpose4(k, source + i * stride, stride, target + i, across);
        for (; i < inside; i++)
            for (int p = 0; p < k; p++)
                target[i + (nint)p * across] = source[p + i * stride];
        for (; i < across; i++)
            for (int p = 0; p < k; p++)
                target[i + (nint)p * across] = 0;
    }

    // Four rows at a time, four by four in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose4(int k, double* source, nint stride, double* target, nint across)
    {
        double* row0 = source, row1 = source + stride, row2 = source + 2 * stride, row3 = source + 3 * stride;
        int p = 0;
        for (; p <= k - 4; p += 4, target += 4 * across)
        {
            var x0 = Vector256.Load(row0 + p);
            var x1 = Vector256.Load(row1 + p);
            var x2 = Vector256.Load(row2 + p);
            var x3 = Vector256.Load(row3 + p);
            var y0 = Avx.UnpackLow(x0, x1);
            var y1 = Avx.UnpackHigh(x0, x1);
            var y2 = Avx.UnpackLow(x2, x3);
            var y3 = Avx.UnpackHigh(x2, x3);
            Avx.Permute2x128(y0, y2, 0x20).Store(target);
            Avx.Permute2x128(y1, y3, 0x20).Store(target + across);
            Avx.Permute2x128(y0, y2, 0x31).Store(target + 2 * across);
            Avx.Permute2x128(y1, y3, 0x31).Store(target + 3 * across);
        }
        for (; p < k; p++, target += across)
        {
            target[0] = row0[p];
            target[1] = row1[p];
            target[2] = row2[p];
            target[3] = row3[p];
        }
    }
}
