using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport info FILE</c>: what a MAT file holds.</summary>
internal static class InfoCommand
{
    // A pipe in which nothing comes for so long is taken for one that nobody writes to.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Argument<string> Mat = OptionOf.PathArgument("file", "The MAT file: version 4, v6, v7 or v7.3.");
    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON: the file, and its arrays with path, class, size and the rest." };
    private static readonly Option<bool> Checksums = new("--checksums")
    {
        Description = "Read everything, and print every array, those in cells and fields too, with the MD5 of its values (of a cell or struct, " +
            "of what is below it). The same values have the same MD5 however they are stored.",
    };
    private static readonly Option<bool> Lenient = new("--lenient") { Description = "Read variables whose zlib checksum is wrong, as some writers make them." };

    private static readonly JsonSerializerOptions JsonLayout = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create() => new Command("info", "List what a MAT file holds, as MATLAB's whos -file.") { Mat, Json, Checksums, Lenient }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        string file = Path.GetFullPath(parse.GetRequiredValue(Mat));
        var options = MatReadOptions.Default with { Lenient = parse.GetValue(Lenient) };
        var output = parse.InvocationConfiguration.Output;
        using var stream = new PatientFile(Patience, cancel).Open(file);
        var entries = MatFile.Entries(stream, file, options, keeps: false).TakeWhile(_ => !cancel.IsCancellationRequested);
        if (parse.GetValue(Checksums))
        {
            // One variable is in memory at a time.
            List<MatArrayInfo> arrays = [.. entries.SelectMany(entry => MatListing.Of(entry.Variable.Name, entry.Read()))];
            cancel.ThrowIfCancellationRequested();
            if (parse.GetValue(Json))
                WriteJson(output, file, arrays);
            else
                WriteTable(output, ["path", "size", "class", "md5"],
                    arrays.Select(a => new[] { a.Path, a.Size, a.Class, a.Md5 ?? (a.TreeMd5 is null ? "" : $"tree {a.TreeMd5}") }));
            return CommandLine.Done;
        }
        List<MatVariable> variables = [.. entries.Select(entry => entry.Variable)];
        cancel.ThrowIfCancellationRequested();
        if (parse.GetValue(Json))
            WriteJson(output, file, variables.Select(v => new
            {
                Path = v.Name, Class = v.Class.Name(), v.Size, v.Bytes, Global = v.IsGlobal, Sparse = v.IsSparse, Complex = v.IsComplex,
            }));
        else
            WriteTable(output, ["name", "size", "bytes", "class", "attributes"],
                variables.Select(v => new[] { v.Name, v.Size, $"{v.Bytes}", v.Class.Name(), v.Attributes }));
        return CommandLine.Done;
    }

    // What is not ASCII is written as its number, and so is what a terminal would obey.
    private static void WriteJson<T>(TextWriter output, string file, IEnumerable<T> arrays) =>
        output.WriteLine(JsonSerializer.Serialize(new { File = file, Arrays = arrays }, JsonLayout));

    private static void WriteTable(TextWriter output, string[] heads, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (string head in heads)
            table.AddColumn(new TableColumn(head) { NoWrap = true, Alignment = head is "size" or "bytes" ? Justify.Right : Justify.Left });
        foreach (string[] row in rows)
            table.AddRow(row.Select(cell => new Text(Printable.Line(cell))));
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected || output != Console.Out)
            console.Profile.Width = 1000; // a line is a line
        console.Write(table);
    }
}
