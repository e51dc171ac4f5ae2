namespace DeepLearnPort.Tests;

/// <summary>The tables of <c>matlab-ref/MAP.md</c>.</summary>
internal static class Map
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.Path("matlab-ref", "MAP.md"));

    public static IReadOnlyList<MapRow> Rows { get; } =
        [.. Table("## The toolbox").Concat(Table("## MATLAB's own functions")).Select(cells => new MapRow(cells[0].Trim('`'), cells[1], cells[2], cells[3], cells[4]))];

    /// <summary>The last cells of the table of differences: the tests.</summary>
    public static IReadOnlyList<string> DifferenceTests { get; } = [.. Table("## Differences").Select(cells => cells[3].Trim('`'))];

    /// <summary>Functions whose row says that they are not ported.</summary>
    public static IReadOnlySet<string> NotPorted { get; } = Rows.Where(r => r.IsNotPorted).Select(r => r.Function).ToHashSet();

    private static IEnumerable<string[]> Table(string heading) => Lines
        .SkipWhile(line => line != heading).Skip(1)
        .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.StartsWith('|')).Skip(2)
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
}

/// <summary>One row: a MATLAB file or function and what became of it.</summary>
internal sealed record MapRow(string Matlab, string CSharp, string FSharp, string Tests, string Cases)
{
    /// <summary>The MATLAB function's name.</summary>
    public string Function => Path.GetFileNameWithoutExtension(Matlab);

    /// <summary>Whether it is a file of the toolbox rather than a function of MATLAB's own.</summary>
    public bool IsToolbox => Matlab.EndsWith(".m", StringComparison.Ordinal);

    public bool IsNotPorted => CSharp.StartsWith("not ported:", StringComparison.Ordinal);

    /// <summary>What the cell gives in backticks.</summary>
    public static IEnumerable<string> Names(string cell) => cell.Split('`').Where((_, i) => i % 2 == 1);

    /// <summary>Whether the cell gives a reason after the word.</summary>
    public static bool HasReason(string cell, string word) => cell.StartsWith(word + ": ", StringComparison.Ordinal) && cell.Length > word.Length + 5;
}
