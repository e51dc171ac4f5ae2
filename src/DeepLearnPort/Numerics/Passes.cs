using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DeepLearnPort;

/// <summary>Elementwise work of training that no library call does in one pass over memory, or on all cores.</summary>
internal static unsafe class Passes
{
    // Some ten microseconds of work.
    private const int PartLength = 8192;
    private const double TanhOptFactor = 1.7159 * 2 / 3;
    private const double TanhOptSquare = 1 / (1.7159 * 1.7159);

    /// <summary>d = -e .* (a .* (1 - a))</summary>
    public static void SigmoidDelta(ReadOnlySpan<double> e, ReadOnlySpan<double> a, Span<double> d) => Map(e, a, d, SigmoidDeltaPart);

    /// <summary>z = x - y</summary>
    public static void Minus(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z) => Map(x, y, z, TensorPrimitives.Subtract);

    /// <summary>x = x .* y</summary>
    public static void Times(Span<double> x, ReadOnlySpan<double> y) => Map(y, x, static (y, x) => TensorPrimitives.Multiply(x, y, x));

    /// <summary>x = x * factor</summary>
    public static void Times(Span<double> x, double factor) => Map(x, factor, static (x, factor) => TensorPrimitives.Multiply(x, factor, x));

    /// <summary>d = d .* (a .* (1 - a))</summary>
    public static void TimesSigmoidDerivative(ReadOnlySpan<double> a, Span<double> d) => Map(a, d, SigmoidDerivativePart);

    /// <summary>d = d .* (1.7159 * 2/3 * (1 - 1/(1.7159)^2 * a.^2))</summary>
    public static void TimesTanhOptDerivative(ReadOnlySpan<double> a, Span<double> d) => Map(a, d, TanhOptDerivativePart);

    private delegate void Pass(ReadOnlySpan<double> a, Span<double> d);

    // The same pass over parts of both spans, on all cores.
    private static void Map(ReadOnlySpan<double> a, Span<double> d, Pass pass)
    {
        Lengths.Same(d.Length, a.Length, nameof(d));
        fixed (double* pa = a, pd = d)
            Loop<(nint A, nint D, Pass Pass)>.Run(a.Length, PartLength, ((nint)pa, (nint)pd, pass), static (s, from, to) =>
                s.Pass(new ReadOnlySpan<double>((double*)s.A + from, to - from), new Span<double>((double*)s.D + from, to - from)));
    }

    private delegate void Pass3(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z);

    private static void Map(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z, Pass3 pass)
    {
        Lengths.Same(y.Length, x.Length, nameof(y));
        Lengths.Same(z.Length, x.Length, nameof(z));
        fixed (double* px = x, py = y, pz = z)
            Loop<(nint X, nint Y, nint Z, Pass3 Pass)>.Run(x.Length, PartLength, ((nint)px, (nint)py, (nint)pz, pass),
                static (s, from, to) => s.Pass(
                    new ReadOnlySpan<double>((double*)s.X + from, to - from),
                    new ReadOnlySpan<double>((double*)s.Y + from, to - from),
                    new Span<double>((double*)s.Z + from, to - from)));
    }

    private delegate void Scaling(Span<double> x, double factor);

    private static void Map(Span<double> x, double factor, Scaling scaling)
    {
        fixed (double* px = x)
            Loop<(nint X, double Factor, Scaling Scaling)>.Run(x.Length, PartLength, ((nint)px, factor, scaling), static (s, from, to) =>
                s.Scaling(new Span<double>((double*)s.X + from, to - from), s.Factor));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SigmoidDeltaPart(ReadOnlySpan<double> e, ReadOnlySpan<double> a, Span<double> d)
    {
        var ve = MemoryMarshal.Cast<double, Vector<double>>(e);
        var va = MemoryMarshal.Cast<double, Vector<double>>(a);
        var vd = MemoryMarshal.Cast<double, Vector<double>>(d);
        for (int i = 0; i < va.Length; i++)
            vd[i] = -ve[i] * (va[i] * (Vector<double>.One - va[i]));
        for (int i = va.Length * Vector<double>.Count; i < a.Length; i++)
            d[i] = -e[i] * (a[i] * (1 - a[i]));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SigmoidDerivativePart(ReadOnlySpan<double> a, Span<double> d)
    {
        var va = MemoryMarshal.Cast<double, Vector<double>>(a);
        var vd = MemoryMarshal.Cast<double, Vector<double>>(d);
        for (int i = 0; i < va.Length; i++)
            vd[i] *= va[i] * (Vector<double>.One - va[i]);
        for (int i = va.Length * Vector<double>.Count; i < a.Length; i++)
            d[i] *= a[i] * (1 - a[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TanhOptDerivativePart(ReadOnlySpan<double> a, Span<double> d)
    {
        var va = MemoryMarshal.Cast<double, Vector<double>>(a);
        var vd = MemoryMarshal.Cast<double, Vector<double>>(d);
        var (factor, square) = (new Vector<double>(TanhOptFactor), new Vector<double>(TanhOptSquare));
        for (int i = 0; i < va.Length; i++)
            vd[i] *= factor * (Vector<double>.One - square * (va[i] * va[i]));
        for (int i = va.Length * Vector<double>.Count; i < a.Length; i++)
            d[i] *= TanhOptFactor * (1 - TanhOptSquare * (a[i] * a[i]));
    }

    /// <summary>x = max(x, slope * x), for a slope below 1.</summary>
    public static void LeakyRelu(double slope, Span<double> x)
    {
        var vx = MemoryMarshal.Cast<double, Vector<double>>(x);
        for (int i = 0; i < vx.Length; i++)
            vx[i] = Vector.Max(vx[i], vx[i] * slope);
        for (int i = vx.Length * Vector<double>.Count; i < x.Length; i++)
            x[i] = Math.Max(x[i], x[i] * slope);
    }

    /// <summary>d = d where a &gt; 0, slope * d elsewhere</summary>
    public static void TimesReluDerivative(double slope, ReadOnlySpan<double> a, Span<double> d)
    {
        Lengths.Same(d.Length, a.Length, nameof(d));
        var va = MemoryMarshal.Cast<double, Vector<double>>(a);
        var vd = MemoryMarshal.Cast<double, Vector<double>>(d);
        for (int i = 0; i < va.Length; i++)
            vd[i] = Vector.ConditionalSelect(Vector.GreaterThan(va[i], Vector<double>.Zero), vd[i], vd[i] * slope);
        for (int i = va.Length * Vector<double>.Count; i < a.Length; i++)
            d[i] = a[i] > 0 ? d[i] : d[i] * slope;
    }

    /// <summary>P becomes 1 where it is above its draw, else 0.</summary>
    public static void Above(ReadOnlySpan<double> draws, Span<double> P)
    {
        Lengths.Same(draws.Length, P.Length, nameof(draws));
        var vdraws = MemoryMarshal.Cast<double, Vector<double>>(draws);
        var vp = MemoryMarshal.Cast<double, Vector<double>>(P);
        for (int i = 0; i < vp.Length; i++)
            vp[i] = Vector.ConditionalSelect(Vector.GreaterThan(vp[i], vdraws[i]), Vector<double>.One, Vector<double>.Zero);
        for (int i = vp.Length * Vector<double>.Count; i < P.Length; i++)
            P[i] = P[i] > draws[i] ? 1 : 0;
    }

    /// <summary>repmat(row, m, 1): column j of the result is filled with row[j].</summary>
    public static void RepeatRow(ReadOnlySpan<double> row, int m, Span<double> result)
    {
        Lengths.Size(m, nameof(m));
        Lengths.Enough(result.Length, (long)m * row.Length, nameof(result));
        for (int j = 0; j < row.Length; j++)
            result.Slice(j * m, m).Fill(row[j]);
    }
}
