using BenchmarkDotNet.Running;
using DeepLearnPort.Benchmarks;

// Comparisons alternate between the contenders in one run, so that both meet the same moments of the machine; the rest is BenchmarkDotNet's.
switch (args)
{
    case ["product"]:
        ProductComparison.Run();
        return 0;
    case ["alternation"]:
        AlternationComparison.Run();
        return 0;
    case ["octave", var toolbox]:
        return OctaveComparison.Run(toolbox);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
