using System.Runtime.CompilerServices;

namespace DeepLearnPort;

/// <summary>A number known while compiling: the just-in-time compiler drops the branches that do not apply.</summary>
internal interface INumber
{
    static abstract int Value { get; }
}

internal readonly struct N1 : INumber { public static int Value => 1; }
internal readonly struct N2 : INumber { public static int Value => 2; }
internal readonly struct N3 : INumber { public static int Value => 3; }
internal readonly struct N4 : INumber { public static int Value => 4; }
internal readonly struct N5 : INumber { public static int Value => 5; }
internal readonly struct N6 : INumber { public static int Value => 6; }
internal readonly struct N7 : INumber { public static int Value => 7; }
internal readonly struct N8 : INumber { public static int Value => 8; }

/// <summary>
/// The innermost product: a tile of C, <typeparamref name="R"/> vectors high and <typeparamref name="C"/> columns wide, held in registers
/// while it sums over k. One text for every vector width and every tile at an edge.
/// </summary>
internal static unsafe class MicroKernel<S, V, R, C>
    where S : struct, ISimd<V>
    where R : struct, INumber
    where C : struct, INumber
{
    /// <summary>
    /// c = alpha·a·b, or c += alpha·a·b when <paramref name="add"/>. <paramref name="a"/>: k steps of R vectors;
    /// <paramref name="b"/>: k steps of C doubles; <paramref name="c"/>: column-major, <paramref name="ldc"/> doubles between columns.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int k, double* a, double* b, double* c, nint ldc, double alpha, bool add)
    {
        V x0, x1, x2, y;
        V s00 = S.Broadcast(0), s10 = s00, s20 = s00, s01 = s00, s11 = s00, s21 = s00, s02 = s00, s12 = s00, s22 = s00;
        V s03 = s00, s13 = s00, s23 = s00, s04 = s00, s14 = s00, s24 = s00, s05 = s00, s15 = s00, s25 = s00;
        V s06 = s00, s16 = s00, s26 = s00, s07 = s00, s17 = s00, s27 = s00;
        for (; k > 0; k--)
        {
            x0 = S.Load(a);
            x1 = R.Value > 1 ? S.Load(a + S.Width) : x0;
            x2 = R.Value > 2 ? S.Load(a + 2 * S.Width) : x0;
            a += R.Value * S.Width;
            y = S.Broadcast(b[0]);
            s00 = S.MultiplyAdd(x0, y, s00);
            if (R.Value > 1) s10 = S.MultiplyAdd(x1, y, s10);
            if (R.Value > 2) s20 = S.MultiplyAdd(x2, y, s20);
            if (C.Value > 1)
            {
                y = S.Broadcast(b[1]);
                s01 = S.MultiplyAdd(x0, y, s01);
                if (R.Value > 1) s11 = S.MultiplyAdd(x1, y, s11);
                if (R.Value > 2) s21 = S.MultiplyAdd(x2, y, s21);
            }
            if (C.Value > 2)
            {
                y = S.Broadcast(b[2]);
                s02 = S.MultiplyAdd(x0, y, s02);
                if (R.Value > 1) s12 = S.MultiplyAdd(x1, y, s12);
                if (R.Value > 2) s22 = S.MultiplyAdd(x2, y, s22);
            }
            if (C.Value > 3)
            {
                y = S.Broadcast(b[3]);
                s03 = S.MultiplyAdd(x0, y, s03);
                if (R.Value > 1) s13 = S.MultiplyAdd(x1, y, s13);
                if (R.Value > 2) s23 = S.MultiplyAdd(x2, y, s23);
            }
            if (C.Value > 4)
            {
                y = S.Broadcast(b[4]);
                s04 = S.MultiplyAdd(x0, y, s04);
                if (R.Value > 1) s14 = S.MultiplyAdd(x1, y, s14);
                if (R.Value > 2) s24 = S.MultiplyAdd(x2, y, s24);
            }
            if (C.Value > 5)
            {
                y = S.Broadcast(b[5]);
                s05 = S.MultiplyAdd(x0, y, s05);
                if (R.Value > 1) s15 = S.MultiplyAdd(x1, y, s15);
                if (R.Value > 2) s25 = S.MultiplyAdd(x2, y, s25);
            }
            if (C.Value > 6)
            {
                y = S.Broadcast(b[6]);
                s06 = S.MultiplyAdd(x0, y, s06);
                if (R.Value > 1) s16 = S.MultiplyAdd(x1, y, s16);
                if (R.Value > 2) s26 = S.MultiplyAdd(x2, y, s26);
            }
            if (C.Value > 7)
            {
                y = S.Broadcast(b[7]);
                s07 = S.MultiplyAdd(x0, y, s07);
                if (R.Value > 1) s17 = S.MultiplyAdd(x1, y, s17);
                if (R.Value > 2) s27 = S.MultiplyAdd(x2, y, s27);
            }
            b += C.Value;
        }
        y = S.Broadcast(alpha);
        Put(c, s00, s10, s20, y, add);
        if (C.Value > 1) Put(c + ldc, s01, s11, s21, y, add);
        if (C.Value > 2) Put(c + 2 * ldc, s02, s12, s22, y, add);
        if (C.Value > 3) Put(c + 3 * ldc, s03, s13, s23, y, add);
        if (C.Value > 4) Put(c + 4 * ldc, s04, s14, s24, y, add);
        if (C.Value > 5) Put(c + 5 * ldc, s05, s15, s25, y, add);
        if (C.Value > 6) Put(c + 6 * ldc, s06, s16, s26, y, add);
        if (C.Value > 7) Put(c + 7 * ldc, s07, s17, s27, y, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(double* c, V s0, V s1, V s2, V alpha, bool add)
    {
        PutVector(c, s0, alpha, add);
        if (R.Value > 1) PutVector(c + S.Width, s1, alpha, add);
        if (R.Value > 2) PutVector(c + 2 * S.Width, s2, alpha, add);
    }

    // A plain store never reads C, so that what lay there before (NaN, say) cannot come through.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PutVector(double* c, V s, V alpha, bool add)
        => S.Store(add ? S.MultiplyAdd(alpha, s, S.Load(c)) : S.Multiply(alpha, s), c);
}
