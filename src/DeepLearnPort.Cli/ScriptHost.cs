using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace DeepLearnPort.Cli;

/// <summary>What a script sees besides its own declarations.</summary>
/// <param name="args">The arguments after the script's name.</param>
public sealed class ScriptGlobals(IList<string> args)
{
    /// <summary>The arguments after the script's name; dotnet-script calls them the same.</summary>
    public IList<string> Args { get; } = args;
}

/// <summary>Compiles and runs one C# script as dotnet-script does, with the toolbox imported as well.</summary>
/// <param name="called">The script, a full path, perhaps of a link.</param>
/// <param name="args">Its arguments.</param>
/// <param name="error">Receives errors as <c>file(line,column): message</c>.</param>
/// <param name="verbose">Whether an exception is written with its stack trace.</param>
internal sealed class ScriptHost(string called, string[] args, TextWriter error, bool verbose)
{
    // dotnet-script's own, so that a script that needs no more runs there too; then ours.
    private static readonly string[] Imports =
    [
        "System", "System.IO", "System.Collections.Generic", "System.Console", "System.Diagnostics", "System.Dynamic",
        "System.Linq", "System.Linq.Expressions", "System.Text", "System.Threading.Tasks",
        "DeepLearnPort", "DeepLearnPort.Toolbox", "MathNet.Numerics.LinearAlgebra",
    ];

    private readonly string _path = RealPath.Of(called) ?? called;

    /// <summary>Compiles and runs the script.</summary>
    /// <param name="cancel">Ends the restoring of packages; the script itself knows nothing of it.</param>
    /// <returns>
    /// The script's own exit code (what it returns, if that is an int, else 0); <see cref="CommandLine.No"/> after an
    /// exception it did not catch; <see cref="CommandLine.Bad"/> if it does not compile.
    /// </returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        string code = await File.ReadAllTextAsync(_path, cancel);
        var sources = new ScriptSources(_path, called);
        var references = new ScriptReferences(_path, sources, cancel);
        var script = CSharpScript.Create<object>(code, Options(references, sources), typeof(ScriptGlobals), Loader());
        if (!Compiles(script))
        {
            if (references.Error is not null)
                error.WriteLine(Printable.Line(references.Error));
            return CommandLine.Bad;
        }
        references.LoadNatives();
        AppDomain.CurrentDomain.UnhandledException += OnItsOwnThreads;
        try
        {
            var state = await script.RunAsync(new ScriptGlobals(args), CancellationToken.None);
            return state.ReturnValue is int exitCode ? exitCode : CommandLine.Done;
        }
        catch (Exception e)
        {
            Report(e);
            return CommandLine.No;
        }
        finally
        {
            AppDomain.CurrentDomain.UnhandledException -= OnItsOwnThreads;
        }
    }

    // An exception on a thread that the script has started ends the process whatever we do; not with a page of our own calls,
    // though.
    private void OnItsOwnThreads(object sender, UnhandledExceptionEventArgs thrown)
    {
        Report((Exception)thrown.ExceptionObject);
        Environment.Exit(CommandLine.No);
    }

    private void Report(Exception thrown)
    {
        var cause = Printable.Cause(thrown);
        error.WriteLine(verbose ? thrown : $"{Place(cause)}{cause.GetType().Name}: {CommandLine.OneLine(cause.Message)}");
    }

    private ScriptOptions Options(ScriptReferences references, ScriptSources sources) => ScriptOptions.Default
        .WithReferences(ScriptReferences.Always.Concat(references.Packages))
        .WithImports(Imports)
        .WithMetadataResolver(references)
        .WithSourceResolver(sources)
        .WithLanguageVersion(LanguageVersion.Latest)
        .WithOptimizationLevel(OptimizationLevel.Release)
        // All three, or an exception does not know its lines.
        .WithFilePath(_path).WithFileEncoding(Encoding.UTF8).WithEmitDebugInformation(true);

    // Scripts use the assemblies that run here, not copies of them with streams and settings of their own.
    private static InteractiveAssemblyLoader Loader()
    {
        var loader = new InteractiveAssemblyLoader();
        foreach (var assembly in ScriptReferences.Shared)
            loader.RegisterDependency(assembly);
        return loader;
    }

    private bool Compiles(Script script)
    {
        var problems = script.Compile().Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        foreach (var problem in problems)
        {
            var at = problem.Location.GetMappedLineSpan();
            string place = at.Path != "" ? Place(at.Path, at.StartLinePosition.Line + 1, at.StartLinePosition.Character + 1) : "";
            error.WriteLine($"{place}error {problem.Id}: {Printable.Line(problem.GetMessage(CultureInfo.InvariantCulture))}");
        }
        return problems.Length == 0;
    }

    /// <summary>The innermost line of a script that an exception passed through.</summary>
    private static string Place(Exception e)
    {
        var frame = new StackTrace(e, true).GetFrames().FirstOrDefault(f => f.GetFileName()?.EndsWith(".csx", StringComparison.Ordinal) == true);
        return frame is null ? "" : Place(frame.GetFileName()!, frame.GetFileLineNumber(), frame.GetFileColumnNumber());
    }

    private static string Place(string file, int line, int column)
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), file);
        return $"{(relative.StartsWith("..", StringComparison.Ordinal) ? file : relative)}({line},{column}): ";
    }
}
