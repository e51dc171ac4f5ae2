using System.Numerics;
using System.Runtime.CompilerServices;

namespace DeepLearnPort;

/// <summary>
/// The activation functions over whole matrices: vectors inside, all cores for long ones, the same bits with any number of threads and at
/// any place in the span. Each is within 4 units in the last place of the form with <see cref="Math"/> and treats NaN and infinities as
/// that does. Source and target may be the same span, else they must not overlap.
/// </summary>
internal static unsafe class Elementwise
{
    /// <summary>y = e^x.</summary>
    public static void Exp(ReadOnlySpan<double> x, Span<double> y) => Map(&TensorPrimitives.Exp, x, y);

    /// <summary>y = 1 / (1 + e^−x): the toolbox's <c>sigm</c>.</summary>
    public static void Sigmoid(ReadOnlySpan<double> x, Span<double> y) => Map(&SigmoidPart, x, y);

    /// <summary>y = 1.7159·tanh(2/3·x): the toolbox's <c>tanh_opt</c>.</summary>
    public static void TanhOpt(ReadOnlySpan<double> x, Span<double> y) => Map(&TanhOptPart, x, y);

    private static void Map(delegate*<ReadOnlySpan<double>, Span<double>, void> function, ReadOnlySpan<double> x, Span<double> y)
    {
        Lengths.Enough(y.Length, x.Length, nameof(y));
        if (x.IsEmpty)
            return;
        if (x.Length <= Mapping.PartLength)
            function(x, y);
        else
            fixed (double* px = x, py = y)
                Mapping.Run(function, px, py, x.Length);
    }

    private static void SigmoidPart(ReadOnlySpan<double> x, Span<double> y)
    {
        fixed (double* px = x, py = y)
            DeepLearnPort.Sigmoid.Run(px, 0, py, x.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TanhOptPart(ReadOnlySpan<double> x, Span<double> y)
    {
        int i = 0;
        for (; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count)
            TanhOpt(new Vector<double>(x[i..])).CopyTo(y[i..]);
        if (i == x.Length)
            return;
        Span<double> rest = stackalloc double[Vector<double>.Count];
        rest.Clear();
        x[i..].CopyTo(rest);
        TanhOpt(new Vector<double>(rest)).CopyTo(rest);
        rest[..(x.Length - i)].CopyTo(y[i..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> TanhOpt(Vector<double> x) => new Vector<double>(1.7159) * Tanh(new Vector<double>(2.0 / 3.0) * x);

    // For |x| ≤ 0.625 x + x³·q(x²), q fitted at Chebyshev points to less than 2^-57 of tanh; beyond, 1 − 2/(e^2|x| + 1).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Tanh(Vector<double> x)
    {
        var size = Vector.Abs(x);
        var large = Vector<double>.One - new Vector<double>(2) / (Vector.Exp(size + size) + Vector<double>.One);
        var z = x * x;
        var q = new Vector<double>(6.479872918951109e-06);
        q = Vector.MultiplyAddEstimate(q, z, new Vector<double>(-3.1190227437815513e-05));
        q = Vector.MultiplyAddEstimate(q, z, new Vector<double>(9.256153036516744e-05));
        q = Vector.MultiplyAddEstimate(q, z, new Vector<double>(-0.00023758584039791723));
        q = Vector.MultiplyAddEstimate(q, z, new Vector<double>(0.0005896591704308033));
        q = Vector.MultiplyAddEstimate(q, z, new Vector<double>(-0.00145577511739838));
        q = Vector.MultiplyAddEstimate(q, z, new Vector<double>(0.003592121713787555));
        q = Vector.MultiplyAddEstimate(q, z, new Vector<double>(-0.008863235100297065));
        q = Vector.MultiplyAddEstimate(q, z, new Vector<double>(0.021869488518873555));
        q = Vector.MultiplyAddEstimate(q, z, new Vector<double>(-0.05396825396789384));
        q = Vector.MultiplyAddEstimate(q, z, new Vector<double>(0.1333333333333304));
        q = Vector.MultiplyAddEstimate(q, z, new Vector<double>(-0.3333333333333333));
        var small = Vector.MultiplyAddEstimate(x * z, q, x);
        return Vector.CopySign(Vector.ConditionalSelect(Vector.LessThan(size, new Vector<double>(0.625)), small, large), x);
    }

    private sealed class Mapping : Job
    {
        // Some ten microseconds of work; fixed, so that the cut depends on nothing but the length.
        public const int PartLength = 8192;

        [ThreadStatic]
        private static Mapping? _mine;

        private delegate*<ReadOnlySpan<double>, Span<double>, void> _function;
        private double* _x, _y;
        private int _length;

        public static void Run(delegate*<ReadOnlySpan<double>, Span<double>, void> function, double* x, double* y, int length)
        {
            var map = _mine ?? new Mapping();
            _mine = null; // comes back when all has gone well
            map._function = function;
            map._x = x;
            map._y = y;
            map._length = length;
            WorkPool.Run(map, Lengths.Parts(length, PartLength));
            _mine = map;
        }

        public override void Task(int task)
        {
            int from = task * PartLength, count = Math.Min(PartLength, _length - from);
            _function(new ReadOnlySpan<double>(_x + from, count), new Span<double>(_y + from, count));
        }
    }
}
