using BenchmarkDotNet.Attributes;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Benchmarks;

/// <summary>One minibatch of 100 through D and through the stack, as part of a training of ten.</summary>
[MemoryDiagnoser]
public class Minibatch
{
    private const int Batches = 10;
    private readonly RandStream _stream = new OctaveStream(0);
    private readonly Mat _x_D = rand(100 * Batches, 784, new OctaveStream(1)), _x_G = rand(100 * Batches, 100, new OctaveStream(2));
    private readonly Mat _y = Mat.Build.Dense(100 * Batches, 1, 1);
    private Opts _opts;
    private Nn _nn_D, _nn_G;

    [GlobalSetup]
    public void Setup()
    {
        Display.Writer = TextWriter.Null;
        _opts.numepochs = 1;
        _opts.batchsize = 100;
        _nn_D = Network([784, 100, 1]);
        _nn_G = Network([100, 784, 100, 1]);
    }

    [Benchmark(OperationsPerInvoke = Batches)]
    public Nn Discriminator() => nntrain(_nn_D, _x_D, _y, _opts, stream: _stream);

    [Benchmark(OperationsPerInvoke = Batches)]
    public Nn Stack() => nntrain(_nn_G, _x_G, _y, _opts, stream: _stream);

    private Nn Network(int[] size)
    {
        var nn = nnsetup(size, _stream);
        nn.activation_function = "sigm";
        nn.dropoutFraction = 0.5;
        nn.weightPenaltyL2 = 1e-4;
        nn.learningRate = 0.01;
        return nn;
    }
}
