using CsvHelper;

namespace DeepLearnPort.Tests;

/// <summary>A line of the collection's manifest: a file, or an array of the file named above it. Only the columns used.</summary>
[CsvRecord]
internal sealed partial record ManifestRow(string row, string file, string format, string expect, string path, string @class, string size,
    string flags, string md5, string tree_md5, string octave_class, string octave_size);

/// <summary>A damaged, lying or oversized file.</summary>
[CsvRecord]
internal sealed partial record HostileRow(string file, string expect, string what);

/// <summary>The collection of real and hostile MAT files that may lie beside the repository.</summary>
internal static class MatCorpus
{
    private static readonly string Folder = System.IO.Path.GetFullPath(Repository.Path("..", "shared", "mat-corpus"));

    public static bool IsThere => Directory.Exists(Folder);

    /// <summary>A file of the collection; the test is skipped where there is none.</summary>
    public static string Path(string name)
    {
        if (!IsThere) Assert.Ignore($"the collection of MAT files is not at {Folder}");
        return System.IO.Path.Combine(Folder, name);
    }

    public static IReadOnlyList<ManifestRow> Manifest() => Records<ManifestRow>("manifest.csv");

    public static IReadOnlyList<HostileRow> Hostile() => Records<HostileRow>("hostile/hostile.csv");

    private static List<T> Records<T>(string name)
    {
        using var csv = CsvReader.FromFile(Path(name));
        return [.. csv.GetRecords<T>()];
    }
}
