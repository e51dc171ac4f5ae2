using System.Diagnostics;
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
/// computed: the generator draws nothing, so the numbers are the same. Source: the article "Simple understanding of
/// traditional GAN".
/// </remarks>
public sealed class Gan
{
    private readonly GanOptions _options;
    private readonly ImageSet _images;
    private readonly RandStream _stream;
    private readonly Mat _test_x;
    private readonly Mat _train_data_D, _train_y_D, _test_y_rel, _D;
    private readonly Opts _opts;
    private readonly Workspace _evaluation = new();
    private readonly Stopwatch _clock = new();
    private Nn _nn_G_t;
    private Nn _nn_D;
    private Nn _nn_G;

    /// <summary>Draws the noise and sets up the three networks.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="images">The real images.</param>
    /// <exception cref="ArgumentException">A setting does not fit; the message names it.</exception>
    public Gan(GanOptions options, ImageSet images)
    {
        options.Check(images.Count);
        _options = options;
        _images = images;
        _stream = Stream(options);

        const int noise = 100, hidden = 100;
        int pixels = images.Pixels;
        _test_x = mapminmax(normrnd(0, 1, [images.Count, noise], _stream), 0, 1);

        _nn_G_t = nnsetup([noise, pixels], _stream);
        _nn_G_t.activation_function = "sigm";
        _nn_G_t.output = "sigm";

        _nn_D = Regularised(nnsetup([pixels, hidden, 1], _stream));
        _nn_G = Regularised(nnsetup([noise, pixels, hidden, 1], _stream));

        // What D is trained on, half real and half generated; written anew for each training.
        int num = options.Num;
        _train_data_D = Mat.Build.Dense(2 * num, pixels);
        _train_y_D = Mat.Build.Dense(2 * num, 1, (i, _) => i < num ? 1 : 0);
        _test_y_rel = Mat.Build.Dense(num, 1, 1);
        _D = Mat.Build.Dense(2 * num, 1);

        _opts.numepochs = 1;
        _opts.batchsize = options.BatchSize;
    }

    /// <summary>The discriminator, [784 100 1].</summary>
    public Nn nn_D => _nn_D;

    /// <summary>The stack of generator and discriminator, [100 784 100 1].</summary>
    public Nn nn_G => _nn_G;

    /// <summary>Alternations done.</summary>
    public int Iteration { get; private set; }

    /// <summary>Trains D, then the stack.</summary>
    /// <returns>Losses and outputs of this alternation.</returns>
    public Alternation Step()
    {
        _clock.Start();

        // Calculate the output of G: false samples
        for (int i = 0; i < _nn_G_t.W.Length; i++)
            _nn_G_t.W[i] = _nn_G.W[i];

        // Train D
        double[] L_D = [], L_G = [];
        int[] index = [];
        for (int step = 0; step < _options.DSteps; step++)
        {
            index = _stream.Randperm(_images.Count)[.._options.Num];
            _images.CopyMapped(index, _train_data_D);
            CopyOutput(_nn_G_t, _test_x.Rows(index), _evaluation, _train_data_D, _options.Num);
            (_nn_D, L_D) = nntrain(_nn_D, _train_data_D, _train_y_D, _opts, stream: _stream);
        }

        // Train G: here the false sample is labelled 1, as if it were real
        var test_x = _test_x.Rows(index);
        for (int step = 0; step < _options.GSteps; step++)
        {
            for (int i = 1; i <= _nn_D.W.Length; i++)
                _nn_G.W[^i] = _nn_D.W[^i];
            (_nn_G, L_G) = nntrain(_nn_G, test_x, _test_y_rel, _opts, stream: _stream);
        }

        CopyOutput(_nn_D, _train_data_D, _evaluation, _D, 0);
        var D = _D.Values().AsSpan();
        _clock.Stop();
        return new(++Iteration, Mean(L_D), Mean(L_G), Mean(D[.._options.Num]), Mean(D[_options.Num..]), _clock.Elapsed.TotalSeconds);
    }

    /// <summary>What the generator makes now of some of the noise.</summary>
    /// <param name="index">Which rows of the noise, counted from 1.</param>
    /// <returns>index.Length × 784, values in [0, 1], each row an image row by row.</returns>
    public Mat Generate(ReadOnlySpan<int> index)
    {
        for (int i = 0; i < _nn_G_t.W.Length; i++)
            _nn_G_t.W[i] = _nn_G.W[i];
        return nn_G_out(_nn_G_t, _test_x.Rows(index));
    }

    /// <summary>The output of a network in testing mode, as the article's function of this name gives it.</summary>
    /// <param name="nn">The network.</param>
    /// <param name="x">Inputs, m × size[0], samples in rows.</param>
    /// <returns>m × size[^1].</returns>
    public static Mat nn_G_out(Nn nn, Mat x)
    {
        nn.testing = 1;
        nn = nnff(nn, x, Mat.Build.Dense(x.RowCount, nn.size[^1]));
        nn.testing = 0;
        return nn.a[^1];
    }

    // Octave: rand('state',seed); randn('state',seed). MATLAB: rand('state',seed), where randn starts from its own state.
    private static RandStream Stream(GanOptions options)
    {
        if (options.Engine == RandEngine.Octave)
            return new OctaveStream(options.Seed);
        var matlab = new MatlabStream();
        rand("state", options.Seed, matlab);
        return matlab;
    }

    private Nn Regularised(Nn nn)
    {
        nn.weightPenaltyL2 = _options.WeightPenaltyL2;
        nn.dropoutFraction = _options.Dropout;
        nn.learningRate = _options.LearningRate;
        nn.activation_function = "sigm";
        nn.output = "sigm";
        return nn;
    }

    private static double Mean(ReadOnlySpan<double> values) => TensorPrimitives.Sum(values) / values.Length;
}
