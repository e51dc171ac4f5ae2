using System.CommandLine;
using System.CommandLine.Invocation;

namespace DeepLearnPort.Cli;

/// <summary>
/// <c>dlport</c>. A command is one file, <c>XCommand.cs</c>, whose <c>Create()</c> is listed in <see cref="Root"/> and sets
/// its action with <see cref="Runs"/>. It writes to <c>parse.InvocationConfiguration.Output</c>, returns
/// <see cref="Done"/> or <see cref="No"/>, and throws on bad input.
/// </summary>
internal static class CommandLine
{
    /// <summary>Exit code: done.</summary>
    public const int Done = 0;

    /// <summary>Exit code: ran, and the answer is no; or stopped by Ctrl-C or SIGTERM.</summary>
    public const int No = 1;

    /// <summary>Exit code: bad usage or bad input.</summary>
    public const int Bad = 2;

    private static readonly Option<bool> Verbose = new("--verbose") { Description = "Show where an error came from.", Recursive = true };

    private static RootCommand Root() => new("""
        DeepLearnToolbox in .NET: experiments and checks from the command line.
        Exit codes: 0 done; 1 ran, and the answer is no, or stopped by Ctrl-C or SIGTERM; 2 bad usage or bad input.
        """)
    {
        Verbose,
        ExampleCommand.Create(),
        ExportCommand.Create(),
        GanCommand.Create(),
        GanEvalCommand.Create(),
        InfoCommand.Create(),
        MnistCommand.Create(),
        RunCommand.Create(),
        SampleCommand.Create(),
        VerifyCommand.Create(),
    };

    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="args">As typed, without the program's name.</param>
    /// <param name="output">Receives what the command prints.</param>
    /// <param name="error">Receives one line for each error.</param>
    /// <param name="cancel">Stops the command as Ctrl-C does.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancel = default)
    {
        error = new ForgivingWriter(error);
        var parse = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Action is ParseErrorAction)
        {
            error.WriteLine(
                $"dlport: {OneLine(string.Join(" ", parse.Errors.Select(e => $"{e.Message.TrimEnd('.')}.")))} Try --help.");
            return Bad;
        }
        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null, // the signals are ours, see StopSignals
            };
            return await parse.InvokeAsync(invocation, cancel);
        }
        catch (OperationCanceledException e) when (cancel.IsCancellationRequested)
        {
            error.WriteLine(
                $"dlport: {OneLine((e as StoppedException ?? new StoppedException("the same command begins again")).Message)}");
            return No;
        }
        catch (Exception e)
        {
            error.WriteLine($"dlport: {(parse.GetValue(Verbose) ? e : OneLine(Message(Printable.Cause(e))))}");
            return Bad;
        }
    }

    /// <summary>
    /// Sets what the command does. It runs on a thread of its own and should end soon after the token is cancelled: it is given a
    /// moment, or longer after <see cref="Stopping.WaitsForSaving"/>, and is left behind then. A <see cref="StoppedException"/>
    /// says how to go on.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="run">Given what was parsed and the token, returns the exit code.</param>
    /// <returns>The command.</returns>
    public static Command Runs(this Command command, Func<ParseResult, CancellationToken, int> run)
    {
        command.SetAction((parse, cancel) =>
        {
            FastLinearAlgebra.CheckEnvironment(); // one message now, not one for each case or from the midst of a training
            return Stopping.RunAsync(() => run(parse, cancel), cancel);
        });
        return command;
    }

    /// <summary>A message on one line, without what a terminal would take for an order.</summary>
    public static string OneLine(string message) =>
        Printable.Line(string.Join(' ', message.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)));

    // Without the name of a parameter, which is none of the command line's.
    private static string Message(Exception e) =>
        e is ArgumentException { ParamName: { } name }
            ? e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
            : e.Message;
}
