using BenchmarkDotNet.Attributes;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Benchmarks;

/// <summary>The trainings of the toolbox's own examples, one epoch each, on the first images of MNIST.</summary>
[MemoryDiagnoser]
public class ToolboxExamples
{
    /// <summary>Images of the convolutional network, of which Octave needs seconds for a hundred; and of the others.</summary>
    private const int CnnImages = 1000, Images = 10_000;

    private readonly RandStream _stream = new OctaveStream(0);
    private readonly TextWriter _display = new StreamWriter(Stream.Null);
    private Mat _x = null!, _y = null!, _cnn_y = null!;
    private Array3 _cnn_x;

    [GlobalSetup]
    public void Setup()
    {
        _x = MatlabReader.Read<double>(Repository.Mnist, "train_x").Rows(..Images) / 255;
        _y = MatlabReader.Read<double>(Repository.Mnist, "train_y").Rows(..Images);
        _cnn_x = Array3.FromRows(_x.Rows(..CnnImages), 28, 28);
        _cnn_y = _y.Rows(..CnnImages).Transpose();
    }

    /// <summary>test_example_CNN: 6c-2s-12c-2s in minibatches of 50.</summary>
    [Benchmark]
    public Cnn Cnn()
    {
        Cnn cnn = default;
        cnn.layers = [
            new() { type = "i" },
            new() { type = "c", outputmaps = 6, kernelsize = 5 },
            new() { type = "s", scale = 2 },
            new() { type = "c", outputmaps = 12, kernelsize = 5 },
            new() { type = "s", scale = 2 },
        ];
        cnn = cnnsetup(cnn, _cnn_x, _cnn_y, _stream);
        return cnntrain(cnn, _cnn_x, _cnn_y, Options(50), _stream);
    }

    /// <summary>test_example_DBN, ex2: two machines of 100, unfolded to a network that is trained.</summary>
    [Benchmark]
    public Nn Dbn()
    {
        var opts = Options(100);
        Dbn dbn = default;
        dbn.sizes = [100, 100];
        dbn = dbnsetup(dbn, _x, opts);
        dbn = dbntrain(dbn, _x, opts, _stream);
        var nn = dbnunfoldtonn(dbn, 10, _stream);
        nn.activation_function = "sigm";
        return nntrain(nn, _x, _y, opts, stream: _stream);
    }

    /// <summary>test_example_SAE: a denoising autoencoder of 100 that a network starts from.</summary>
    [Benchmark]
    public Nn Sae()
    {
        var opts = Options(100);
        var sae = saesetup([784, 100], _stream);
        sae.ae.at(0).activation_function = "sigm";
        sae.ae.at(0).learningRate = 1;
        sae.ae.at(0).inputZeroMaskedFraction = 0.5;
        sae = saetrain(sae, _x, opts, _stream);
        var nn = nnsetup([784, 100, 10], _stream);
        nn.activation_function = "sigm";
        nn.learningRate = 1;
        nn.W[0] = sae.ae[0].W[0];
        return nntrain(nn, _x, _y, opts, stream: _stream);
    }

    private Opts Options(int batchsize)
    {
        Display.Writer = _display;
        Opts opts = default;
        opts.numepochs = 1;
        opts.batchsize = batchsize;
        opts.momentum = 0;
        opts.alpha = 1;
        return opts;
    }
}
