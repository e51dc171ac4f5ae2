using static DeepLearnPort.Toolbox;

namespace DeepLearnPort;

/// <content>How the networks begin, and how they are kept.</content>
internal sealed partial class FrozenGan
{
    private Nn Prepared(int[] architecture, string output, double dropout, double weightPenaltyL2)
    {
        var nn = nnsetup(architecture, Stream);
        nn.activation_function = Options.Activation;
        nn.output = output;
        nn.momentum = Options.Momentum;
        nn.dropoutFraction = dropout;
        nn.weightPenaltyL2 = weightPenaltyL2;
        for (int i = 0; i < nn.W.Length; i++)
            nn.W[i] = nn.W[i] * Options.InitialScale;
        return nn;
    }

    // The last biases of G give the mean of the first samples, as the paper's program has it.
    private void BeginAtTheMean()
    {
        const int samples = 5000;
        const double least = 1e-3; // keeps the logarithm finite where all samples are 0 or 1
        var mean = Data.Rows([.. Enumerable.Range(1, Math.Min(samples, Data.Count))]).ColumnSums() / Math.Min(samples, Data.Count);
        var W = _nn_G.W[^1];
        for (int i = 0; i < W.RowCount; i++)
        {
            double p = Math.Clamp(mean[i], least, 1 - least);
            W[i, 0] = Math.Log(p / (1 - p));
        }
    }

    private protected override IEnumerable<KeyValuePair<string, MatValue>> TrainingState()
    {
        yield return new("nn_G", MatConvert.From(nn_G));
        yield return new("nn_D", MatConvert.From(nn_D));
        yield return new("W_G", MatConvert.From(_nn_G.W)); // nn_G has the running mean of these
        foreach (var (name, adam) in new[] { ("adam_G", _adamG), ("adam_D", _adamD) })
        {
            yield return new($"{name}_steps", adam.Steps);
            yield return new($"{name}_second", MatConvert.From(adam.Second));
        }
    }

    private protected override void RestoreTraining(SavedVariables state)
    {
        // Learning rate and momentum change from one alternation to the next.
        var (nn_G, nn_D) = (state.Network("nn_G", _nn_G, rates: false), state.Network("nn_D", _nn_D, rates: false));
        _mean = Copy(nn_G.W);
        (_nn_G.W, _nn_G.vW) = (state.Matrices("W_G", _nn_G.W), nn_G.vW);
        (_nn_D.W, _nn_D.vW) = (nn_D.W, nn_D.vW);
        foreach (var (name, adam, W) in new[] { ("adam_G", _adamG, _nn_G.W), ("adam_D", _adamD, _nn_D.W) })
        {
            adam.Steps = state.Whole($"{name}_steps", 0, int.MaxValue - 1);
            adam.Second = state.Matrices($"{name}_second", adam.Steps == 0 ? [] : W);
        }
    }

    private protected override Action Mark()
    {
        var (back, nn_G, nn_D, mean) = (base.Mark(), Detached(_nn_G, _nn_G.W), Detached(_nn_D, _nn_D.W), Copy(_mean));
        var adams = new[] { _adamG, _adamD }.Select(adam => (adam, adam.Steps, Second: Copy(adam.Second))).ToArray();
        return () =>
        {
            back();
            (_nn_G, _nn_D, _mean) = (nn_G, nn_D, mean);
            foreach (var (adam, steps, second) in adams)
                (adam.Steps, adam.Second) = (steps, second);
        };
    }

    // The network without its passes, in matrices of its own: those inside are written to in every minibatch.
    private static Nn Detached(Nn nn, Cell<Mat> W)
    {
        (nn.W, nn.vW) = (Copy(W), Copy(nn.vW));
        (nn.a, nn.dW, nn.dropOutMask, nn.e) = (default, default, default, null!);
        return nn;
    }

    private static Cell<Mat> Copy(Cell<Mat> matrices) => [.. matrices.Select(matrix => matrix.Clone())];
}
