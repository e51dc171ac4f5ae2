using BenchmarkDotNet.Attributes;

namespace DeepLearnPort.Benchmarks;

[MemoryDiagnoser]
public class AlternationBenchmark
{
    private Experiment _experiment = null!;
    private Gan _gan = null!;

    [GlobalSetup(Target = nameof(WithToolbox))]
    public void SetupToolbox() => _experiment = new Experiment();

    [GlobalSetup(Target = nameof(WithGan))]
    public void SetupGan()
    {
        _gan = Gan.Create(new GanOptions(), ImageSet.Load(Repository.Mnist));
        Display.Writer = TextWriter.Null;
    }

    /// <summary>As the article has it, with the toolbox's functions and both evaluations.</summary>
    [Benchmark]
    public void WithToolbox() => _experiment.Alternate();

    /// <summary>As <c>dlport gan</c> does it.</summary>
    [Benchmark]
    public void WithGan() => _gan.Step();
}
