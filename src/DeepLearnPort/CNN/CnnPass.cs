namespace DeepLearnPort;

/// <summary>
/// Some samples on their way through a network and back, with all the buffers that takes. Within a layer the maps lie one
/// after the other, each h × w × samples: a product with the patches writes a map into each column.
/// </summary>
internal sealed class CnnPass
{
    private readonly CnnPlan _plan;
    private readonly double[][] _patches;
    private double[] _patchDeltas = [];

    public CnnPass(CnnPlan plan, int first, int samples)
    {
        (_plan, First, Samples) = (plan, first, samples);
        A = ForEachLayer(l => plan[l].Maps * plan[l].Area * samples);
        D = ForEachLayer(l => plan[l].Maps * plan[l].Area * samples);
        _patches = ForEachLayer(l => plan[l].Type == 'c' ? plan.KernelRows(l) * plan[l].Area * samples : 0);
        (Features, FeatureDeltas) = (new double[plan.Features * samples], new double[plan.Features * samples]);
        (Outputs, Targets) = (new double[plan.Outputs * samples], new double[plan.Outputs * samples]);
        (Errors, OutputDeltas) = (new double[plan.Outputs * samples], new double[plan.Outputs * samples]);
        Gradients = new(plan);
    }

    /// <summary>Where these samples begin among those of the minibatch.</summary>
    public int First { get; }

    public int Samples { get; }

    /// <summary>Maps of each layer; those of the input are to be set.</summary>
    public double[][] A { get; }

    /// <summary>Their deltas.</summary>
    public double[][] D { get; }

    /// <summary>fv, f × samples.</summary>
    public double[] Features { get; }

    /// <summary>fvd, f × samples.</summary>
    public double[] FeatureDeltas { get; }

    /// <summary>o, c × samples.</summary>
    public double[] Outputs { get; }

    /// <summary>y, c × samples, to be set before <see cref="Backward"/>.</summary>
    public double[] Targets { get; }

    /// <summary>e = o - y, c × samples.</summary>
    public double[] Errors { get; }

    /// <summary>od, c × samples.</summary>
    public double[] OutputDeltas { get; }

    /// <summary>Gradients, summed over the samples.</summary>
    public CnnParameters Gradients { get; }

    /// <summary>Takes the samples of x from <paramref name="first"/> on.</summary>
    public void SetInput(Array3 x, int first)
    {
        int size = _plan[0].Area;
        x.Span.Slice(first * size, Samples * size).CopyTo(A[0]);
    }

    /// <summary>Takes the samples of x that an index vector, counted from 1, names.</summary>
    public void SetInput(Array3 x, ReadOnlySpan<int> index) => x.CopyPages(index, A[0]);

    /// <summary>Takes the columns of y from <paramref name="first"/> on.</summary>
    public void SetTargets(Mat y, int first) => y.Values().AsSpan(first * _plan.Outputs, Targets.Length).CopyTo(Targets);

    /// <summary>Takes the columns of y that an index vector, counted from 1, names.</summary>
    public void SetTargets(Mat y, ReadOnlySpan<int> index)
    {
        for (int i = 0; i < index.Length; i++)
            y.Values().AsSpan((index[i] - 1) * _plan.Outputs, _plan.Outputs).CopyTo(Targets.AsSpan(i * _plan.Outputs));
    }

    public void Forward(CnnParameters weights)
    {
        for (int l = 1; l < _plan.Length; l++)
        {
            if (_plan[l].Type == 's')
            {
                Patches.Average(A[l - 1], _plan[l - 1].Rows, _plan[l].Size, A[l]);
                continue;
            }
            GatherPatches(l);
            var (rows, maps, kernel) = (_plan[l].Area * Samples, _plan[l].Maps, _plan.KernelRows(l));
            Passes.RepeatRow(weights.Biases(l), rows, A[l]);
            Dgemm.Multiply(false, false, rows, maps, kernel, _patches[l], rows, weights.Kernels(l), kernel, A[l], rows, accumulate: true);
            Elementwise.Sigmoid(A[l], A[l]);
        }

        // concatenate all end layer feature maps into vector, then feedforward into output perceptrons
        Rearrange((map, feature) => map.CopyTo(feature), A[^1], Features);
        var (c, f) = (_plan.Outputs, _plan.Features);
        for (int sample = 0; sample < Samples; sample++)
            weights.OutputBiases.CopyTo(Outputs.AsSpan(sample * c));
        Dgemm.Multiply(false, false, c, Samples, f, weights.OutputWeights, c, Features, f, Outputs, c, accumulate: true);
        Elementwise.Sigmoid(Outputs, Outputs);
    }

    /// <summary>What <see cref="Backward"/> needs besides the maps, when <see cref="Forward"/> has not run here.</summary>
    public void GatherAllPatches()
    {
        for (int l = 1; l < _plan.Length; l++)
            if (_plan[l].Type == 'c')
                GatherPatches(l);
    }

    public void Backward(CnnParameters weights)
    {
        var (c, f) = (_plan.Outputs, _plan.Features);
        TensorPrimitives.Subtract(Outputs, Targets, Errors); // error

        // backprop deltas
        Errors.CopyTo(OutputDeltas, 0);
        Passes.TimesSigmoidDerivative(Outputs, OutputDeltas);
        Dgemm.Multiply(true, false, f, Samples, c, weights.OutputWeights, c, OutputDeltas, c, FeatureDeltas, f);
        if (_plan[_plan.Length - 1].Type == 'c') // only conv layers has sigm function
            Passes.TimesSigmoidDerivative(Features, FeatureDeltas);
        Rearrange((map, feature) => feature.CopyTo(map), D[^1], FeatureDeltas);
        for (int l = _plan.Length - 2; l >= 1; l--)
            if (_plan[l].Type == 'c')
                BackThroughAverages(l);
            else
                BackThroughKernels(l, weights);

        // calc gradients
        for (int l = 1; l < _plan.Length; l++)
            if (_plan[l].Type == 'c')
                SumGradients(l);
        Dgemm.Multiply(false, true, c, f, Samples, OutputDeltas, c, Features, f, Gradients.OutputWeights, c);
        var biases = Gradients.OutputBiases;
        biases.Clear();
        for (int sample = 0; sample < Samples; sample++)
            TensorPrimitives.Add(biases, OutputDeltas.AsSpan(sample * c, c), biases);
    }

    // d{l} = a .* (1 - a) .* expand(d{l+1}, [scale scale 1]) / scale^2
    private void BackThroughAverages(int l)
    {
        Patches.Spread(D[l + 1], _plan[l].Rows, _plan[l + 1].Size, D[l]);
        Passes.TimesSigmoidDerivative(A[l], D[l]);
    }

    // d{l}{i} = sum over j of convn(d{l+1}{j}, rot180(k{i}{j}), 'full')
    private void BackThroughKernels(int l, CnnParameters weights)
    {
        var (rows, maps, kernel) = (_plan[l + 1].Area * Samples, _plan[l + 1].Maps, _plan.KernelRows(l + 1));
        var deltas = _patchDeltas.Length >= rows * kernel ? _patchDeltas : _patchDeltas = new double[rows * kernel];
        Dgemm.Multiply(false, true, rows, kernel, maps, D[l + 1], rows, weights.Kernels(l + 1), kernel, deltas, rows);
        D[l].AsSpan().Clear();
        var (size, area) = (_plan[l + 1].Size, _plan[l].Area * Samples);
        for (int i = 0; i < _plan[l].Maps; i++)
            Patches.Scatter(deltas.AsSpan(i * size * size * rows), _plan[l].Rows, _plan[l].Columns, Samples, size, D[l].AsSpan(i * area, area));
    }

    // dk{i}{j} = convn(flipall(a{i}), d{j}, 'valid'), db{j} = sum(d{j}(:)), not yet divided by the number of samples
    private void SumGradients(int l)
    {
        var (rows, maps, kernel) = (_plan[l].Area * Samples, _plan[l].Maps, _plan.KernelRows(l));
        Dgemm.Multiply(true, false, kernel, maps, rows, _patches[l], rows, D[l], rows, Gradients.Kernels(l), kernel);
        for (int j = 0; j < maps; j++)
            Gradients.Biases(l)[j] = TensorPrimitives.Sum<double>(D[l].AsSpan(j * rows, rows));
    }

    private void GatherPatches(int l)
    {
        var below = _plan[l - 1];
        int size = _plan[l].Size, area = below.Area * Samples;
        for (int i = 0; i < below.Maps; i++)
            Patches.Gather(A[l - 1].AsSpan(i * area, area), below.Rows, below.Columns, Samples, size,
                _patches[l].AsSpan(i * size * size * _plan[l].Area * Samples));
    }

    private delegate void Move(Span<double> map, Span<double> feature);

    // One map of one sample is a piece of that sample's column of fv.
    private void Rearrange(Move move, Span<double> maps, Span<double> features)
    {
        var last = _plan[_plan.Length - 1];
        for (int j = 0; j < last.Maps; j++)
            for (int sample = 0; sample < Samples; sample++)
                move(maps.Slice((j * Samples + sample) * last.Area, last.Area), features.Slice(sample * _plan.Features + j * last.Area, last.Area));
    }

    private double[][] ForEachLayer(Func<int, int> size) => [.. Enumerable.Range(0, _plan.Length).Select(l => new double[size(l)])];
}
