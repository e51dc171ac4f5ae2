namespace DeepLearnPort;

/// <summary>All weights and biases of a network, or their gradients, in one array, as the <see cref="CnnPlan"/> says.</summary>
internal sealed class CnnParameters(CnnPlan plan)
{
    public double[] Values { get; } = new double[plan.Parameters];

    /// <summary>Kernels of layer l: KernelRows × output maps.</summary>
    public Span<double> Kernels(int l) => Values.AsSpan(plan[l].Parameters, plan.KernelRows(l) * plan[l].Maps);

    /// <summary>Biases of layer l, one for each output map.</summary>
    public Span<double> Biases(int l) => Values.AsSpan(plan[l].Parameters + plan.KernelRows(l) * plan[l].Maps, plan[l].Maps);

    /// <summary>ffW: c × f.</summary>
    public Span<double> OutputWeights => Values.AsSpan(plan.OutputWeights, plan.Outputs * plan.Features);

    /// <summary>ffb: c.</summary>
    public Span<double> OutputBiases => Values.AsSpan(plan.OutputWeights + plan.Outputs * plan.Features, plan.Outputs);

    /// <summary>weights = weights - rate * gradients</summary>
    public void Descend(CnnParameters gradients, double rate) =>
        TensorPrimitives.MultiplyAdd(gradients.Values, -rate, Values, Values);

    /// <summary>One kernel: kernelsize × kernelsize.</summary>
    public Span<double> Kernel(int l, int i, int j)
    {
        int area = plan[l].Size * plan[l].Size;
        return Kernels(l).Slice(i * area + j * plan.KernelRows(l), area);
    }

    public void WriteWeights(ref Cnn net)
    {
        net.layers = WithKernels(net.layers, static (ref Layer layer, Cell<Cell<Mat>> kernels, Cell<double> biases) =>
            (layer.k, layer.b) = (kernels, biases));
        (net.ffW, net.ffb) = Outputs();
    }

    public void WriteGradients(ref Cnn net)
    {
        net.layers = WithKernels(net.layers, static (ref Layer layer, Cell<Cell<Mat>> kernels, Cell<double> biases) =>
            (layer.dk, layer.db) = (kernels, biases));
        (net.dffW, net.dffb) = Outputs();
    }

    private delegate void Put(ref Layer layer, Cell<Cell<Mat>> kernels, Cell<double> biases);

    private Cell<Layer> WithKernels(Cell<Layer> given, Put put)
    {
        Layer[] layers = [.. given];
        for (int l = 1; l < layers.Length; l++)
            if (plan[l].Type == 'c')
                put(ref layers[l], KernelCell(l), new(Biases(l)));
        return new(layers);
    }

    /// <summary>A parameter as MATLAB writes it: <c>layers{2}.k{1}{3}(4,5)</c>.</summary>
    public string Name(int index)
    {
        if (index >= plan.OutputWeights)
        {
            int output = index - plan.OutputWeights, weights = plan.Outputs * plan.Features;
            return output < weights
                ? $"ffW({output % plan.Outputs + 1},{output / plan.Outputs + 1})"
                : $"ffb({output - weights + 1})";
        }
        int l = plan.Length - 1;
        while (plan[l].Type != 'c' || plan[l].Parameters > index)
            l--;
        var (rows, size) = (plan.KernelRows(l), plan[l].Size);
        var (map, place) = Math.DivRem(index - plan[l].Parameters, rows);
        return map < plan[l].Maps
            ? $"layers{{{l + 1}}}.k{{{place / (size * size) + 1}}}{{{map + 1}}}({place % size + 1},{place / size % size + 1})"
            : $"layers{{{l + 1}}}.b{{{index - plan[l].Parameters - rows * plan[l].Maps + 1}}}";
    }

    private (Mat W, Mat b) Outputs() => (
        Mat.Build.Dense(plan.Outputs, plan.Features, OutputWeights.ToArray()),
        Mat.Build.Dense(plan.Outputs, 1, OutputBiases.ToArray()));

    private Cell<Cell<Mat>> KernelCell(int l)
    {
        int size = plan[l].Size, inputs = plan[l - 1].Maps;
        var kernels = new Cell<Mat>[inputs];
        for (int i = 0; i < inputs; i++)
        {
            var row = new Mat[plan[l].Maps];
            for (int j = 0; j < row.Length; j++)
                row[j] = Mat.Build.Dense(size, size, Kernel(l, i, j).ToArray());
            kernels[i] = new(row);
        }
        return new(kernels);
    }
}
