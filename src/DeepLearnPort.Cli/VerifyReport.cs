using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;

namespace DeepLearnPort.Cli;

/// <summary>The results of <c>dlport verify</c> as text, CSV and JSON.</summary>
internal static class VerifyReport
{
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <summary>What stands below the lines of the cases: what was left out, then how many passed and failed.</summary>
    /// <param name="output">Receives the lines.</param>
    /// <param name="results">The cases that were replayed.</param>
    /// <param name="left">How many were not, because the run was stopped.</param>
    public static void WriteSummary(TextWriter output, IReadOnlyList<CaseResult> results, int left)
    {
        var skipped = results.Where(r => r.Status == CaseStatus.Skipped).Select(r => r.Function);
        var missing = skipped.Where(function => !FunctionTable.Default.Has(function)).Distinct().Order(StringComparer.Ordinal).ToList();
        if (Count(results, CaseStatus.Skipped) is > 0 and var passedOver)
            output.WriteLine($"{passedOver} skipped{(missing.Count > 0 ? $", not here: {Printable.List(missing)}" : "")}");
        if (Count(results, CaseStatus.Unusable) is > 0 and var unusable)
            output.WriteLine($"{unusable} unusable");
        if (left > 0)
            output.WriteLine($"stopped: {left} of {results.Count + left} not replayed");
        output.WriteLine($"{Count(results, CaseStatus.Passed)} passed, {Count(results, CaseStatus.Failed)} failed");
    }

    /// <summary>
    /// One row for each case, safe to open in a spreadsheet; the file is replaced when all of them are written.
    /// </summary>
    public static void WriteCsv(string path, IReadOnlyList<CaseResult> results) => AtomicFile.Write(path, file =>
    {
        using var csv = CsvWriter.Create(file, Format, leaveOpen: true);
        csv.WriteRecords(results.Select(r => new VerifyRow(Printable.Line(r.Case), Printable.Line(r.Function), Name(r.Status),
            Number(r.Error), Printable.Line(r.Place), Number(r.Tolerance), Printable.Line(r.Message))));
    });

    /// <summary>Counts, and every case with its largest differences. Numbers that JSON has not, such as Infinity, are text.</summary>
    /// <param name="output">Receives the JSON; texts are as they are, whatever is not ASCII as its number.</param>
    /// <param name="results">The cases that were replayed.</param>
    /// <param name="left">How many were not, because the run was stopped.</param>
    public static void WriteJson(TextWriter output, IReadOnlyList<CaseResult> results, int left)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true }))
        {
            json.WriteStartObject();
            foreach (var status in Enum.GetValues<CaseStatus>())
                json.WriteNumber(Name(status), Count(results, status));
            json.WriteNumber("stopped", left);
            json.WriteStartArray("cases");
            foreach (var result in results)
                Write(json, result);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, CaseResult result)
    {
        json.WriteStartObject();
        json.WriteString("case", result.Case);
        json.WriteString("function", result.Function);
        json.WriteString("status", Name(result.Status));
        Write(json, "error", result.Error);
        json.WriteString("place", result.Place);
        Write(json, "tolerance", result.Tolerance);
        json.WriteString("message", result.Message);
        json.WriteStartArray("differences");
        foreach (var difference in result.Differences)
        {
            json.WriteStartObject();
            json.WriteString("place", difference.Place);
            json.WriteString("got", difference.Got);
            json.WriteString("expected", difference.Expected);
            Write(json, "error", difference.Error);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double number)
    {
        if (double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteString(name, Number(number));
    }

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Name(CaseStatus status) => status.ToString().ToLowerInvariant();

    private static int Count(IReadOnlyList<CaseResult> results, CaseStatus status) => results.Count(r => r.Status == status);
}

/// <summary>A row of the CSV file.</summary>
[CsvRecord]
internal sealed partial record VerifyRow(string @case, string function, string status, string error, string place, string tolerance, string message);
