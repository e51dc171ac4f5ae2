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
    /// original, x is passed on with <c>testing == 0</c>, so that dropout is at work there too, and without masks on the input.
    /// Before each one a line goes to <see cref="Display.Writer"/>. Source: SAE/saetrain.m.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// A field is missing, of opts too, a shape does not fit, or batchsize does not divide m.
    /// </exception>
    public static Sae saetrain(Sae sae, Mat x, Opts opts, RandStream? stream = null)
    {
        x = Require.Dense(x, nameof(x));
        CheckAutoencoders(ref sae, x, opts);
        stream ??= RandStream.Global;
        for (int i = 0; i < sae.ae.Length; i++)
        {
            Display.Progress($"Training AE {i + 1}/{sae.ae.Length}");
            sae.ae[i] = Train(sae.ae[i], x, x, opts, null, null, stream).nn;
            if (i < sae.ae.Length - 1 || sae.ae[i].dropoutFraction > 0) // nobody reads what the last one makes of x, but its masks are drawn
                x = Encode(sae.ae[i], x, stream);
        }
        return sae;
    }

    // Each is to be trained on what the one before makes of x, and to give that back.
    private static void CheckAutoencoders(ref Sae sae, Mat x, in Opts opts)
    {
        int units = x.ColumnCount;
        for (int i = 0; i < sae.ae.Length; i++)
        {
            string name = $"sae.ae{{{i + 1}}}", source = i == 0 ? "columns of x" : $"units that sae.ae{{{i}}} makes of x";
            var ae = sae.ae[i];
            NnFields.Forward(ref ae, name);
            NnFields.Testing(ae, name);
            CheckTraining(ref ae, name, opts, x.RowCount);
            if (ae.output == "softmax")
                NnFields.Prediction(ref ae, name, x.RowCount);
            sae.ae[i] = ae;

            var (first, last) = (ae.W[0], ae.W[ae.n - 2]);
            if (ae.Units(0) != units)
                throw new ArgumentException($"{name}.W{{1}} must have {units + 1L} columns (the bias and the {units} {source}); "
                    + $"is {Require.Size(first)}", nameof(sae));
            if (last.RowCount != units)
                throw new ArgumentException(
                    $"{name}.W{{{ae.n - 1}}} must have {units} rows (the {source}); is {Require.Size(last)}", nameof(sae));
            units = ae.n == 2 ? units - 1 : ae.Units(1);
        }
    }

    /// <summary>
    /// The second layer of <c>nnff(nn, x, x)</c> without its first column, all that is wanted of that pass; with its draws.
    /// </summary>
    private static Mat Encode(in Nn nn, Mat x, RandStream stream)
    {
        int m = x.RowCount;
        using var workspace = new Workspace();
        if (nn.n == 2) // the second is the last, and has no bias: a unit is lost
        {
            var result = Mat.Build.Dense(m, nn.Units(1));
            CopyOutput(nn, x, workspace, result, 0);
            return result.Columns(1..);
        }

        var hidden = Mat.Build.Dense(m, nn.Units(1));
        var units = hidden.Values().AsSpan();
        WeightedSums(x.Values(), m, m, nn.W[0], units);
        Activation.Apply(nn.activation_function, m, Bias(nn.W[0]), units);
        if (nn.dropoutFraction > 0 && nn.testing != 0)
            TensorPrimitives.Multiply(units, 1 - nn.dropoutFraction, units);
        else if (nn.dropoutFraction > 0)
        {
            new MaskDraws(nn, workspace, stream).Draw(m);
            TensorPrimitives.Multiply(units, MaskDraws.Mask(nn, workspace, 1, m).Values(), units);
        }
        return hidden;
    }
}
