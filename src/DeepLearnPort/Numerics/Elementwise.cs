namespace DeepLearnPort;

/// <summary>Functions of each number of a span; the result may be the span itself.</summary>
internal static class Elementwise
{
    /// <summary>1 / (1 + exp(-x))</summary>
    public static void Sigmoid(ReadOnlySpan<double> x, Span<double> result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = 1 / (1 + Math.Exp(-x[i]));
    }

    /// <summary>1.7159 * tanh(2/3 * x)</summary>
    public static void TanhOpt(ReadOnlySpan<double> x, Span<double> result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = 1.7159 * Math.Tanh(2.0 / 3 * x[i]);
    }

    /// <summary>exp(x)</summary>
    public static void Exp(ReadOnlySpan<double> x, Span<double> result)
    {
        for (int i = 0; i < x.Length; i++)
            result[i] = Math.Exp(x[i]);
    }
}
