using System.Diagnostics;
using DeepLearnPort.Cli;

namespace DeepLearnPort.Tests.Cli;

/// <summary>The built <c>dlport</c> as a process of its own, to be stopped or killed.</summary>
internal sealed class DlportProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output, _error;

    private DlportProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        (_output, _error) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
    }

    public bool HasExited => _process.HasExited;

    /// <summary>The number of the process, or of one that begins with it and becomes it.</summary>
    public int Id => _process.Id;

    /// <summary>
    /// Starts it. It hears signals even if this process was started so that it does not, as in the background of a shell.
    /// </summary>
    public static DlportProcess Start(params string[] arguments) =>
        Start(new ProcessStartInfo(
            "env", ["--default-signal=INT,TERM,HUP", "dotnet", typeof(CommandLine).Assembly.Location, .. arguments]));

    /// <summary>The same through a shell, which may redirect: <c>dlport</c> stands for the program.</summary>
    public static DlportProcess Shell(string line) =>
        Start(new ProcessStartInfo(
            "bash", ["-c", $"dlport() {{ dotnet '{typeof(CommandLine).Assembly.Location}' \"$@\"; }}; {line}"]));

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<(int ExitCode, string Output, string Error)> EndAsync(CancellationToken cancel)
    {
        await _process.WaitForExitAsync(cancel);
        return (_process.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static DlportProcess Start(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        return new(start);
    }
}
