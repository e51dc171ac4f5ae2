namespace DeepLearnPort;

/// <summary>What a layer makes of its weighted sums.</summary>
internal static unsafe class Activation
{
    /// <summary>
    /// units = f(units + repmat(bias, m, 1)), in one pass and on all cores. With draws, one for each unit, those above theirs become 1 and
    /// the others 0.
    /// </summary>
    /// <param name="function">Name of f; any other than those of the toolbox's activation functions adds the bias only.</param>
    /// <param name="m">Samples.</param>
    /// <param name="bias">One number for each column of units.</param>
    /// <param name="units">m × bias.Length, column by column.</param>
    /// <param name="draws">As many as units, or none.</param>
    public static void Apply(string function, int m, ReadOnlySpan<double> bias, Span<double> units, ReadOnlySpan<double> draws = default)
    {
        fixed (double* pBias = bias, pUnits = units, pDraws = draws)
            Loop<(string Function, int Rows, nint Bias, nint Units, nint Draws)>.Run(bias.Length, 1 + 8192 / (m + 1), (function, m, (nint)pBias, (nint)pUnits, (nint)pDraws), Columns);
    }

    private static void Columns((string Function, int Rows, nint Bias, nint Units, nint Draws) s, int from, int to)
    {
        int at = from * s.Rows, count = to * s.Rows - at;
        var units = new Span<double>((double*)s.Units + at, count);
        for (int j = from; j < to; j++)
        {
            var column = units.Slice(j * s.Rows - at, s.Rows);
            TensorPrimitives.Add(column, ((double*)s.Bias)[j], column);
        }
        switch (s.Function)
        {
            case "sigm": Elementwise.Sigmoid(units, units); break;
            case "tanh_opt": Elementwise.TanhOpt(units, units); break;
            case "relu": TensorPrimitives.Max(units, 0, units); break;
            case "leaky_relu": Passes.LeakyRelu(Toolbox.LeakySlope, units); break;
        }
        if (s.Draws != 0)
            Passes.Above(new ReadOnlySpan<double>((double*)s.Draws + at, count), units);
    }
}
