using static DeepLearnPort.Toolbox;

namespace DeepLearnPort;

/// <summary>
/// The GAN of the paper as far as fully connected layers go: minibatches that train D, then G, on new noise each time, and a
/// D that stands still while G trains.
/// </summary>
/// <remarks>
/// Source: Goodfellow et al., Generative Adversarial Nets (arXiv 1406.2661), Algorithm 1. The networks are the toolbox's:
/// passes, gradients and (without Adam) steps are its own code; new is that a loss's derivative goes through D to G's output.
/// D's dropout stays on while G trains, as in the paper's own program.
/// </remarks>
internal sealed partial class FrozenGan : Gan
{
    private const int Shown = 100;
    private readonly Workspace _inG = new(), _inD = new(), _throughD = new(), _inPenalty = new();
    private readonly Adam _adamG = new(), _adamD = new();
    private readonly Mat _shown;
    private readonly Mat _real, _yes;
    private Cell<Mat> _mean;
    private Nn _nn_G;
    private Nn _nn_D;

    public FrozenGan(GanOptions options, RealData data)
        : base(options, data)
    {
        int labels = options.Conditional ? RealData.Classes : 0;
        _shown = Generator.Draw(options.Noise, Shown, options.NoiseSize, Stream);
        if (options.Conditional)
            _shown = _shown.Append(RealData.OneHot([.. Enumerable.Range(0, Shown).Select(i => i * RealData.Classes / Shown)]));
        _nn_G = Prepared([options.NoiseSize + labels, .. options.GHidden, data.Pixels], options.Gaussian ? "linear" : "sigm", 0, options.GWeightPenaltyL2);
        _nn_D = Prepared([data.Pixels + labels, .. options.DHidden, 1], options.Loss == GanLoss.Squared ? "linear" : "sigm", options.Dropout, options.WeightPenaltyL2);
        if (!options.Gaussian)
            BeginAtTheMean();
        _mean = Copy(_nn_G.W);
        int m = options.BatchSize;
        _real = Mat.Build.Dense(2 * m, 1, (i, _) => i < m ? 1 : 0);
        _yes = Mat.Build.Dense(m, 1, 1);
    }

    public override Nn nn_D => Detached(_nn_D, _nn_D.W);

    public override Nn nn_G => Detached(_nn_G, Options.Average > 0 ? _mean : _nn_G.W);

    public override Mat Samples() => nn_G_out(nn_G, _shown);

    private protected override Alternation Train()
    {
        double along = Options.Iterations == 1 ? 0 : Iteration / (Options.Iterations - 1.0);
        double fallen = Math.Pow(Options.FinalLearningRate, along);
        _nn_D.learningRate = Options.LearningRate * fallen;
        _nn_G.learningRate = (Options.GLearningRate ?? Options.LearningRate) * fallen;
        if (Options.FinalMomentum is { } final)
            _nn_D.momentum = _nn_G.momentum = Options.Momentum + (final - Options.Momentum) * along;

        int batches = Options.Num / Options.BatchSize;
        double[] L_D = new double[batches * Options.DSteps], L_G = new double[batches * Options.GSteps];
        for (int batch = 0; batch < batches; batch++)
        {
            Interruption.Check();
            for (int step = 0; step < Options.DSteps; step++)
                L_D[batch * Options.DSteps + step] = TrainD();
            for (int step = 0; step < Options.GSteps; step++)
                L_G[batch * Options.GSteps + step] = TrainG();
        }
        TakeMean();

        int m = Options.BatchSize;
        var x = _inD.Take("x", 0, 2 * m, _nn_D.size[0]);
        var D = nn_G_out(_nn_D, x).Values();
        var fake = _nn_G.a[^1];
        return new(0, Mean(L_D), Mean(L_G), Mean(D.AsSpan(0, m)), Mean(D.AsSpan(m)), 0, GradientNorm(_nn_D), GradientNorm(_nn_G), PixelSpread(fake));
    }

    // Real samples are labelled 1, generated ones 0.
    private double TrainD()
    {
        int m = Options.BatchSize;
        var index = Draw(Data.Count, m);
        var real = Data.Rows(index);
        var label = Options.Conditional ? Data.Labels(index) : null;
        var fake = Generate(label);
        var x = _inD.Take("x", 0, 2 * m, _nn_D.size[0]);
        for (int j = 0; j < x.ColumnCount; j++)
        {
            var column = x.Values().AsSpan(j * 2 * m, 2 * m);
            Column(real, label, j).CopyTo(column);
            Column(fake, label, j).CopyTo(column[m..]);
        }

        SetInput(ref _nn_D, x, _inD);
        Pass(ref _nn_D, _real, _inD);
        var d = _inD.Take("d", _nn_D.n - 1, 2 * m, 1);
        TensorPrimitives.Negate(_nn_D.e.Values(), d.Values());
        BackpropagateDelta(_nn_D, d, _inD);
        Gradients(ref _nn_D, d, _inD);
        if (Options.GradientPenalty > 0)
            GradientPenalty.Add(_nn_D, m, Data.Pixels, Options.GradientPenalty, _inPenalty);
        Descend(ref _nn_D, _inD, _adamD);
        return LossOf(_nn_D.a[^1].Values(), _real.Values());
    }

    // Generated samples are to pass for real. D is only passed through: its gradients are not even calculated.
    private double TrainG()
    {
        int m = Options.BatchSize;
        var label = Options.Conditional ? RealData.OneHot([.. Draw(RealData.Classes, m).Select(n => n - 1)]) : null;
        var fake = Generate(label);
        var x = _throughD.Take("x", 0, m, _nn_D.size[0]);
        fake.Values().CopyTo(x.Values(), 0);
        label?.Values().CopyTo(x.Values(), fake.Values().Length);

        var frozen = _nn_D;
        SetInput(ref frozen, x, _throughD);
        Pass(ref frozen, _yes, _throughD);
        var d = _throughD.Take("d", frozen.n - 1, m, 1);
        TensorPrimitives.Negate(Options.Loss == GanLoss.Minimax ? frozen.a[^1].Values() : frozen.e.Values(), d.Values());
        BackpropagateDelta(frozen, d, _throughD);
        var delta = _throughD.Take("delta", 0, m, Data.Pixels);
        InputDelta(frozen, m, Data.Pixels, _throughD, delta.Values());

        var d_G = _inG.Take("d", _nn_G.n - 1, m, Data.Pixels);
        delta.Values().CopyTo(d_G.Values(), 0);
        if (_nn_G.output == "sigm")
            Passes.TimesSigmoidDerivative(fake.Values(), d_G.Values());
        BackpropagateDelta(_nn_G, d_G, _inG);
        Gradients(ref _nn_G, d_G, _inG);
        Descend(ref _nn_G, _inG, _adamG);
        return Options.Loss == GanLoss.Minimax
            ? -LossOf(frozen.a[^1].Values(), new double[m])
            : LossOf(frozen.a[^1].Values(), _yes.Values());
    }

    // Samples from new noise, in a matrix that the next call writes to.
    private Mat Generate(Mat? label)
    {
        var z = Generator.Draw(Options.Noise, Options.BatchSize, Options.NoiseSize, Stream);
        SetInput(ref _nn_G, label is null ? z : z.Append(label), _inG);
        Pass(ref _nn_G, null, _inG);
        return _nn_G.a[^1];
    }

    private void Pass(ref Nn nn, Mat? y, Workspace workspace)
    {
        new MaskDraws(nn, workspace, Stream).Draw(nn.a[0].RowCount);
        Feedforward(ref nn, y, workspace);
    }

    private void Descend(ref Nn nn, Workspace workspace, Adam adam)
    {
        if (Options.Optimizer == GanOptimizer.Adam)
            adam.Apply(nn);
        else
            ApplyGradients(ref nn, workspace);
    }

    // Per sample: -log of the probability given to the truth, or half the squared error.
    private double LossOf(ReadOnlySpan<double> a, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += Options.Loss == GanLoss.Squared
                ? 0.5 * (y[i] - a[i]) * (y[i] - a[i])
                : -Math.Log(Math.Max(double.Epsilon, y[i] == 1 ? a[i] : 1 - a[i]));
        return sum / a.Length;
    }

    private void TakeMean()
    {
        if (Options.Average == 0)
            return;
        double past = Math.Min(Options.Average, (1.0 + Iteration) / (10 + Iteration)); // the start is soon forgotten
        for (int i = 0; i < _mean.Length; i++)
        {
            var mean = _mean[i].Values();
            TensorPrimitives.Multiply(mean, past, mean);
            TensorPrimitives.MultiplyAdd<double>(_nn_G.W[i].Values(), 1 - past, mean, mean);
        }
    }

    private int[] Draw(int among, int count)
    {
        var numbers = new double[count];
        Stream.Randi(1, among, numbers);
        return Array.ConvertAll(numbers, n => (int)n);
    }

    private static ReadOnlySpan<double> Column(Mat x, Mat? label, int j) => j < x.ColumnCount
        ? x.Values().AsSpan(j * x.RowCount, x.RowCount)
        : label!.Values().AsSpan((j - x.ColumnCount) * x.RowCount, x.RowCount);
}
