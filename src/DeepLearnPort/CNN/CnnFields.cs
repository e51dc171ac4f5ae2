namespace DeepLearnPort;

/// <summary>What passes leave in a network's fields, for all samples together: filled part by part, then made the fields.</summary>
internal sealed class CnnFields
{
    private readonly CnnPlan _plan;
    private readonly int _samples;
    private readonly double[][][] _a, _d;
    private readonly double[] _fv, _o, _e, _od, _fvd;

    /// <summary>Fields to be filled.</summary>
    public CnnFields(CnnPlan plan, int samples)
    {
        (_plan, _samples) = (plan, samples);
        (_a, _d) = (Maps(), Maps());
        (_fv, _fvd) = (new double[plan.Features * samples], new double[plan.Features * samples]);
        (_o, _e, _od) = (new double[plan.Outputs * samples], new double[plan.Outputs * samples], new double[plan.Outputs * samples]);
    }

    /// <summary>The fields that a forward pass left in a network, to be read, and those of the way back, to be filled.</summary>
    public CnnFields(CnnPlan plan, int samples, in Cnn net) : this(plan, samples)
    {
        for (int l = 0; l < plan.Length; l++)
        {
            var (a, sizes) = (net.layers[l].a, plan[l]);
            if (a.Length != sizes.Maps || a.Any(map => (map.RowCount, map.ColumnCount, map.PageCount) != (sizes.Rows, sizes.Columns, samples)))
                throw new ArgumentException($"net must come from cnnff: net.layers[{l}].a must be {sizes.Maps} maps of {sizes.Rows}×{sizes.Columns}×{samples}", nameof(net));
            _a[l] = [.. a.Select(map => map.Values)];
        }
        (_fv, _o) = (net.fv.Values(), net.o.Values());
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
        for (int l = 0; l < _plan.Length; l++)
            net.layers.at(l).a = Arrays(l, _a[l]);
        (net.fv, net.o) = (Matrix(_fv), Matrix(_o));
    }

    public void WriteBackward(ref Cnn net, CnnParameters gradients, double loss)
    {
        for (int l = Math.Min(1, _plan.Length - 1); l < _plan.Length; l++)
            net.layers.at(l).d = Arrays(l, _d[l]);
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
        [.. Enumerable.Range(0, _plan.Length).Select(l => Enumerable.Range(0, _plan[l].Maps).Select(_ => new double[_plan[l].Area * _samples]).ToArray())];

    private Cell<Array3> Arrays(int l, double[][] maps) =>
        [.. maps.Select(map => Array3.Adopt(_plan[l].Rows, _plan[l].Columns, _samples, map))];

    private Mat Matrix(double[] values) => Mat.Build.Dense(values.Length / _samples, _samples, values);
}
