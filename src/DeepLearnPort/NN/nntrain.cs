using System.Diagnostics;

namespace DeepLearnPort;

/// <summary>What <see cref="Toolbox.nntrain"/> returns: <c>nn = nntrain(…)</c> and <c>(nn, var L) = nntrain(…)</c> both work.</summary>
/// <param name="nn">The trained network.</param>
/// <param name="L">Loss of each minibatch, numepochs·numbatches values in order.</param>
public readonly record struct NnTrainResult(Nn nn, [MatForm(Column = true)] double[] L)
{
    /// <summary>The first output, as MATLAB gives when one is asked for.</summary>
    /// <param name="result">Both outputs.</param>
    public static implicit operator Nn(NnTrainResult result) => result.nn;
}

public static partial class Toolbox
{
    /// <summary>Trains a network by minibatch gradient descent.</summary>
    /// <param name="nn">The network; momentum <see cref="Nn.vW"/> goes on from where it was.</param>
    /// <param name="train_x">Inputs, m × size[0], samples in rows.</param>
    /// <param name="train_y">Targets, m × size[^1].</param>
    /// <param name="opts"><see cref="Opts.numepochs"/> and <see cref="Opts.batchsize"/>, which must divide m; see also <see cref="Opts.plot"/>.</param>
    /// <param name="val_x">Validation inputs, or null.</param>
    /// <param name="val_y">Validation targets, or null.</param>
    /// <param name="stream">Where random numbers are drawn from; the ambient stream when null.</param>
    /// <returns>The network as the last minibatch left it (activations, error, gradients), and the loss of every minibatch.</returns>
    /// <remarks>
    /// Draws, each epoch: <c>randperm(m)</c>; then for each minibatch batchsize·size[0] uniforms if
    /// <c>inputZeroMaskedFraction ≠ 0</c>, and the dropout masks of <see cref="nnff"/>. After each epoch one line goes to
    /// <see cref="Display.Writer"/>; with <see cref="TextWriter.Null"/> there, the evaluation behind it is not made. Of no
    /// samples, or in no epochs, nothing is learnt and L is empty. Source: NN/nntrain.m.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// A field is missing, of opts too, a shape does not fit, batchsize does not divide m, or only one of val_x, val_y is given.
    /// </exception>
    public static NnTrainResult nntrain(Nn nn, Mat train_x, [MatTakes(MatClasses.Logical)] Mat train_y, Opts opts,
        [MatTakes(MatClasses.Logical)] Mat? val_x = null, [MatTakes(MatClasses.Logical)] Mat? val_y = null, RandStream? stream = null)
    {
        CheckSets(ref nn, ref train_x, ref train_y, ref val_x, ref val_y);
        CheckTraining(ref nn, nameof(nn), opts, train_x.RowCount);
        return Train(nn, train_x, train_y, opts, val_x, val_y, stream ?? RandStream.Global);
    }

    // What training takes of a network beside a pass
    private static void CheckTraining(ref Nn nn, string name, in Opts opts, int m)
    {
        NnFields.Momentum(ref nn, name);
        if (Minibatches.Count(opts, m) == 0 || opts.numepochs == 0)
            return;
        NnFields.Testing(nn, name);
        if (nn.dropoutFraction > 0 && nn.testing != 0)
            NnFields.MasksOfOld(ref nn, name, Math.Min(opts.batchsize, m), m);
    }

    private static NnTrainResult Train(Nn nn, Mat train_x, Mat train_y, Opts opts, Mat? val_x, Mat? val_y, RandStream stream)
    {
        Loss loss = default;
        int m = train_x.RowCount;
        int numbatches = Minibatches.Count(opts, m);
        int numepochs = opts.numepochs;
        opts.validation = val_x is null ? 0 : 1;

        var workspace = new Workspace();
        using var inputs = new MinibatchRows(train_x, opts, bias: 1);
        using var targets = new MinibatchRows(train_y, opts, bias: 0);
        var masks = new MaskDraws(nn, workspace, stream);
        var L = new double[Require.Count(numepochs, numbatches, "zeros(numepochs*numbatches,1)")];
        int n = 0;
        for (int i = 1; i <= numepochs; i++)
        {
            Interrupt.Check();
            long tic = Stopwatch.GetTimestamp();

            var kk = stream.Randperm(m);
            bool drawn = false;
            for (int l = 0; l < numbatches; l++)
            {
                Interruption.Check();
                var rows = Minibatches.Samples(kk, opts, l);
                nn.a[0] = inputs.Get(kk, l, numbatches);
                if (!drawn)
                    masks.DrawTraining(rows.Length);
                if (nn.inputZeroMaskedFraction != 0) // noise on the input (denoising autoencoders), beside the column of ones
                    Passes.Times(nn.a[0].Values().AsSpan(rows.Length), MaskDraws.InputMask(nn, workspace, rows.Length).Values());
                var batch_y = targets.Get(kk, l, numbatches);

                Feedforward(ref nn, batch_y, workspace);
                Backpropagate(ref nn, workspace);
                // The next thing drawn are the masks of the next minibatch, if it is as large: nothing of this one stands against it.
                drawn = l + 1 < numbatches && Minibatches.Samples(kk, opts, l + 1).Length == rows.Length;
                ApplyGradients(ref nn, workspace, drawn ? masks.DrawNext : null);

                L[n] = nn.L;

                n++;
            }

            double t = Stopwatch.GetElapsedTime(tic).TotalSeconds;

            if (Display.Writer != TextWriter.Null || opts.plot == 1) // nothing else reads the evaluation
            {
                loss = nneval(nn, loss, train_x, train_y, val_x, val_y);
                string str_perf = val_x is null
                    ? $"; Full-batch train err = {SixDigits(loss.train.e[^1])}"
                    : $"; Full-batch train mse = {SixDigits(loss.train.e[^1])}, val mse = {SixDigits(loss.val.e[^1])}";
                if (opts.plot == 1)
                    nnupdatefigures(nn, opts.PlotFile ?? "nntrain.png", loss, opts, i);

                double mean = TensorPrimitives.Sum<double>(L.AsSpan(n - numbatches, numbatches)) / numbatches;
                Display.Progress($"epoch {i}/{numepochs}. Took {num2str(t)} seconds. "
                    + $"Mini-batch mean squared error on training set is {num2str(mean)}{str_perf}");
            }
            nn.learningRate *= nn.scaling_learningRate;
        }
        if (n > 0)
            nn.a[0] = nn.a[0].Clone(); // the network keeps it, the next training uses that of inputs again
        return new(nn, L);
    }

    // sprintf('%f', number)
    private static string SixDigits(double number) => double.IsFinite(number) ? Invariant($"{number:F6}") : num2str(number);
}
