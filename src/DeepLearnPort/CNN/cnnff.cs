namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Feedforward pass of a convolutional network.</summary>
    /// <param name="net">A network from <see cref="cnnsetup"/>.</param>
    /// <param name="x">Inputs, h × w × m, samples in the last dimension. A single image will do: a matrix converts by itself.</param>
    /// <returns>The network with <see cref="Layer.a"/> of each layer, <see cref="Cnn.fv"/> and the outputs <see cref="Cnn.o"/>.</returns>
    /// <remarks>Draws nothing. Source: CNN/cnnff.m, which fails on a single image.</remarks>
    /// <exception cref="ArgumentException">There are no samples, or the network is not for such inputs.</exception>
    public static Cnn cnnff(Cnn net, Array3 x)
    {
        var plan = PlanFor(net, x);
        var weights = CnnParameters.Of(plan, net);
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

    private static CnnPlan PlanFor(in Cnn net, Array3 x)
    {
        if (x.PageCount == 0)
            throw new ArgumentException($"x must hold at least one sample; is {x}", nameof(x));
        if (net.ffb is null)
            throw new ArgumentException("net must come from cnnsetup: it has no weights yet", nameof(net));
        return new(net.layers, x.RowCount, x.ColumnCount, net.ffb.RowCount);
    }
}
