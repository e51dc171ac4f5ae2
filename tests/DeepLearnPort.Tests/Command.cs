using System.Diagnostics;

namespace DeepLearnPort.Tests;

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    /// <summary>What it printed, both streams apart, and its exit code.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string program, string[] arguments, string? folder = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "" };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }

    /// <summary>The output of a program that must succeed.</summary>
    public static async Task<string> OutputOf(string program, string[] arguments, string folder)
    {
        var (code, output, error) = await RunAsync(program, arguments, folder);
        Assert.That(code, Is.Zero, $"{program} {string.Join(' ', arguments)}{Environment.NewLine}{output}{error}");
        return output;
    }
}
