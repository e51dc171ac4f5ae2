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

    /// <summary>The weights of a network, which is checked.</summary>
    public static CnnParameters Of(CnnPlan plan, in Cnn net)
    {
        var parameters = new CnnParameters(plan);
        for (int l = 1; l < plan.Length; l++)
            if (plan[l].Type == 'c')
                parameters.Read(l, plan, net.layers[l].k, net.layers[l].b, "k", "b");
        parameters.Read(plan, net.ffW, net.ffb, "cnnsetup");
        return parameters;
    }

    /// <summary>The gradients in a network, which is checked.</summary>
    public static CnnParameters OfGradients(CnnPlan plan, in Cnn net)
    {
        var gradients = new CnnParameters(plan);
        for (int l = 1; l < plan.Length; l++)
            if (plan[l].Type == 'c')
                gradients.Read(l, plan, net.layers[l].dk, net.layers[l].db, "dk", "db");
        gradients.Read(plan, net.dffW, net.dffb, "cnnbp");
        return gradients;
    }

    /// <summary>weights = weights - rate * gradients</summary>
    public void Descend(CnnParameters gradients, double rate) => TensorPrimitives.MultiplyAdd(gradients.Values, -rate, Values, Values);

    public void WriteWeights(ref Cnn net)
    {
        for (int l = 1; l < plan.Length; l++)
            if (plan[l].Type == 'c')
            {
                ref var layer = ref net.layers.at(l);
                (layer.k, layer.b) = (KernelCell(l), new(Biases(l)));
            }
        (net.ffW, net.ffb) = Outputs();
    }

    public void WriteGradients(ref Cnn net)
    {
        for (int l = 1; l < plan.Length; l++)
            if (plan[l].Type == 'c')
            {
                ref var layer = ref net.layers.at(l);
                (layer.dk, layer.db) = (KernelCell(l), new(Biases(l)));
            }
        (net.dffW, net.dffb) = Outputs();
    }

    /// <summary>A parameter as MATLAB writes it: <c>layers{2}.k{1}{3}(4,5)</c>.</summary>
    public string Name(int index)
    {
        if (index >= plan.OutputWeights)
        {
            int output = index - plan.OutputWeights, weights = plan.Outputs * plan.Features;
            return output < weights ? $"ffW({output % plan.Outputs + 1},{output / plan.Outputs + 1})" : $"ffb({output - weights + 1})";
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

    private (Mat W, Mat b) Outputs() =>
        (Mat.Build.Dense(plan.Outputs, plan.Features, OutputWeights.ToArray()), Mat.Build.Dense(plan.Outputs, 1, OutputBiases.ToArray()));

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

    private Span<double> Kernel(int l, int i, int j)
    {
        int area = plan[l].Size * plan[l].Size;
        return Kernels(l).Slice(i * area + j * plan.KernelRows(l), area);
    }

    private void Read(int l, CnnPlan plan, Cell<Cell<Mat>> k, Cell<double> b, string kName, string bName)
    {
        int size = plan[l].Size, inputs = plan[l - 1].Maps, maps = plan[l].Maps;
        if (k.Length != inputs || k.Any(row => row.Length != maps || row.Any(kernel => kernel.RowCount != size || kernel.ColumnCount != size)) || b.Length != maps)
            throw new ArgumentException($"net.layers[{l}] must have {inputs}×{maps} kernels {kName} of {size}×{size} and {maps} biases {bName}, as cnnsetup and cnnbp make them for such inputs", "net");
        for (int i = 0; i < inputs; i++)
            for (int j = 0; j < maps; j++)
                k[i][j].Values().CopyTo(Kernel(l, i, j));
        b.ToArray().CopyTo(Biases(l));
    }

    private void Read(CnnPlan plan, Mat? W, Mat? b, string maker)
    {
        if (W is null || b is null)
            throw new ArgumentException($"net must come from {maker}: it has no output weights yet", "net");
        Require.Rows(W, plan.Outputs, "net.ffW", "outputs");
        Require.Columns(W, plan.Features, "net.ffW", "numbers in the last layer's maps");
        Require.Rows(b, plan.Outputs, "net.ffb", "outputs");
        W.Values().CopyTo(OutputWeights);
        b.Values().CopyTo(OutputBiases);
    }
}
