namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Moves the weights of a convolutional network down the gradient.</summary>
    /// <param name="net">A network on which <see cref="cnnbp"/> has been called.</param>
    /// <param name="opts">Its <see cref="Opts.alpha"/> is the learning rate.</param>
    /// <returns>The network with new kernels, biases, <see cref="Cnn.ffW"/> and <see cref="Cnn.ffb"/>.</returns>
    /// <remarks>Draws nothing. Source: CNN/cnnapplygrads.m.</remarks>
    /// <exception cref="ArgumentException">
    /// No gradients have been calculated, or one is of another size than its weight.
    /// </exception>
    public static Cnn cnnapplygrads(Cnn net, Opts opts)
    {
        opts.Require(nameof(opts.alpha));
        if (net.dffW is null || net.layers.Length == 0)
            throw new ArgumentException("cnn.dffW is missing: cnn must come from cnnbp", nameof(net));
        Layer[] layers = [.. net.layers];
        for (int l = 1; l < layers.Length; l++)
            if (layers[l].type == "c")
            {
                ref var layer = ref layers[l];
                int below = layers[l - 1].a.Length, maps = layer.a.Length;
                var (k, b) = (CnnReading.Cells(layer.k, below, maps, l, "k"), CnnReading.Cells(layer.b, maps, l, "b"));
                var (dk, db) = (CnnReading.Cells(layer.dk, below, maps, l, "dk"), CnnReading.Cells(layer.db, maps, l, "db"));
                string owner = $"{CnnPlan.Name(l)}.";
                layer.k = Each(below, ii => Each(maps, j =>
                    Descended(k[ii][j], dk[ii][j], opts.alpha, owner, $"k{{{ii + 1}}}{{{j + 1}}}")));
                layer.b = Each(maps, j => b[j] - opts.alpha * db[j]);
            }
        net.layers = new(layers);

        net.ffW = Descended(net.ffW, net.dffW, opts.alpha, "cnn.", "ffW");
        net.ffb = Descended(net.ffb, net.dffb, opts.alpha, "cnn.", "ffb");
        return net;
    }

    // weight - alpha * gradient
    private static Mat Descended(Mat? weight, Mat? gradient, double alpha, string owner, string name)
    {
        if (weight is null || gradient is null)
            throw new ArgumentException(
                $"{owner}{(weight is null ? name : $"d{name}")} is missing: cnn must come from cnnsetup, cnnff and cnnbp", "net");
        gradient = Require.Sized(gradient, $"{owner}d{name}", weight.RowCount, weight.ColumnCount, $"the size of {owner}{name}");
        double[] descended = [.. Require.Dense(weight, $"{owner}{name}").Values()];
        TensorPrimitives.MultiplyAdd(gradient.Values(), -alpha, descended, descended);
        return Mat.Build.Dense(weight.RowCount, weight.ColumnCount, descended);
    }
}
