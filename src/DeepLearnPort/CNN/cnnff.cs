namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Feedforward pass of a convolutional network.</summary>
    /// <param name="net">A network from <see cref="cnnsetup"/>.</param>
    /// <param name="x">
    /// Inputs, h × w × m, samples in the last dimension. A single image will do: a matrix converts by itself.
    /// </param>
    /// <returns>
    /// The network with <see cref="Layer.a"/> of each layer, <see cref="Cnn.fv"/> and the outputs <see cref="Cnn.o"/>.
    /// </returns>
    /// <remarks>Draws nothing. Source: CNN/cnnff.m, which fails on a single image.</remarks>
    /// <exception cref="ArgumentException">
    /// There are no samples, the network is not for such inputs (the message says for which), or a field of it is missing or
    /// does not fit.
    /// </exception>
    public static Cnn cnnff(Cnn net, Array3 x)
    {
        var plan = CnnInput.Plan(net, x);
        var weights = CnnReading.Weights(plan, net);
        var fields = new CnnFields(plan, x.PageCount);
        CnnBatch.ForEachBatch(plan, x.PageCount, (batch, first) => batch.ForEachPart(part =>
        {
            part.SetInput(x, first + part.First);
            part.Forward(weights);
            fields.KeepForward(part, first + part.First);
        }));
        fields.WriteForward(ref net);
        return net;
    }
}
