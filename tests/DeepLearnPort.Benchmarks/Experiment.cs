using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Benchmarks;

/// <summary>
/// The article's alternation with the toolbox's functions alone and the rows that are used: 1000 through the generator, D trained on
/// 2000, the stack on 1000, both evaluated as nntrain does where its epoch line is shown.
/// </summary>
public sealed class Experiment
{
    /// <summary>Of the matrix products of one alternation: forward, delta and gradient of each layer, and the two evaluations.</summary>
    public const double Operations = 2.2056e9;

    /// <summary>Where the images are.</summary>
    public static string Data => Repository.Mnist;

    private const int Num = 1000;

    private readonly OctaveStream _stream = new(0);
    private readonly TextWriter _display = new StreamWriter(Stream.Null);
    private readonly ImageSet _images = ImageSet.Load(Repository.Mnist);
    private readonly Workspace _evaluation = new();
    private readonly Mat _test_x, _train_y_D, _test_y_rel, _train_data_D = Mat.Build.Dense(2 * Num, 784);
    private readonly Opts _opts;
    private Nn _nn_G_t, _nn_D, _nn_G;

    public Experiment()
    {
        _test_x = mapminmax(normrnd(0, 1, _images.Count, 100, _stream), 0, 1);
        _nn_G_t = Network([100, 784], 0);
        _nn_D = Network([784, 100, 1], 0.5);
        _nn_G = Network([100, 784, 100, 1], 0.5);
        _train_y_D = Mat.Build.Dense(2 * Num, 1, (i, _) => i < Num ? 1 : 0);
        _test_y_rel = Mat.Build.Dense(Num, 1, 1);
        _opts.numepochs = 1;
        _opts.batchsize = 100;
    }

    public void Alternate()
    {
        Display.Writer = _display;
        for (int i = 0; i < _nn_G_t.W.Length; i++)
            _nn_G_t.W[i] = _nn_G.W[i];
        var index = randperm(_images.Count, _stream)[..Num];
        var test_x = _test_x.Rows(index);
        _images.CopyMapped(index, _train_data_D);
        CopyOutput(_nn_G_t, test_x, _evaluation, _train_data_D, Num);
        _nn_D = nntrain(_nn_D, _train_data_D, _train_y_D, _opts, stream: _stream);

        for (int i = 1; i <= _nn_D.W.Length; i++)
            _nn_G.W[^i] = _nn_D.W[^i];
        _nn_G = nntrain(_nn_G, test_x, _test_y_rel, _opts, stream: _stream);
    }

    private Nn Network(int[] size, double dropout)
    {
        var nn = nnsetup(size, _stream);
        nn.activation_function = "sigm";
        nn.output = "sigm";
        nn.weightPenaltyL2 = 1e-4;
        nn.dropoutFraction = dropout;
        nn.learningRate = 0.01;
        return nn;
    }
}
