using System.Diagnostics;

namespace DeepLearnPort.Benchmarks;

/// <summary>Other processes that each keep a core busy until disposed of.</summary>
internal sealed class BusyProcesses : IDisposable
{
    private readonly Process[] _processes;

    public BusyProcesses(int count)
    {
        _processes = [.. Enumerable.Range(0, count).Select(_ => Process.Start("sh", ["-c", "while :; do :; done"]))];
        Thread.Sleep(200);
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
