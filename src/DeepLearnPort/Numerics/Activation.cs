namespace DeepLearnPort;

/// <summary>What a layer makes of its weighted sums.</summary>
internal static unsafe class Activation
{
    /// <summary>
    /// units = f(units + repmat(bias, m, 1)), in one pass and on all cores; with a mask times that. With draws, one for each unit, those
    /// above theirs become 1 and the others 0.
    /// </summary>
    /// <param name="function">Name of f; any other than those of the toolbox's activation functions adds the bias only.</param>
    /// <param name="m">Samples.</param>
    /// <param name="bias">One number for each column of units.</param>
    /// <param name="units">m × bias.Length, column by column.</param>
    /// <param name="mask">As many as units, or none.</param>
    /// <param name="draws">As many as units, or none.</param>
    /// <exception cref="ArgumentException">There are more or fewer of one of them.</exception>
    public static void Apply(string function, int m, ReadOnlySpan<double> bias, Span<double> units, ReadOnlySpan<double> mask = default,
        ReadOnlySpan<double> draws = default)
    {
        Lengths.Size(m, nameof(m));
        Lengths.Same(units.Length, (long)m * bias.Length, nameof(units));
        if (!mask.IsEmpty)
            Lengths.Same(mask.Length, units.Length, nameof(mask));
        if (!draws.IsEmpty)
            Lengths.Same(draws.Length, units.Length, nameof(draws));
        fixed (double* pBias = bias, pUnits = units, pMask = mask, pDraws = draws)
            Loop<(string Function, int Rows, nint Bias, nint Units, nint Mask, nint Draws)>.Run(bias.Length, 1 + 8192 / (m + 1),
                (function, m, (nint)pBias, (nint)pUnits, (nint)pMask, (nint)pDraws), Columns);
    }

    // Column by column, so that each is still in the first-level cache for what comes next.
    private static void Columns((string Function, int Rows, nint Bias, nint Units, nint Mask, nint Draws) s, int from, int to)
    {
        for (int j = from; j < to; j++)
        {
            nint at = (nint)j * s.Rows;
            double bias = ((double*)s.Bias)[j];
            var units = new Span<double>((double*)s.Units + at, s.Rows);
            if (s.Function == "sigm")
                Sigmoid.Run((double*)s.Units + at, bias, (double*)s.Units + at, s.Rows);
            else
                TensorPrimitives.Add(units, bias, units);
            switch (s.Function)
            {
                case "tanh_opt": Elementwise.TanhOpt(units, units); break;
                case "relu": TensorPrimitives.Max(units, 0, units); break;
                case "leaky_relu": Passes.LeakyRelu(Toolbox.LeakySlope, units); break;
            }
            if (s.Mask != 0)
                TensorPrimitives.Multiply(units, new ReadOnlySpan<double>((double*)s.Mask + at, s.Rows), units);
            if (s.Draws != 0)
                Passes.Above(new ReadOnlySpan<double>((double*)s.Draws + at, s.Rows), units);
        }
    }
}
