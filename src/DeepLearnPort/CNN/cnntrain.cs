namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Trains a convolutional network by minibatch gradient descent.</summary>
    /// <param name="net">A network from <see cref="cnnsetup"/>.</param>
    /// <param name="x">Inputs, h × w × m, samples in the last dimension.</param>
    /// <param name="y">Targets, c × m.</param>
    /// <param name="opts">
    /// <see cref="Opts.alpha"/>, <see cref="Opts.numepochs"/> and <see cref="Opts.batchsize"/>, which must divide m.
    /// </param>
    /// <param name="stream">Where random numbers are drawn from; the ambient stream when null.</param>
    /// <returns>
    /// The network as the last minibatch left it, with the smoothed loss <see cref="Cnn.rL"/> of every minibatch.
    /// </returns>
    /// <remarks>
    /// Draws <c>randperm(m)</c> each epoch. Before each one a line goes to <see cref="Display.Writer"/>, and one with its time
    /// after it. Source: CNN/cnntrain.m.
    /// </remarks>
    /// <exception cref="ArgumentNullException">y is null.</exception>
    /// <exception cref="ArgumentException">
    /// A shape does not fit, a field of the network or an option is missing, batchsize does not divide m, or two layers of a kind
    /// follow each other.
    /// </exception>
    public static Cnn cnntrain(Cnn net, Array3 x, [MatTakes(MatClasses.Logical)] Mat y, Opts opts, RandStream? stream = null)
    {
        var plan = CnnInput.Plan(net, x);
        opts.Require(nameof(opts.alpha), nameof(opts.numepochs));
        if (opts.numepochs > 0)
            plan.RequireAlternation();
        y = CnnInput.Targets(plan, x, y);
        int m = x.PageCount;
        int numbatches = Minibatches.Count(opts, m);
        stream ??= RandStream.Global;

        var weights = CnnReading.Weights(plan, net);
        CnnBatch? batch = null;
        var rL = new List<double>();
        double L = 0;
        for (int i = 1; i <= opts.numepochs; i++)
        {
            Interrupt.Check();
            Display.Progress($"epoch {i}/{opts.numepochs}");
            tic();
            var kk = stream.Randperm(m);
            for (int l = 0; l < numbatches; l++)
            {
                int samples = Minibatches.Samples(kk, opts, l).Length, first = l * opts.batchsize;
                if (batch?.Samples != samples)
                    batch = new(plan, samples);
                batch.ForEachPart(part =>
                {
                    var order = kk.AsSpan(first + part.First, part.Samples);
                    part.SetInput(x, order);
                    part.SetTargets(y, order);
                    part.Forward(weights);
                    part.Backward(weights);
                });
                batch.SumParts();
                TensorPrimitives.Divide(batch.Gradients.Values, samples, batch.Gradients.Values);
                L = batch.Loss / samples;
                weights.Descend(batch.Gradients, opts.alpha);
                if (rL.Count == 0)
                    rL.Add(L);
                rL.Add(0.99 * rL[^1] + 0.01 * L);
            }
            toc();
        }
        net.rL = [.. rL];
        if (batch is null)
            return net;

        weights.WriteWeights(ref net);
        var fields = new CnnFields(plan, batch.Samples);
        batch.ForEachPart(part =>
        {
            fields.KeepForward(part, part.First);
            fields.KeepBackward(part, part.First);
        });
        fields.WriteForward(ref net);
        fields.WriteBackward(ref net, batch.Gradients, L);
        return net;
    }
}
