using System.Numerics;
using System.Runtime.InteropServices;

namespace DeepLearnPort;

/// <summary>Elementwise work of training that no library call does in one pass over memory.</summary>
internal static class Passes
{
    private const double TanhOptFactor = 1.7159 * 2 / 3;
    private const double TanhOptSquare = 1 / (1.7159 * 1.7159);

    /// <summary>d = -e .* (a .* (1 - a))</summary>
    public static void SigmoidDelta(ReadOnlySpan<double> e, ReadOnlySpan<double> a, Span<double> d)
    {
        TensorPrimitives.Negate(e, d);
        TimesSigmoidDerivative(a, d);
    }

    /// <summary>d = d .* (a .* (1 - a))</summary>
    public static void TimesSigmoidDerivative(ReadOnlySpan<double> a, Span<double> d)
    {
        var va = MemoryMarshal.Cast<double, Vector<double>>(a);
        var vd = MemoryMarshal.Cast<double, Vector<double>>(d);
        for (int i = 0; i < va.Length; i++)
            vd[i] *= va[i] * (Vector<double>.One - va[i]);
        for (int i = va.Length * Vector<double>.Count; i < a.Length; i++)
            d[i] *= a[i] * (1 - a[i]);
    }

    /// <summary>d = d .* (1.7159 * 2/3 * (1 - 1/(1.7159)^2 * a.^2))</summary>
    public static void TimesTanhOptDerivative(ReadOnlySpan<double> a, Span<double> d)
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
        var va = MemoryMarshal.Cast<double, Vector<double>>(a);
        var vd = MemoryMarshal.Cast<double, Vector<double>>(d);
        for (int i = 0; i < va.Length; i++)
            vd[i] = Vector.ConditionalSelect(Vector.GreaterThan(va[i], Vector<double>.Zero), vd[i], vd[i] * slope);
        for (int i = va.Length * Vector<double>.Count; i < a.Length; i++)
            d[i] = a[i] > 0 ? d[i] : d[i] * slope;
    }

    /// <summary>
    /// One step of gradient descent, in one pass: dW = learningRate * (dW + penalty * W), where the penalty leaves out the
    /// first column (the bias); then W = W - dW, or with momentum vW = momentum * vW + dW and W = W - vW.
    /// </summary>
    /// <remarks>W has <paramref name="rows"/> rows. vW and newVW are empty when there is no momentum; newW may be W, newVW may be vW.</remarks>
    public static void Descend(double learningRate, double penalty, double momentum, int rows,
        ReadOnlySpan<double> W, ReadOnlySpan<double> dW, ReadOnlySpan<double> vW, Span<double> newW, Span<double> newVW)
    {
        Descend(learningRate, 0, momentum, W[..rows], dW[..rows], vW.IsEmpty ? vW : vW[..rows], newW[..rows], newVW.IsEmpty ? newVW : newVW[..rows]);
        Descend(learningRate, penalty, momentum, W[rows..], dW[rows..], vW.IsEmpty ? vW : vW[rows..], newW[rows..], newVW.IsEmpty ? newVW : newVW[rows..]);
    }

    private static void Descend(double learningRate, double penalty, double momentum,
        ReadOnlySpan<double> W, ReadOnlySpan<double> dW, ReadOnlySpan<double> vW, Span<double> newW, Span<double> newVW)
    {
        var vectorW = MemoryMarshal.Cast<double, Vector<double>>(W);
        var vectorDW = MemoryMarshal.Cast<double, Vector<double>>(dW);
        var vectorVW = MemoryMarshal.Cast<double, Vector<double>>(vW);
        var vectorNewW = MemoryMarshal.Cast<double, Vector<double>>(newW);
        var vectorNewVW = MemoryMarshal.Cast<double, Vector<double>>(newVW);
        for (int i = 0; i < vectorW.Length; i++)
        {
            var step = (vectorDW[i] + vectorW[i] * penalty) * learningRate;
            if (!vW.IsEmpty)
                vectorNewVW[i] = step = vectorVW[i] * momentum + step;
            vectorNewW[i] = vectorW[i] - step;
        }
        for (int i = vectorW.Length * Vector<double>.Count; i < W.Length; i++)
        {
            double step = (dW[i] + W[i] * penalty) * learningRate;
            if (!vW.IsEmpty)
                newVW[i] = step = vW[i] * momentum + step;
            newW[i] = W[i] - step;
        }
    }

    /// <summary>P becomes 1 where it is above a draw, else 0; one uniform for each element, in order.</summary>
    /// <remarks>The draws pass through <paramref name="buffer"/>, which is as long as P or longer.</remarks>
    public static void Bernoulli(Span<double> P, RandStream stream, Span<double> buffer)
    {
        stream.Rand(buffer[..P.Length]);
        var vp = MemoryMarshal.Cast<double, Vector<double>>(P);
        var draws = MemoryMarshal.Cast<double, Vector<double>>(buffer);
        for (int i = 0; i < vp.Length; i++)
            vp[i] = Vector.ConditionalSelect(Vector.GreaterThan(vp[i], draws[i]), Vector<double>.One, Vector<double>.Zero);
        for (int i = vp.Length * Vector<double>.Count; i < P.Length; i++)
            P[i] = P[i] > buffer[i] ? 1 : 0;
    }

    /// <summary>repmat(row, m, 1): column j of the result is filled with row[j].</summary>
    public static void RepeatRow(ReadOnlySpan<double> row, int m, Span<double> result)
    {
        for (int j = 0; j < row.Length; j++)
            result.Slice(j * m, m).Fill(row[j]);
    }
}
