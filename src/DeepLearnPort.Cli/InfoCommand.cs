using System.CommandLine;
using System.Text.Json;

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
        Description = "Read everything, and print every array, those in cells and fields too, with the MD5 of its values (of a " +
            "cell or struct, of what is below it). The same values have the same MD5 however they are stored.",
    };
    private static readonly Option<bool> Lenient = new("--lenient") { Description = "Read variables whose zlib checksum is wrong, as some writers make them." };

    private static readonly JsonSerializerOptions JsonLayout = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create() => new Command("info", "List what a MAT file holds, as MATLAB's whos -file.") { Mat, Json, Checksums, Lenient }.Runs(Run);

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        string file = Path.GetFullPath(parse.GetRequiredValue(Mat));
        var options = MatReadOptions.Default with { Lenient = parse.GetValue(Lenient) };
        using var stream = new PatientFile(Patience, cancel).Open(file);
        var entries = MatFile.Entries(stream, file, options, keeps: false).TakeWhile(_ => !cancel.IsCancellationRequested);
        if (parse.GetValue(Checksums))
            WriteArrays(parse, file, entries, cancel);
        else
            WriteVariables(parse, file, [.. entries.Select(entry => entry.Variable)], cancel);
        return CommandLine.Done;
    }

    private static void WriteArrays(ParseResult parse, string file, IEnumerable<MatEntry> entries, CancellationToken cancel)
    {
        // One variable is in memory at a time.
        List<MatArrayInfo> arrays = [.. entries.SelectMany(entry => MatListing.Of(entry.Variable.Name, entry.Read()))];
        cancel.ThrowIfCancellationRequested();
        if (parse.GetValue(Json))
        {
            WriteJson(parse, file, arrays);
            return;
        }
        var table = new PlainTable("path", ">size", "class", "md5");
        foreach (var array in arrays)
            table.Add(array.Path, array.Size, array.Class, array.Md5 ?? (array.TreeMd5 is null ? "" : $"tree {array.TreeMd5}"));
        table.Write(parse.InvocationConfiguration.Output);
    }

    private static void WriteVariables(ParseResult parse, string file, List<MatVariable> variables, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (parse.GetValue(Json))
        {
            WriteJson(parse, file, variables.Select(v => new
            {
                Path = v.Name,
                Class = v.Class.Name(),
                v.Size,
                v.Bytes,
                Global = v.IsGlobal,
                Sparse = v.IsSparse,
                Complex = v.IsComplex,
            }));
            return;
        }
        var table = new PlainTable("name", ">size", ">bytes", "class", "attributes");
        foreach (var v in variables)
            table.Add(v.Name, v.Size, $"{v.Bytes}", v.Class.Name(), v.Attributes);
        table.Write(parse.InvocationConfiguration.Output);
    }

    // What is not ASCII is written as its number, and so is what a terminal would obey.
    private static void WriteJson<T>(ParseResult parse, string file, IEnumerable<T> arrays) =>
        parse.InvocationConfiguration.Output.WriteLine(
            JsonSerializer.Serialize(new { File = file, Arrays = arrays }, JsonLayout));
}
