using System.CommandLine;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport run</c>: runs a C# script.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> Script = OptionOf.PathArgument("script", "The .csx file.");
    private static readonly Argument<string[]> Args = new("args") { Description = "Arguments for the script, its Args; after -- they may look like options of dlport." };

    public static Command Create() => new Command("run", "Run a C# script, with DeepLearnPort and MathNet at hand.") { Script, Args }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        string script = parse.GetRequiredValue(Script);
        if (Directory.Exists(script))
            throw new IOException($"{script} is a folder, not a script");
        if (!File.Exists(script))
            throw new FileNotFoundException($"there is no script {script}");
        if (Path.GetExtension(script) is ".fsx" or ".fs")
            throw new NotSupportedException($"{script} is F#, which runs as: dotnet fsi {script}");
        var host = new ScriptHost(Path.GetFullPath(script), parse.GetValue(Args)!, parse.InvocationConfiguration.Error,
            parse.GetValue<bool>("--verbose"));
        // The script itself knows nothing of the token: on Ctrl-C it is left behind.
        return Task.Run(() => host.RunAsync(cancel), CancellationToken.None).WaitAsync(cancel).GetAwaiter().GetResult();
    }
}
