using BenchmarkDotNet.Attributes;

namespace DeepLearnPort.Benchmarks;

/// <summary>mnist_uint8.mat: 14 MB compressed, 55.6 MB of uint8.</summary>
[MemoryDiagnoser]
public class MatLoad
{
    /// <summary>Bytes of the four variables.</summary>
    public const double DataSize = 70_000 * (784 + 10);

    [Benchmark]
    public object Load() => MatFile.Load(Repository.Mnist);
}
