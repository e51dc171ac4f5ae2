using BenchmarkDotNet.Attributes;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Benchmarks;

/// <summary>[784 100 10] on all of MNIST: one epoch in minibatches of 100, and the evaluation behind its line.</summary>
[MemoryDiagnoser]
public class NntrainEpoch
{
    private readonly RandStream _stream = new OctaveStream(0);
    private readonly TextWriter _display = new StreamWriter(Stream.Null);
    private Mat _x = null!, _y = null!;
    private Opts _opts;
    private Nn _nn;

    [GlobalSetup]
    public void Setup()
    {
        _x = MatlabReader.Read<double>(Repository.Mnist, "train_x") / 255;
        _y = MatlabReader.Read<double>(Repository.Mnist, "train_y");
        _nn = nnsetup([784, 100, 10], _stream);
        _opts.numepochs = 1;
        _opts.batchsize = 100;
    }

    [Benchmark]
    public Nn Epoch()
    {
        Display.Writer = _display;
        return nntrain(_nn, _x, _y, _opts, stream: _stream);
    }
}
