using System.Runtime.InteropServices;
using DeepLearnPort.Benchmarks;
using TorchSharp;

// The article's alternation here and in TorchSharp (float64, on the processor), in turn.
// usage: dotnet run -c Release --project scripts/bench-vs-torchsharp
if (WhyNot() is { } reason)
{
    Console.WriteLine($"skipped: TorchSharp's libtorch does not load on this machine. {reason}");
    return 0;
}

var ours = new Experiment();
var theirs = new TorchExperiment();
Console.WriteLine("| threads | ours ms | TorchSharp ms | ours / TorchSharp |");
Console.WriteLine("| --- | --- | --- | --- |");
foreach (int threads in (int[])[1, Environment.ProcessorCount])
{
    torch.set_num_threads(threads);
    var times = Rounds.Run(11, AlternationComparison.With(threads, ours), Rounds.Timed(AlternationComparison.InARow, theirs.Alternate));
    Console.WriteLine(Invariant($"| {threads} | {Rounds.Median(times[0]):F1} | {Rounds.Median(times[1]):F1} | {Rounds.Ratio(times[0], times[1]):F2} |"));
}
return 0;

// Asked of the loader itself: TorchSharp would print a page and copy half a gigabyte before it gave up.
static string? WhyNot()
{
    string name = OperatingSystem.IsWindows() ? "LibTorchSharp.dll" : OperatingSystem.IsMacOS() ? "libLibTorchSharp.dylib" : "libLibTorchSharp.so";
    try
    {
        NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", name));
        return null;
    }
    catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
    {
        return e.Message.Trim().Split('\n')[^1];
    }
}
