namespace DeepLearnPort;

/// <summary>
/// What passes leave in a network's fields, for all samples together: filled part by part, then made the fields.
/// </summary>
internal sealed class CnnFields
{
    private readonly CnnPlan _plan;
    private readonly int _samples;
    private readonly double[][][] _a, _d;
    private readonly double[] _fv, _o, _e, _od, _fvd;

    /// <summary>Fields to be filled; the plan is for so many samples.</summary>
    public CnnFields(CnnPlan plan, int samples)
    {
        (_plan, _samples) = (plan, samples);
        (_a, _d) = (Maps(), Maps());
        (_fv, _fvd) = (new double[plan.Features * samples], new double[plan.Features * samples]);
        int outputs = plan.Outputs * samples;
        (_o, _e, _od) = (new double[outputs], new double[outputs], new double[outputs]);
    }

    /// <summary>The fields that a forward pass left in a network, to be read, and those of the way back, to be filled.</summary>
    /// <exception cref="ArgumentException">One is missing, or left by a pass of other inputs or layers.</exception>
    public CnnFields(CnnPlan plan, in Cnn net)
    {
        (_plan, _samples) = (plan, net.layers[0].a[0].PageCount);
        _a = new double[plan.Length][][];
        for (int l = 0; l < plan.Length; l++)
            _a[l] = MapsOf(l, net.layers[l].a);
        _fv = CnnReading.Field(net.fv, "fv", "cnnff", plan.Features, _samples, "numbers in the last maps × samples").Values();
        _o = CnnReading.Field(net.o, "o", "cnnff", plan.Outputs, _samples, "outputs × samples").Values();
        _d = Maps();
        (_e, _od, _fvd) = (new double[_o.Length], new double[_o.Length], new double[_fv.Length]);
    }

    /// <summary>Keeps what a forward pass of the samples from <paramref name="first"/> left.</summary>
    public void KeepForward(CnnPass pass, int first)
    {
        ForEachMap(pass, first, pass.A, _a, (part, whole) => part.CopyTo(whole));
        Keep(pass.Features, _fv, first * _plan.Features);
        Keep(pass.Outputs, _o, first * _plan.Outputs);
    }

    /// <summary>Puts a pass where a forward pass had left it.</summary>
    public void Restore(CnnPass pass, int first)
    {
        ForEachMap(pass, first, pass.A, _a, (part, whole) => whole.CopyTo(part));
        _fv.AsSpan(first * _plan.Features, pass.Features.Length).CopyTo(pass.Features);
        _o.AsSpan(first * _plan.Outputs, pass.Outputs.Length).CopyTo(pass.Outputs);
        pass.GatherAllPatches();
    }

    /// <summary>Keeps what a backward pass of the samples from <paramref name="first"/> left.</summary>
    public void KeepBackward(CnnPass pass, int first)
    {
        ForEachMap(pass, first, pass.D, _d, (part, whole) => part.CopyTo(whole));
        Keep(pass.Errors, _e, first * _plan.Outputs);
        Keep(pass.OutputDeltas, _od, first * _plan.Outputs);
        Keep(pass.FeatureDeltas, _fvd, first * _plan.Features);
    }

    public void WriteForward(ref Cnn net)
    {
        Layer[] layers = [.. net.layers];
        for (int l = 0; l < _plan.Length; l++)
            layers[l].a = Arrays(l, _a[l]);
        net.layers = new(layers);
        (net.fv, net.o) = (Matrix(_fv), Matrix(_o));
    }

    public void WriteBackward(ref Cnn net, CnnParameters gradients, double loss)
    {
        Layer[] layers = [.. net.layers];
        for (int l = Math.Min(1, _plan.Length - 1); l < _plan.Length; l++)
            layers[l].d = Arrays(l, _d[l]);
        net.layers = new(layers);
        (net.e, net.L, net.od, net.fvd) = (Matrix(_e), loss, Matrix(_od), Matrix(_fvd));
        gradients.WriteGradients(ref net);
    }

    private delegate void Move(Span<double> part, Span<double> whole);

    private void ForEachMap(CnnPass pass, int first, double[][] part, double[][][] whole, Move move)
    {
        for (int l = 0; l < _plan.Length; l++)
            for (int j = 0; j < _plan[l].Maps; j++)
            {
                int length = _plan[l].Area * pass.Samples;
                move(part[l].AsSpan(j * length, length), whole[l][j].AsSpan(_plan[l].Area * first, length));
            }
    }

    private static void Keep(double[] part, double[] whole, int at) => part.CopyTo(whole.AsSpan(at));

    private double[][][] Maps() =>
        [.. Enumerable.Range(0, _plan.Length).Select(l =>
            Enumerable.Range(0, _plan[l].Maps).Select(_ => new double[_plan[l].Area * _samples]).ToArray())];

    private double[][] MapsOf(int l, Cell<Array3> a)
    {
        var sizes = _plan[l];
        if (a.Length != sizes.Maps)
            throw new ArgumentException(
                $"{CnnPlan.Name(l)}.a must hold {sizes.Maps} maps, as cnnff leaves them; holds {a.Length}", "net");
        for (int j = 0; j < a.Length; j++)
            if ((a[j].RowCount, a[j].ColumnCount, a[j].PageCount) != (sizes.Rows, sizes.Columns, _samples))
                throw new ArgumentException(
                    $"{CnnPlan.Name(l)}.a{{{j + 1}}} must be {sizes.Rows}×{sizes.Columns}×{_samples}, as cnnff leaves it; "
                        + $"is {a[j]}", "net");
        return [.. a.Select(map => map.Values)];
    }

    private Cell<Array3> Arrays(int l, double[][] maps) =>
        [.. maps.Select(map => Array3.Adopt(_plan[l].Rows, _plan[l].Columns, _samples, map))];

    private Mat Matrix(double[] values) => Mat.Build.Dense(values.Length / _samples, _samples, values);
}
