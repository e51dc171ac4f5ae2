namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Gives a convolutional network its random weights.</summary>
    /// <param name="net">Its <see cref="Cnn.layers"/> say how it is built.</param>
    /// <param name="x">Inputs, h × w × m, samples in the last dimension; only h and w are used.</param>
    /// <param name="y">Targets, c × m; only c is used.</param>
    /// <param name="stream">Where the weights are drawn from; the ambient stream when null.</param>
    /// <returns>The network with kernels and biases.</returns>
    /// <remarks>
    /// Draws, for each convolution, kernelsize² uniforms for each output map and, within it, each input map; at last c·f for the
    /// outputs. Weights are uniform within ±√(6/(fan in + fan out)). Source: CNN/cnnsetup.m.
    /// </remarks>
    /// <exception cref="ArgumentNullException">y is null.</exception>
    /// <exception cref="ArgumentException">
    /// x has no samples, a layer's type is unknown, its size is missing, or its maps would have no whole size or no room.
    /// </exception>
    [MatTakes(MatClasses.All)]
    public static Cnn cnnsetup(Cnn net, Array3 x, Mat y, RandStream? stream = null)
    {
        ArgumentNullException.ThrowIfNull(y);
        if (x.PageCount == 0)
            throw new ArgumentException($"x must hold at least one sample, in the last dimension; is {x}", nameof(x));
        var plan = new CnnPlan(net.layers, x.RowCount, x.ColumnCount, y.RowCount);
        plan.RequireRoom();
        Layer[] layers = [.. net.layers];
        for (int l = 1; l < layers.Length; l++) // layer
        {
            int inputmaps = plan[l - 1].Maps, maps = plan[l].Maps;
            ref var layer = ref layers[l];
            layer.b = new(new double[maps]);
            if (layer.type == "c")
            {
                double kernel = layer.kernelsize * layer.kernelsize;
                var k = Enumerable.Range(0, inputmaps).Select(_ => new Mat[maps]).ToArray();
                for (int j = 0; j < maps; j++) // output map
                    for (int i = 0; i < inputmaps; i++) // input map
                        k[i][j] = UniformWeights(layer.kernelsize, layer.kernelsize, inputmaps * kernel + maps * kernel, stream);
                layer.k = [.. k.Select(row => new Cell<Mat>(row))];
            }
        }

        net.layers = new(layers);
        net.ffb = Mat.Build.Dense(plan.Outputs, 1);
        net.ffW = UniformWeights(plan.Outputs, plan.Features, plan.Outputs + (double)plan.Features, stream);
        return net;
    }

    // (rand(rows, columns) - 0.5) * 2 * sqrt(6 / fans)
    private static Mat UniformWeights(int rows, int columns, double fans, RandStream? stream)
    {
        double scale = Math.Sqrt(6 / fans);
        return rand(rows, columns, stream).Map(u => (u - 0.5) * 2 * scale, MathNet.Numerics.LinearAlgebra.Zeros.Include);
    }
}
