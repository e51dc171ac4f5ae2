using System.Runtime.Intrinsics;

namespace DeepLearnPort.Tests;

public class ElementwiseTests
{
    private delegate void Function(ReadOnlySpan<double> x, Span<double> y);

    private static readonly double[] Special =
    [
        0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon,
        -double.Epsilon, 1e-17, -1e-17, 36.8, -36.8, 708.3, -708.3, 709.79, -709.79, 745.2, -745.2, 0.9375, -0.9375, 1e300, -1e300,
    ];

    private static double[] Values()
    {
        var random = new Random(1);
        var values = new List<double>(Special);
        for (int i = 0; i < 100_000; i++)
        {
            values.Add((random.NextDouble() - 0.5) * 16);
            values.Add((random.NextDouble() - 0.5) * Math.Pow(10, 8 * random.NextDouble() - 5));
        }
        for (double x = -760; x < 760; x += 0.01)
            values.Add(x);
        return [.. values];
    }

    private static void AssertWithin4Ulp(Function function, Func<double, double> expected)
    {
        var x = Values();
        var y = new double[x.Length];
        function(x, y);
        for (int i = 0; i < x.Length; i++)
            if (Ulps(y[i], expected(x[i])) > 4)
                Assert.Fail($"at {x[i]:R}: {y[i]:R}, expected {expected(x[i]):R}");
    }

    private static decimal Ulps(double x, double y)
        => double.IsNaN(x) && double.IsNaN(y) ? 0
            : double.IsNaN(x) || double.IsNaN(y) ? decimal.MaxValue
            : Math.Abs((decimal)Order(x) - Order(y));

    private static long Order(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        return bits < 0 ? long.MinValue - bits : bits;
    }

    [Test]
    public void Exp_AnyValue_IsMathExp() => AssertWithin4Ulp(Elementwise.Exp, Math.Exp);

    [Test]
    public void Sigmoid_AnyValue_IsTheFormulaWithMathExp() => AssertWithin4Ulp(Elementwise.Sigmoid, x => 1 / (1 + Math.Exp(-x)));

    private unsafe delegate void SigmoidKernel(double* x, double bias, double* y, int n);

    private static unsafe readonly SigmoidKernel[] SigmoidKernels =
    [
        Sigmoid<Simd512, Vector512<double>>.Run, Sigmoid<Simd256, Vector256<double>>.Run, Sigmoid<Simd128, Vector128<double>>.Run, Sigmoid<Simd64, double>.Run,
    ];

    // Where the vectors are not in hardware, .NET computes them in software.
    [Test]
    public unsafe void Sigmoid_EveryKindOfVector_IsTheFormulaOfTheSum([ValueSource(nameof(SigmoidKernels))] object kernel, [Values(0, -1.5)] double bias)
    {
        var x = Values();
        for (int n = 1, from = 0; from + n <= x.Length; from += n, n = n % 41 + 1)
        {
            var y = x.AsSpan(from, n).ToArray();
            fixed (double* p = y)
                ((SigmoidKernel)kernel)(p, bias, p, n);
            for (int i = 0; i < n; i++)
                if (Ulps(y[i], 1 / (1 + Math.Exp(-(x[from + i] + bias)))) > 4)
                    Assert.Fail($"at {x[from + i]:R} + {bias}, {i} of {n}: {y[i]:R}");
        }
    }

    [Test]
    public void TanhOpt_AnyValue_IsTheFormulaWithMathTanh()
        => AssertWithin4Ulp(Elementwise.TanhOpt, x => 1.7159 * Math.Tanh(2.0 / 3.0 * x));

    [Test]
    public void Sigmoid_FarFromZero_SaturatesExactly()
    {
        var y = new double[4];
        Elementwise.Sigmoid([double.NegativeInfinity, -800, 40, double.PositiveInfinity], y);
        Assert.That(y, Is.EqualTo(new double[] { 0, 0, 1, 1 }));
    }

    [Test]
    public void TanhOpt_Zero_KeepsItsSign()
    {
        var y = new double[2];
        Elementwise.TanhOpt([0.0, -0.0], y);
        Assert.That(y.Select(double.IsNegative), Is.EqualTo((bool[])[false, true]));
    }

    [Test]
    public void Sigmoid_AnyPlaceLengthAndTarget_GivesTheSameBits()
        => AssertPlaceDoesNotMatter(Elementwise.Sigmoid);

    [Test]
    public void TanhOpt_AnyPlaceLengthAndTarget_GivesTheSameBits()
        => AssertPlaceDoesNotMatter(Elementwise.TanhOpt);

    private static void AssertPlaceDoesNotMatter(Function function)
    {
        var x = Values().Where(v => Math.Abs(v) < 10).Take(50_001).ToArray();
        var whole = new double[x.Length];
        function(x, whole);
        var inPlace = (double[])x.Clone();
        function(inPlace, inPlace);
        Assert.That(inPlace, Is.EqualTo(whole));
        for (int from = 0; from < 300; from++)
        {
            var part = new double[from % 37];
            function(x.AsSpan(from, part.Length), part);
            Assert.That(part, Is.EqualTo(whole[from..(from + part.Length)]));
        }
    }

    [Test]
    public void Exp_TargetTooShort_Throws()
        => Assert.That(() => Elementwise.Exp(new double[3], new double[2]), Throws.ArgumentException.With.Message.Contains("3"));
}
