using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport info FILE</c>: what a MAT file holds.</summary>
internal static class InfoCommand
{
    private static readonly Argument<FileInfo> Mat = new("file") { Description = "The MAT file: version 4, v6, v7 or v7.3." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON: the file, and its arrays with path, class, size and the rest." };
    private static readonly Option<bool> Checksums = new("--checksums") { Description = "Read everything, and print every array, those in cells and fields too, with the MD5 of its values (of a cell or struct, of what is below it). The same values have the same MD5 however they are stored." };
    private static readonly Option<bool> Lenient = new("--lenient") { Description = "Read variables whose zlib checksum is wrong, as some writers make them." };

    private static readonly JsonSerializerOptions JsonLayout = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create() => new Command("info", "List what a MAT file holds, as MATLAB's whos -file.") { Mat, Json, Checksums, Lenient }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        string file = parse.GetValue(Mat)!.FullName;
        var options = MatReadOptions.Default with { Lenient = parse.GetValue(Lenient) };
        var output = parse.InvocationConfiguration.Output;
        if (parse.GetValue(Checksums))
        {
            var arrays = Arrays(file, options, cancel);
            if (parse.GetValue(Json)) WriteJson(output, file, arrays);
            else WriteTable(output, ["path", "size", "class", "md5"], arrays.Select(a => new[] { a.Path, a.Size, a.Class, a.Md5 ?? (a.TreeMd5 is null ? "" : $"tree {a.TreeMd5}") }));
            return CommandLine.Done;
        }
        var variables = MatFile.List(file, options);
        if (parse.GetValue(Json)) WriteJson(output, file, variables.Select(v => new { Path = v.Name, Class = v.Class.Name(), v.Size, v.Bytes, Global = v.IsGlobal, Sparse = v.IsSparse, Complex = v.IsComplex }));
        else WriteTable(output, ["name", "size", "bytes", "class", "attributes"], variables.Select(v => new[] { v.Name, v.Size, $"{v.Bytes}", v.Class.Name(), v.Attributes }));
        return CommandLine.Done;
    }

    /// <summary>Every array of the file; one variable is in memory at a time.</summary>
    private static List<MatArrayInfo> Arrays(string file, MatReadOptions options, CancellationToken cancel)
    {
        var arrays = new List<MatArrayInfo>();
        using var stream = MatFile.Open(file);
        foreach (var entry in MatFile.Entries(stream, file, options))
        {
            cancel.ThrowIfCancellationRequested();
            arrays.AddRange(MatListing.Of(entry.Variable.Name, entry.Read()));
        }
        return arrays;
    }

    private static void WriteJson<T>(TextWriter output, string file, IEnumerable<T> arrays) =>
        output.WriteLine(JsonSerializer.Serialize(new { File = file, Arrays = arrays }, JsonLayout));

    private static void WriteTable(TextWriter output, string[] heads, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (string head in heads)
            table.AddColumn(new TableColumn(head) { NoWrap = true, Alignment = head is "size" or "bytes" ? Justify.Right : Justify.Left });
        foreach (string[] row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected || output != Console.Out)
            console.Profile.Width = 1000; // a line is a line
        console.Write(table);
    }
}
