using System.CommandLine;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport gan</c>: the article's experiment, its variants and the paper's.</summary>
internal static class GanCommand
{
    private static readonly Option<string?> Resume = OptionOf.Path(
        "--resume", "Go on with the run in this folder at its last checkpoint. All settings are that run's.");

    public static Command Create()
    {
        var command = new Command("gan", """
            Train the article's GAN on MNIST, or a variant.
            Ctrl-C or SIGTERM ends it with what was done saved, exit code 1 and a line that says how to go on.
            """);
        foreach (var option in GanSettings.All)
            command.Options.Add(option);
        command.Options.Add(Resume);
        command.Options.Add(DataFile.Option);
        return command.Runs(Run);
    }

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        var output = new ForgivingWriter(parse.InvocationConfiguration.Output);
        string? resumed = parse.GetValue(Resume);
        var settings = resumed is null ? GanSettings.Of(parse) : SettingsOf(parse, resumed);
        string directory = resumed ?? GanSettings.FolderOf(parse);
        using var warmUp = new WarmUp(settings.Options);
        var data = DataOf(parse, settings.Options);
        GanSettings.AsTyped(() => settings.Check(data));
        cancel.ThrowIfCancellationRequested();

        using var folder = RunFolder.Enter(directory);
        var run = resumed is null ? new GanRun(settings, data, folder) : GanRun.Resume(data, directory, folder);
        warmUp.Dispose();
        Stopping.WaitsForSaving();
        GanProgress.Show(output, run, progress => run.Run(progress, cancel));
        GanProgress.Summarise(output, run, directory);
        if (output.Lost is { } lost)
            parse.InvocationConfiguration.Error.WriteLine(
                $"dlport: the run went on without its output: {CommandLine.OneLine(lost.Message)}");
        return run.Gan.Iteration == settings.Options.Iterations
            ? CommandLine.Done
            : throw new StoppedException(HowToGoOn(parse, run, directory));
    }

    private static Checkpoint.Settings SettingsOf(ParseResult parse, string folder)
    {
        foreach (var option in GanSettings.All)
            if (parse.GetResult(option) is { Implicit: false })
                throw new ArgumentException($"{option.Name} does not go with --resume: the run goes on with the settings it was begun with");
        return Checkpoint.Read(folder).Settings;
    }

    private static RealData DataOf(ParseResult parse, GanOptions options) => options.Gaussian
        ? GaussianData.For(options)
        : ImageSet.Load(DataFile.Find(parse), "train_x", options.Conditional ? "train_y" : null);

    private static string HowToGoOn(ParseResult parse, GanRun run, string directory)
    {
        string data = parse.GetValue(DataFile.Option) is { } file ? $" --data {Quoted(file)}" : "";
        string done = $"alternation {run.Gan.Iteration} of {run.Gan.Options.Iterations}";
        return $"dlport gan --resume {Quoted(directory)}{data} goes on after {done}";
    }

    private static string Quoted(string path) =>
        path.All(c => char.IsLetterOrDigit(c) || "/\\.:_-".Contains(c)) ? path : $"'{path}'";
}
