using System.Globalization;
using CsvHelper;

namespace DeepLearnPort.Tests.MatlabItself;

/// <summary>A file that MATLAB saved and somebody published: a row of <c>matlab-ref/published/matlab_files.csv</c>.</summary>
[CsvRecord]
internal sealed partial record MatlabFile(
    string file, string repository, string commit, string path, string saved_by, int numbers, string largest, string proves)
{
    private static readonly string Folder = Path.GetFullPath(Repository.Path("..", "shared", "matlab-recorded"));

    public static IReadOnlyList<MatlabFile> All { get; } = Published.Read<MatlabFile>("matlab_files.csv");

    public static MatlabFile Named(string file) => All.Single(f => f.file == file);

    /// <summary>Its place on this machine; the test is skipped where it is not.</summary>
    public static string Find(string file)
    {
        var row = Named(file);
        string found = Path.Combine(Folder, file);
        if (!File.Exists(found))
            Assert.Ignore($"{file} is not in {Folder}; it is {row.path} of github.com/{row.repository} at {row.commit}");
        return found;
    }

    /// <summary>A variable of it.</summary>
    public static MatValue Load(string file, string variable) => MatFile.Load(Find(file))[variable];

    /// <summary>A number as the published lists write it.</summary>
    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
