using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DeepLearnPort;

/// <summary>
/// Copies an operand into panels the micro-kernel reads from end to end. Across a panel run the rows of A (or the columns of B), along it
/// the k that is summed over: for each k, <c>width</c> neighbours lie side by side.
/// </summary>
internal static unsafe class Packing<S, V>
    where S : struct, ISimd<V>
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
            else if (inside == 3 * S.Width)
                CopyVectors<N3>(k, source + i, stride, target);
            else if (inside == S.Width)
                CopyVectors<N1>(k, source + i, stride, target);
            else
                Copy(inside, across, k, source + i, stride, target);
            target += (nint)across * k;
        }
    }

    // Panels of whole vectors, as nearly all are.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyVectors<R>(int k, double* source, nint stride, double* target)
        where R : struct, INumber
    {
        for (; k > 0; k--, source += stride, target += R.Value * S.Width)
        {
            S.Store(S.Load(source), target);
            if (R.Value > 1) S.Store(S.Load(source + S.Width), target + S.Width);
            if (R.Value > 2) S.Store(S.Load(source + 2 * S.Width), target + 2 * S.Width);
        }
    }

    private static void Copy(int inside, int across, int k, double* source, nint stride, double* target)
    {
        for (; k > 0; k--, source += stride, target += across)
        {
            for (int i = 0; i < inside; i++)
                target[i] = source[i];
            for (int i = inside; i < across; i++)
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
            TransposeTwo(row0 + p, row1 + p, row2 + p, row3 + p, target, across);
            TransposeTwo(row0 + p + 2, row1 + p + 2, row2 + p + 2, row3 + p + 2, target + 2 * across, across);
        }
        for (; p < k; p++, target += across)
        {
            target[0] = row0[p];
            target[1] = row1[p];
            target[2] = row2[p];
            target[3] = row3[p];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeTwo(double* row0, double* row1, double* row2, double* row3, double* target, nint across)
    {
        var even = Vector256.Create(Vector128.Load(row0), Vector128.Load(row2));
        var odd = Vector256.Create(Vector128.Load(row1), Vector128.Load(row3));
        Avx.UnpackLow(even, odd).Store(target);
        Avx.UnpackHigh(even, odd).Store(target + across);
    }
}
