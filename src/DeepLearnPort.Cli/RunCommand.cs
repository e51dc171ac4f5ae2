using System.CommandLine;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport run</c>: runs a C# script.</summary>
internal static class RunCommand
{
    private static readonly Argument<FileInfo> Script = new("script") { Description = "The .csx file." };
    private static readonly Argument<string[]> Args = new("args") { Description = "Arguments for the script, its Args; after -- they may look like options of dlport." };

    public static Command Create() => new Command("run", "Run a C# script, with DeepLearnPort and MathNet at hand.") { Script, Args }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        var script = parse.GetValue(Script)!;
        if (!script.Exists)
            throw new FileNotFoundException($"there is no script {script}");
        var host = new ScriptHost(script.FullName, parse.GetValue(Args)!, parse.InvocationConfiguration.Error, parse.GetValue<bool>("--verbose"));
        // The script itself knows nothing of the token: on Ctrl-C it is left behind.
        return Task.Run(host.RunAsync, CancellationToken.None).WaitAsync(cancel).GetAwaiter().GetResult();
    }
}
