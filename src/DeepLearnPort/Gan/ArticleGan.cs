using static DeepLearnPort.Toolbox;

namespace DeepLearnPort;

/// <summary>
/// The article's experiment: a generator <c>nn_G_t</c>, a discriminator <c>nn_D</c> and the stack <c>nn_G</c> of both, trained
/// in turn with shared weights.
/// </summary>
/// <remarks>
/// Kept as it is in the article: the noise is drawn once; D is not frozen while the stack trains (the stack's copy of D moves
/// for those minibatches, the next share overwrites it, and <c>nn_D</c> itself never moves by it); the stack's dropout also
/// drops generated pixels; momentum goes on from one training to the next. Only the generated rows that are used are
/// computed: the generator draws nothing, so the numbers are the same. With labels as in the author's conditional scripts:
/// they follow the noise and the pixels, and the stack takes D's first weights without their columns.
/// Source: the article "Simple understanding of traditional GAN" and its author's scripts.
/// </remarks>
internal sealed class ArticleGan : Gan
{
    private const int Shown = 60;
    private readonly Mat _test_x;
    private readonly Mat _train_data_D, _train_y_D, _test_y_rel, _D;
    // One for each network, so that its matrices keep their shapes and are there the next time.
    private readonly Workspace _evaluation_G = new(), _evaluation_D = new();
    private readonly Opts _opts;
    private Nn _nn_G_t;
    private Nn _nn_D;
    private Nn _nn_G;

    public ArticleGan(GanOptions options, RealData data)
        : base(options, data)
    {
        int labels = options.Conditional ? RealData.Classes : 0;
        int[] generator = [options.NoiseSize + labels, .. options.GHidden, data.Pixels];
        _test_x = Generator.Draw(options.Noise, data.Count, options.NoiseSize, Stream);
        _nn_G_t = Prepared(generator, 0, options.LearningRate);
        _nn_D = Prepared([data.Pixels + labels, .. options.DHidden, 1], options.WeightPenaltyL2, options.LearningRate);
        _nn_G = Prepared([.. generator, .. options.DHidden, 1], options.GWeightPenaltyL2, options.GLearningRate ?? options.LearningRate);

        // What D is trained on, half real and half generated; written anew for each training.
        int num = options.Num;
        _train_data_D = Mat.Build.Dense(2 * num, data.Pixels + labels);
        _train_y_D = Mat.Build.Dense(2 * num, 1, (i, _) => i < num ? 1 : 0);
        _test_y_rel = Mat.Build.Dense(num, 1, 1);
        _D = Mat.Build.Dense(2 * num, 1);

        _opts.numepochs = 1;
        _opts.batchsize = options.BatchSize;
    }

    public override Nn nn_D => _nn_D;

    public override Nn nn_G => _nn_G;

    private protected override Alternation Train()
    {
        int num = Options.Num;

        // Calculate the output of G: false samples
        for (int i = 0; i < _nn_G_t.W.Length; i++)
            _nn_G_t.W[i] = _nn_G.W[i];

        // Train D
        double[] L_D = [], L_G = [];
        var test_x = _test_x;
        for (int step = 0; step < Options.DSteps; step++)
        {
            var index = Stream.Randperm(Data.Count)[..num];
            Data.CopyMapped(index, _train_data_D);
            test_x = _test_x.Rows(index);
            if (Options.Conditional)
                test_x = Labelled(test_x, index);
            CopyOutput(_nn_G_t, test_x, _evaluation_G, _train_data_D, num);
            (_nn_D, L_D) = nntrain(_nn_D, _train_data_D, _train_y_D, _opts, stream: Stream);
        }

        // Train G: here the false sample is labelled 1, as if it were real
        for (int step = 0; step < Options.GSteps; step++)
        {
            Share();
            SplitFirstLayer();
            (_nn_G, L_G) = nntrain(_nn_G, test_x, _test_y_rel, _opts, stream: Stream);
            SplitFirstLayer();
        }

        CopyOutput(_nn_D, _train_data_D, _evaluation_D, _D, 0);
        var D = _D.Values().AsSpan();
        return new(0, Mean(L_D), Mean(L_G), Mean(D[..num]), Mean(D[num..]), 0, GradientNorm(_nn_D), GradientNorm(_nn_G),
            PixelSpread(_train_data_D.Values(), 2 * num, num, num, Data.Pixels));
    }

    public override Mat Samples()
    {
        int samples = Math.Min(Shown, Data.Count);
        int[] index = [.. Enumerable.Range(1, samples).Select(i => i * (Data.Count / samples))];
        for (int i = 0; i < _nn_G_t.W.Length; i++)
            _nn_G_t.W[i] = _nn_G.W[i];
        var z = _test_x.Rows(index);
        return nn_G_out(_nn_G_t, Options.Conditional ? z.Append(Data.Labels(index)) : z);
    }

    private protected override IEnumerable<KeyValuePair<string, MatValue>> TrainingState() =>
        [new("nn_G", MatConvert.From(_nn_G)), new("nn_D", MatConvert.From(_nn_D))];

    private protected override void RestoreTraining(SavedVariables state) =>
        (_nn_G, _nn_D) = (state.Network("nn_G", _nn_G, rates: true), state.Network("nn_D", _nn_D, rates: true));

    // No training writes into a network that it was given.
    private protected override Action Mark()
    {
        var (back, nn_G, nn_D) = (base.Mark(), _nn_G, _nn_D);
        return () =>
        {
            back();
            (_nn_G, _nn_D) = (nn_G, nn_D);
        };
    }

    // [x label], and the labels beside the pixels of what D is trained on, twice
    private Mat Labelled(Mat x, int[] index)
    {
        var label = Data.Labels(index);
        foreach (int first in (ReadOnlySpan<int>)[0, index.Length])
            _train_data_D.SetSubMatrix(first, Data.Pixels, label);
        return x.Append(label);
    }

    // The end of the stack becomes nn_D, whose columns for the labels come last and have no place in the stack.
    private void Share()
    {
        for (int i = 1; i <= _nn_D.W.Length; i++)
        {
            int columns = _nn_G.W[^i].ColumnCount;
            _nn_G.W[^i] = _nn_D.W[^i].ColumnCount == columns ? _nn_D.W[^i] : _nn_D.W[^i].SubMatrix(0, _nn_D.W[^i].RowCount, 0, columns);
        }
    }

    // Of the first hidden layer some units see the noise only, the others the label only. In the script the columns from 101
    // on are the labels' (with the last noise value, since the first column is the bias), those from 2 to 100 the noise's.
    private void SplitFirstLayer()
    {
        if (Options.NoiseUnits == 0)
            return;
        var W = _nn_G.W[0].Clone();
        int noise = Options.NoiseSize, units = Options.NoiseUnits;
        W.ClearSubMatrix(0, units, noise, W.ColumnCount - noise);
        W.ClearSubMatrix(units, W.RowCount - units, 1, noise - 1);
        _nn_G.W[0] = W;
    }

    private Nn Prepared(int[] architecture, double weightPenaltyL2, double learningRate)
    {
        var nn = nnsetup(architecture, Stream);
        nn.weightPenaltyL2 = weightPenaltyL2;
        nn.dropoutFraction = Options.Dropout;
        nn.learningRate = learningRate;
        nn.momentum = Options.Momentum;
        nn.activation_function = Options.Activation;
        nn.output = "sigm";
        if (Options.InitialScale != 1)
            for (int i = 0; i < nn.W.Length; i++)
                nn.W[i] = nn.W[i] * Options.InitialScale;
        return nn;
    }
}
