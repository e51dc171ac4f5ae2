namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Makes a feedforward network of a deep belief network: its weights and the biases of its hidden units.</summary>
    /// <param name="dbn">The network.</param>
    /// <param name="outputsize">Units of a layer put on top, with random weights; none when left out.</param>
    /// <param name="stream">Where weights are drawn from; the ambient stream when null.</param>
    /// <returns>A network with the settings of <see cref="nnsetup(IReadOnlyList{int})"/>.</returns>
    /// <remarks>Draws the weights of all layers, as <c>nnsetup</c> does, before most are replaced. Source: DBN/dbnunfoldtonn.m.</remarks>
    /// <exception cref="ArgumentException">Fewer than two layers altogether, or a layer without units.</exception>
    public static Nn dbnunfoldtonn(Dbn dbn, int? outputsize = null, RandStream? stream = null)
    {
        int[] size = outputsize is null ? [.. dbn.sizes] : [.. dbn.sizes, outputsize.Value];
        var nn = nnsetup(size, stream);
        for (int i = 0; i < dbn.rbm.Length; i++)
            nn.W[i] = dbn.rbm[i].c.Append(dbn.rbm[i].W);
        return nn;
    }
}
