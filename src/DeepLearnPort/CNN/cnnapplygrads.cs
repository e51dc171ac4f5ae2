namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Moves the weights of a convolutional network down the gradient.</summary>
    /// <param name="net">A network on which <see cref="cnnbp"/> has been called.</param>
    /// <param name="opts">Its <see cref="Opts.alpha"/> is the learning rate.</param>
    /// <returns>The network with new kernels, biases, <see cref="Cnn.ffW"/> and <see cref="Cnn.ffb"/>.</returns>
    /// <remarks>Draws nothing. Source: CNN/cnnapplygrads.m.</remarks>
    /// <exception cref="ArgumentException">No gradients have been calculated.</exception>
    public static Cnn cnnapplygrads(Cnn net, Opts opts)
    {
        if (net.dffW is null || net.layers.Length == 0 || net.layers[0].a.Length == 0)
            throw new ArgumentException("net must come from cnnbp: it has no gradients yet", nameof(net));
        var plan = PlanFor(net, net.layers[0].a[0]);
        var weights = CnnParameters.Of(plan, net);
        weights.Descend(CnnParameters.OfGradients(plan, net), opts.alpha);
        weights.WriteWeights(ref net);
        return net;
    }
}
