namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>
    /// Writes variables to a MAT file, which is replaced when all of them are written: <c>save("net.mat", "nn", nn, "L", L)</c>
    /// is MATLAB's <c>save('net.mat', 'nn', 'L')</c>, with each value after its name, as there is no workspace.
    /// </summary>
    /// <param name="filename">The file; <c>.mat</c> is added where it has no ending.</param>
    /// <param name="variables">
    /// Names, each with its value behind it: a number, text, matrix, vector, cell, network or other struct of the toolbox, or
    /// a <see cref="MatValue"/>. Among them options: <c>"-v7"</c> (compressed, as without), <c>"-v6"</c> (plain),
    /// <c>"-append"</c> (keeps the file's other variables), <c>"-struct", s</c> (the fields of s as variables).
    /// </param>
    /// <exception cref="ArgumentException">There is nothing to save, a name lacks its value, or an option is unknown.</exception>
    /// <exception cref="InvalidCastException">MATLAB has nothing for the type of a value.</exception>
    /// <exception cref="MatFileException">A name or value cannot stand in such a file; the old file is as it was.</exception>
    [NotReplayed]
    public static void save(string filename, params object?[] variables)
    {
        string file = MatFileName(filename);
        var options = MatWriteOptions.Default;
        bool append = false;
        var values = new OrderedDictionary<string, MatValue>();
        for (int i = 0; i < variables.Length; i++)
        {
            switch (variables[i])
            {
                case "-v7":
                    options = MatWriteOptions.Default;
                    break;
                case "-v6":
                    options = MatWriteOptions.Plain;
                    break;
                case "-append":
                    append = true;
                    break;
                case "-struct":
                    foreach (var (name, value) in FieldsOf(Next("-struct", ref i)))
                        values[name] = value;
                    break;
                case string name when !name.StartsWith('-'):
                    values[name] = MatConvert.From(Next(name, ref i));
                    break;
                default:
                    throw new ArgumentException($"a variable's name or one of -v6, -v7, -append, -struct must come before each value; was {variables[i] ?? "null"}", nameof(variables));
            }
        }
        if (values.Count == 0)
            throw new ArgumentException("there is no workspace to save: give names with their values, save(\"net.mat\", \"nn\", nn)", nameof(variables));
        MatFile.Save(file, append && File.Exists(file) ? Merged(MatFile.Load(file), values) : values, options);

        object? Next(string name, ref int i) => ++i < variables.Length
            ? variables[i]
            : throw new ArgumentException($"the value of {name} must come behind its name; it is the last argument", nameof(variables));
    }

    private static IEnumerable<(string Name, MatValue Value)> FieldsOf(object? s) => MatConvert.From(s) is MatStruct { Count: 1 } fields
        ? fields.Fields.Select(name => (name, fields[name]))
        : throw new ArgumentException($"a 1×1 struct must come behind -struct; was {s}", nameof(s));

    private static OrderedDictionary<string, MatValue> Merged(OrderedDictionary<string, MatValue> old, OrderedDictionary<string, MatValue> values)
    {
        foreach (var (name, value) in values)
            old[name] = value;
        return old;
    }
}
