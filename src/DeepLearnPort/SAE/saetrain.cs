namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Trains stacked autoencoders one after the other, each on what the one before makes of x.</summary>
    /// <param name="sae">The autoencoders.</param>
    /// <param name="x">Inputs, m × units of the first layer, samples in rows.</param>
    /// <param name="opts">As for <see cref="nntrain"/>.</param>
    /// <param name="stream">Where random numbers are drawn from; the ambient stream when null.</param>
    /// <returns>The trained autoencoders.</returns>
    /// <remarks>
    /// Draws, for each autoencoder, what <see cref="nntrain"/> draws and then what <see cref="nnff"/> draws on all of x: as in the
    /// original, x is passed on with <c>testing == 0</c>, so that dropout is at work there too. Before each one a line goes to
    /// <see cref="Display.Writer"/>. Source: SAE/saetrain.m.
    /// </remarks>
    /// <exception cref="ArgumentException">A shape does not fit, or batchsize does not divide m.</exception>
    public static Sae saetrain(Sae sae, Mat x, Opts opts, RandStream? stream = null)
    {
        stream ??= RandStream.Global;
        for (int i = 0; i < sae.ae.Length; i++)
        {
            Display.Writer.WriteLine($"Training AE {i + 1}/{sae.ae.Length}");
            sae.ae[i] = nntrain(sae.ae[i], x, x, opts, stream: stream);
            if (i < sae.ae.Length - 1 || sae.ae[i].dropoutFraction > 0) // nobody reads what the last one makes of x, but its masks are drawn
                x = Encode(sae.ae[i], x, stream);
        }
        return sae;
    }

    /// <summary>The first hidden layer of <c>nnff(nn, x, x)</c> without its bias, all that is wanted of that pass; the draws are the same.</summary>
    private static Mat Encode(in Nn nn, Mat x, RandStream stream)
    {
        int m = x.RowCount;
        var hidden = Mat.Build.Dense(m, nn.size[1]);
        var units = hidden.Values().AsSpan();
        WeightedSums(x.Values(), m, m, nn.W[0], units);
        Activation.Apply(nn.activation_function, m, Bias(nn.W[0]), units);

        if (nn.dropoutFraction > 0 && nn.testing != 0)
            TensorPrimitives.Multiply(units, 1 - nn.dropoutFraction, units);
        else if (nn.dropoutFraction > 0)
            for (int i = 1; i < nn.n - 1; i++)
            {
                var mask = new double[m * nn.size[i]];
                stream.RandMask(nn.dropoutFraction, mask);
                if (i == 1)
                    TensorPrimitives.Multiply(units, mask, units);
            }
        return hidden;
    }
}
