using System.CommandLine;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport verify PATH…</c>: replays recorded cases.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string[]> Paths = new("path")
    {
        Description = "Recorded cases (.mat), or folders of them; with --step saved networks.",
        Arity = ArgumentArity.OneOrMore,
    };
    private static readonly Option<bool> Step = new("--step")
    {
        Description = "The files hold trained networks, nn or cnn: repeat the last step of each, which a network still holds.",
    };
    private static readonly Option<double?> Tolerance = OptionOf.Real("--tol",
        "Largest accepted |got - expected| / max(1, |expected|), where a case has none of its own.",
        "of 0 or more", x => x >= 0, RecordedCase.DefaultTolerance);
    private static readonly Option<double?> Seconds = OptionOf.Real("--timeout",
        "Seconds that each case may take; one that takes longer has failed.",
        "above 0 and at most 1e6", x => x is > 0 and <= 1e6, 600);
    private static readonly Option<double?> Memory = OptionOf.Real("--memory",
        "Gigabytes that the cases may take; one that asks for more has failed.",
        "from 0.1 to 1e6", x => x is >= 0.1 and <= 1e6, 4);
    private static readonly Option<string?> Csv = OptionOf.Path("--csv", "Write one row for each case to this file.");
    private static readonly Option<bool> Json = new("--json") { Description = "Print the results as JSON." };
    private static readonly Option<bool> AllowSkip = new("--allow-skip") { Description = "Cases of functions that are not here are no failure." };

    public static Command Create() => new Command("verify", "Replay calls recorded in MATLAB or Octave, and compare what they return.")
    {
        Paths, Step, Tolerance, Seconds, Memory, Csv, Json, AllowSkip,
    }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        double tolerance = parse.GetValue(Tolerance)!.Value;
        var timeout = TimeSpan.FromSeconds(parse.GetValue(Seconds)!.Value);
        ProcessMemory.Limit(parse.GetValue(Memory)!.Value);
        string? csv = parse.GetValue(Csv);
        if (csv is not null)
            CheckPlace(csv);
        var cases = parse.GetRequiredValue(Paths).SelectMany(CasesOf).ToList();
        var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);

        var results = new List<CaseResult>();
        int left = cases.Count;
        foreach (var recorded in cases)
        {
            if (Replay(recorded) is not { } replayed)
                break;
            left--;
            foreach (var result in replayed)
            {
                results.Add(result);
                if (result.Status == CaseStatus.Unusable)
                    error.WriteLine($"dlport: {Printable.Line(result.Message)}");
                else if (!parse.GetValue(Json))
                    output.WriteLine(result.Report());
            }
        }
        if (parse.GetValue(Json))
            VerifyReport.WriteJson(output, results, left);
        else
            VerifyReport.WriteSummary(output, results, left);
        if (csv is not null)
            VerifyReport.WriteCsv(csv, results);
        cancel.ThrowIfCancellationRequested();

        var seen = results.Select(r => r.Status).ToHashSet();
        return seen.Contains(CaseStatus.Unusable) ? CommandLine.Bad
            : seen.Contains(CaseStatus.Failed) || seen.Contains(CaseStatus.Skipped) && !parse.GetValue(AllowSkip) ? CommandLine.No
            : CommandLine.Done;

        IReadOnlyList<CaseResult>? Replay(RecordedCase recorded)
        {
            try
            {
                return parse.GetValue(Step)
                    ? LastStep.Check(recorded, tolerance, timeout, cancel)
                    : [recorded.Replay(tolerance, functions: null, timeout, cancel)];
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }
    }

    // What can be known is said before the cases take their time.
    private static void CheckPlace(string csv)
    {
        if (Directory.Exists(csv))
            throw new IOException($"--csv: {csv} is a folder");
        if (Path.GetDirectoryName(Path.GetFullPath(csv)) is { } folder && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"--csv: there is no folder {folder}");
    }

    private static IReadOnlyList<RecordedCase> CasesOf(string path) =>
        Directory.Exists(path) ? RecordedCase.In(path)
        : Path.Exists(path) ? [new(path)]
        : throw new FileNotFoundException($"there is no file or folder {path}");
}
