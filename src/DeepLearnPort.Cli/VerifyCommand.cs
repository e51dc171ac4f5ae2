using System.CommandLine;
using System.Globalization;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport verify PATH…</c>: replays recorded cases.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string[]> Paths = new("path") { Description = "Recorded cases (.mat), or folders of them.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<double> Tolerance = new("--tol")
    {
        Description = "Largest accepted |got - expected| / max(1, |expected|), where a case has none of its own.",
        DefaultValueFactory = _ => RecordedCase.DefaultTolerance,
    };
    private static readonly Option<string> Csv = new("--csv") { Description = "Write one row for each case to this file.", HelpName = "file" };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the results as JSON." };
    private static readonly Option<bool> AllowSkip = new("--allow-skip") { Description = "Cases of functions that are not here are no failure." };

    public static Command Create() => new Command("verify", "Replay calls recorded in MATLAB or Octave, and compare what they return.")
    {
        Paths, Tolerance, Csv, Json, AllowSkip,
    }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        double tolerance = parse.GetValue(Tolerance);
        if (!(tolerance >= 0))
            throw new ArgumentException($"--tol must be 0 or more; was {tolerance.ToString(CultureInfo.InvariantCulture)}");
        var cases = parse.GetRequiredValue(Paths).SelectMany(CasesOf).ToList();
        var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);

        var results = new List<CaseResult>();
        foreach (var recorded in cases.TakeWhile(_ => !cancel.IsCancellationRequested))
        {
            var result = recorded.Replay(tolerance);
            results.Add(result);
            if (result.Status == CaseStatus.Unusable)
                error.WriteLine($"dlport: {result.Message}");
            else if (!parse.GetValue(Json))
                output.WriteLine(result.Report());
        }
        if (parse.GetValue(Csv) is { } csv)
            VerifyReport.WriteCsv(csv, results);
        if (parse.GetValue(Json))
            VerifyReport.WriteJson(output, results);
        else
            VerifyReport.WriteSummary(output, results);
        cancel.ThrowIfCancellationRequested();

        var seen = results.Select(r => r.Status).ToHashSet();
        return seen.Contains(CaseStatus.Unusable) ? CommandLine.Bad
            : seen.Contains(CaseStatus.Failed) || seen.Contains(CaseStatus.Skipped) && !parse.GetValue(AllowSkip) ? CommandLine.No
            : CommandLine.Done;
    }

    private static IEnumerable<RecordedCase> CasesOf(string path) =>
        Directory.Exists(path) ? RecordedCase.In(path)
        : File.Exists(path) ? [new(path)]
        : throw new FileNotFoundException($"there is no file or folder {path}");
}
