using System.IO.Enumeration;

namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>
    /// The variables of a MAT file: <c>s = load(filename)</c>, <c>s = load(filename, 'x', 'W*')</c>. There is no workspace
    /// that <c>load</c> alone could fill: <c>s["x"].AsMatrix()</c> is what MATLAB then calls <c>x</c>.
    /// </summary>
    /// <param name="filename">The file; <c>.mat</c> is added where it has no ending.</param>
    /// <param name="variables">The names wanted, in which * stands for any letters; all variables when there are none. Others are not read.</param>
    /// <returns>A 1×1 struct with a field for each variable, in file order; <see cref="MatConvert.To"/> makes networks of its fields.</returns>
    /// <exception cref="KeyNotFoundException">The file has no variable of one of the names.</exception>
    /// <exception cref="MatFileException">The file is damaged, no MAT file, or beyond a limit.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    [NotReplayed]
    public static MatStruct load(string filename, params string[] variables)
    {
        string file = MatFileName(filename);
        var (values, names) = (new OrderedDictionary<string, MatValue>(), new List<string>());
        using var stream = MatFile.Open(file);
        foreach (var entry in MatFile.Entries(stream, file, null))
        {
            names.Add(entry.Variable.Name);
            if (variables.Length == 0 || variables.Any(v => IsNamed(entry.Variable.Name, v)))
                values[entry.Variable.Name] = entry.Read();
        }
        foreach (string variable in variables)
            if (!names.Exists(name => IsNamed(name, variable)))
                throw MatFile.Missing(file, variable, names);
        return MatStruct.Create([.. values.Select(v => (v.Key, v.Value))]);
    }

    private static bool IsNamed(string name, string pattern) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    private static string MatFileName(string filename) => Path.HasExtension(filename) ? filename : filename + ".mat";
}
