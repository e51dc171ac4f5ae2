namespace DeepLearnPort;

/// <summary>
/// Weights and gradients as a network's fields hold them: each that is going to be used is checked first, then all are copied.
/// </summary>
internal sealed class CnnReading
{
    private readonly CnnPlan _plan;
    private readonly List<Action<CnnParameters>> _copies = [];

    private CnnReading(CnnPlan plan) => _plan = plan;

    /// <summary>The weights and biases that a pass forward uses.</summary>
    /// <exception cref="ArgumentException">One is missing or does not fit the plan.</exception>
    public static CnnParameters Weights(CnnPlan plan, in Cnn net)
    {
        var reading = new CnnReading(plan);
        for (int l = 1; l < plan.Length; l++)
            if (plan[l].Type == 'c')
            {
                reading.Kernels(l, net.layers[l].k, "k");
                reading.Biases(l, net.layers[l].b, "b");
            }
        reading.Outputs(net.ffW, net.ffb, "ffW", "ffb", "cnnsetup");
        return reading.Copied();
    }

    /// <summary>The weights that a pass backward uses: no biases, and no kernels that see the input.</summary>
    /// <exception cref="ArgumentException">One is missing or does not fit the plan.</exception>
    public static CnnParameters WeightsBackward(CnnPlan plan, in Cnn net)
    {
        var reading = new CnnReading(plan);
        for (int l = 2; l < plan.Length; l++)
            if (plan[l].Type == 'c')
                reading.Kernels(l, net.layers[l].k, "k");
        reading.OutputWeights(net.ffW, "ffW", "cnnsetup");
        return reading.Copied();
    }

    /// <summary>The gradients.</summary>
    /// <exception cref="ArgumentException">One is missing or does not fit the plan.</exception>
    public static CnnParameters Gradients(CnnPlan plan, in Cnn net)
    {
        var reading = new CnnReading(plan);
        for (int l = 1; l < plan.Length; l++)
            if (plan[l].Type == 'c')
            {
                reading.Kernels(l, net.layers[l].dk, "dk");
                reading.Biases(l, net.layers[l].db, "db");
            }
        reading.Outputs(net.dffW, net.dffb, "dffW", "dffb", "cnnbp");
        return reading.Copied();
    }

    // Nothing is allocated before all is known to be there: a file may say outputmaps = 1e9.
    private CnnParameters Copied()
    {
        var parameters = new CnnParameters(_plan);
        foreach (var copy in _copies)
            copy(parameters);
        return parameters;
    }

    private void Kernels(int l, Cell<Cell<Mat>> k, string field)
    {
        int size = _plan[l].Size, inputs = _plan[l - 1].Maps, maps = _plan[l].Maps;
        Cells(k, inputs, maps, l, field);
        for (int i = 0; i < inputs; i++)
            for (int j = 0; j < maps; j++)
                if (k[i][j] is not { } kernel || kernel.RowCount != size || kernel.ColumnCount != size)
                    throw new ArgumentException(
                        $"{CnnPlan.Name(l)}.{field}{{{i + 1}}}{{{j + 1}}} must be {size}×{size} (kernelsize), {Maker(field)}; "
                            + $"is {Size(k[i][j])}", "net");
        _copies.Add(parameters =>
        {
            for (int i = 0; i < inputs; i++)
                for (int j = 0; j < maps; j++)
                    Require.Dense(k[i][j], field).Values().CopyTo(parameters.Kernel(l, i, j));
        });
    }

    private void Biases(int l, Cell<double> b, string field)
    {
        Cells(b, _plan[l].Maps, l, field);
        _copies.Add(parameters => b.ToArray().CopyTo(parameters.Biases(l)));
    }

    private void Outputs(Mat? W, Mat? b, string nameW, string nameb, string maker)
    {
        OutputWeights(W, nameW, maker);
        var biases = Field(b, nameb, maker, _plan.Outputs, 1, "outputs × 1");
        _copies.Add(parameters => biases.Values().CopyTo(parameters.OutputBiases));
    }

    private void OutputWeights(Mat? W, string name, string maker)
    {
        var weights = Field(W, name, maker, _plan.Outputs, _plan.Features, "outputs × numbers in the last layer's maps");
        _copies.Add(parameters => weights.Values().CopyTo(parameters.OutputWeights));
    }

    /// <summary>A field of a network that is there and has this size.</summary>
    public static Mat Field(Mat? matrix, string name, string maker, int rows, int columns, string reason) => matrix is null
        ? throw new ArgumentException($"cnn.{name} is missing: cnn must come from {maker}", "net")
        : Require.Sized(matrix, $"cnn.{name}", rows, columns, reason);

    /// <summary>A cell with a kernel for each map below and each map of layer l.</summary>
    public static Cell<Cell<Mat>> Cells(Cell<Cell<Mat>> k, int below, int maps, int l, string field)
    {
        RequireCount(k.Length, below, l, field, "maps below");
        for (int i = 0; i < below; i++)
            RequireCount(k[i].Length, maps, l, $"{field}{{{i + 1}}}", "maps");
        return k;
    }

    /// <summary>A cell with a number for each map of layer l.</summary>
    public static Cell<double> Cells(Cell<double> b, int maps, int l, string field)
    {
        RequireCount(b.Length, maps, l, field, "maps");
        return b;
    }

    private static void RequireCount(int given, int required, int l, string field, string reason)
    {
        if (given != required)
            throw new ArgumentException(
                $"{CnnPlan.Name(l)}.{field} must hold {required} ({reason}), {Maker(field)}; holds {given}", "net");
    }

    private static string Size(Mat? matrix) => matrix is null ? "missing" : $"{matrix.RowCount}×{matrix.ColumnCount}";

    private static string Maker(string field) => field[0] == 'd' ? "as cnnbp makes it" : "as cnnsetup makes it for such inputs";
}
