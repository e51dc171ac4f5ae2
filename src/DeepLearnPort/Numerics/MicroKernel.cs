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
        Column c0 = Column.Zero, c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
        // Two steps a round: on a core shared with another program instructions are what runs short, not multipliers.
        // (The type decides, not R.Value: the compiler then never looks at the loop in the small tiles.)
        if (typeof(R) == typeof(N3))
        {
            for (; k >= 2; k -= 2, a += 2 * R.Value * S.Width, b += 2 * C.Value)
            {
                Step(a, b, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5, ref c6, ref c7);
                Step(a + R.Value * S.Width, b + C.Value, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5, ref c6, ref c7);
            }
        }
        for (; k > 0; k--, a += R.Value * S.Width, b += C.Value)
            Step(a, b, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5, ref c6, ref c7);
        V y = S.Broadcast(alpha);
        if (add)
        {
            c0.AddTo(c, y);
            if (C.Value > 1) c1.AddTo(c + ldc, y);
            if (C.Value > 2) c2.AddTo(c + 2 * ldc, y);
            if (C.Value > 3) c3.AddTo(c + 3 * ldc, y);
            if (C.Value > 4) c4.AddTo(c + 4 * ldc, y);
            if (C.Value > 5) c5.AddTo(c + 5 * ldc, y);
            if (C.Value > 6) c6.AddTo(c + 6 * ldc, y);
            if (C.Value > 7) c7.AddTo(c + 7 * ldc, y);
            return;
        }
        c0.Put(c, y);
        if (C.Value > 1) c1.Put(c + ldc, y);
        if (C.Value > 2) c2.Put(c + 2 * ldc, y);
        if (C.Value > 3) c3.Put(c + 3 * ldc, y);
        if (C.Value > 4) c4.Put(c + 4 * ldc, y);
        if (C.Value > 5) c5.Put(c + 5 * ldc, y);
        if (C.Value > 6) c6.Put(c + 6 * ldc, y);
        if (C.Value > 7) c7.Put(c + 7 * ldc, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(double* a, double* b, ref Column c0, ref Column c1, ref Column c2, ref Column c3, ref Column c4, ref Column c5,
        ref Column c6, ref Column c7)
    {
        V x0 = S.Load(a);
        V x1 = R.Value > 1 ? S.Load(a + S.Width) : x0;
        V x2 = R.Value > 2 ? S.Load(a + 2 * S.Width) : x0;
        c0.Add(x0, x1, x2, b[0]);
        if (C.Value > 1) c1.Add(x0, x1, x2, b[1]);
        if (C.Value > 2) c2.Add(x0, x1, x2, b[2]);
        if (C.Value > 3) c3.Add(x0, x1, x2, b[3]);
        if (C.Value > 4) c4.Add(x0, x1, x2, b[4]);
        if (C.Value > 5) c5.Add(x0, x1, x2, b[5]);
        if (C.Value > 6) c6.Add(x0, x1, x2, b[6]);
        if (C.Value > 7) c7.Add(x0, x1, x2, b[7]);
    }

    /// <summary>A column of the tile, in registers: its sums so far.</summary>
    private struct Column
    {
        private V _s0, _s1, _s2;

        public static Column Zero
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                V zero = S.Broadcast(0);
                return new() { _s0 = zero, _s1 = zero, _s2 = zero };
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(V x0, V x1, V x2, double b)
        {
            V y = S.Broadcast(b);
            _s0 = S.MultiplyAdd(x0, y, _s0);
            if (R.Value > 1) _s1 = S.MultiplyAdd(x1, y, _s1);
            if (R.Value > 2) _s2 = S.MultiplyAdd(x2, y, _s2);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void AddTo(double* c, V alpha)
        {
            S.Store(S.MultiplyAdd(alpha, _s0, S.Load(c)), c);
            if (R.Value > 1) S.Store(S.MultiplyAdd(alpha, _s1, S.Load(c + S.Width)), c + S.Width);
            if (R.Value > 2) S.Store(S.MultiplyAdd(alpha, _s2, S.Load(c + 2 * S.Width)), c + 2 * S.Width);
        }

        // Never reads C, so that what lay there before (NaN, say) cannot come through.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Put(double* c, V alpha)
        {
            S.Store(S.Multiply(alpha, _s0), c);
            if (R.Value > 1) S.Store(S.Multiply(alpha, _s1), c + S.Width);
            if (R.Value > 2) S.Store(S.Multiply(alpha, _s2), c + 2 * S.Width);
        }
    }
}
