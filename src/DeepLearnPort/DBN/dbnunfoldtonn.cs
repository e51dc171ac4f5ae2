namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Makes a feedforward network of a deep belief network: its weights and the biases of its hidden units.</summary>
    /// <param name="dbn">The network.</param>
    /// <param name="outputsize">Units of a layer put on top, with random weights; none when left out.</param>
    /// <param name="stream">Where weights are drawn from; the ambient stream when null.</param>
    /// <returns>A network with the settings of <see cref="nnsetup(IReadOnlyList{int})"/>.</returns>
    /// <remarks>Draws the weights of all layers, as <c>nnsetup</c> does, before most are replaced. Source: DBN/dbnunfoldtonn.m.</remarks>
    /// <exception cref="ArgumentException">
    /// Fewer than two layers altogether, a layer without units, or a machine's field that is missing or does not fit.
    /// </exception>
    public static Nn dbnunfoldtonn(Dbn dbn, int? outputsize = null, RandStream? stream = null) =>
        dbnunfoldtonn(dbn, outputsize is { } units ? [units] : [], stream);

    /// <inheritdoc cref="dbnunfoldtonn(Dbn, int?, RandStream?)"/>
    /// <param name="dbn">The network.</param>
    /// <param name="outputsize">Units of each layer put on top, e.g. <c>[20, 10]</c>, with random weights.</param>
    /// <param name="stream">Where weights are drawn from; the ambient stream when null.</param>
    public static Nn dbnunfoldtonn(Dbn dbn, IReadOnlyList<int> outputsize, RandStream? stream = null)
    {
        ArgumentNullException.ThrowIfNull(outputsize);
        for (int i = 0; i < dbn.rbm.Length; i++)
        {
            var rbm = dbn.rbm[i];
            RbmFields.Up(ref rbm, $"dbn.rbm{{{i + 1}}}");
            dbn.rbm[i] = rbm;
        }

        int[] size = [.. dbn.sizes, .. outputsize];
        if (size.Length < 2 || size.Any(units => units < 1))
            throw new ArgumentException("dbn.sizes and outputsize must name at least two layers of one unit or more; "
                + $"were [{string.Join(' ', size)}]", nameof(dbn));
        var nn = nnsetup(size, stream);
        for (int i = 0; i < dbn.rbm.Length; i++)
            nn.W[i] = WithBias(dbn.rbm[i]);
        return nn;
    }

    // [c W]
    private static Mat WithBias(in Rbm rbm)
    {
        int h = rbm.W.RowCount, n = rbm.W.ColumnCount;
        Require.Count(h, n + 1L, "[dbn.rbm{i}.c dbn.rbm{i}.W]");
        return Mat.Build.Dense(h, n + 1, [.. rbm.c.Values(), .. rbm.W.Values()]);
    }
}
