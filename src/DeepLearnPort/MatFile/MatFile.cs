namespace DeepLearnPort;

/// <summary>Reads and writes MAT files as <see cref="MatValue"/>s, class and size kept.</summary>
/// <remarks>
/// Reading takes any file that MATLAB or Octave writes, from version 4 on, from a path or any stream; the stream is left open.
/// When a file holds two variables of one name, the later one counts, as for MATLAB when it loads them one after the other.
/// </remarks>
public static class MatFile
{
    /// <summary>All variables of a file, in file order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Strictness and limits; the usual ones when null.</param>
    /// <returns>Values by name, in order.</returns>
    /// <exception cref="MatFileException">The file is damaged, no MAT file, or beyond a limit.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static OrderedDictionary<string, MatValue> Load(string path, MatReadOptions? options = null)
    {
        using var stream = Open(path);
        return LoadAll(stream, path, options);
    }

    /// <summary>All variables of a stream, in order.</summary>
    /// <param name="stream">The stream, read from its present position; it need not be seekable.</param>
    /// <param name="options">Strictness and limits; the usual ones when null.</param>
    /// <returns>Values by name, in order.</returns>
    /// <exception cref="MatFileException">The content is damaged, no MAT file, or beyond a limit.</exception>
    public static OrderedDictionary<string, MatValue> Load(Stream stream, MatReadOptions? options = null) =>
        LoadAll(Readable(stream), null, options);

    /// <summary>One variable of a file; the others are neither inflated nor read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The variable's name.</param>
    /// <param name="options">Strictness and limits; the usual ones when null.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">The file has no such variable.</exception>
    /// <exception cref="MatFileException">The file is damaged, no MAT file, or beyond a limit.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static MatValue Load(string path, string name, MatReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        using var stream = Open(path);
        return LoadOne(stream, path, name, options);
    }

    /// <summary>One variable of a stream.</summary>
    /// <param name="stream">The stream, read from its present position; it need not be seekable.</param>
    /// <param name="name">The variable's name.</param>
    /// <param name="options">Strictness and limits; the usual ones when null.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">The stream has no such variable.</exception>
    /// <exception cref="MatFileException">The content is damaged, no MAT file, or beyond a limit.</exception>
    public static MatValue Load(Stream stream, string name, MatReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return LoadOne(Readable(stream), null, name, options);
    }

    /// <summary>What the variables of a file are, as <c>whos -file</c> shows; only their headers are read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Strictness and limits; the usual ones when null.</param>
    /// <returns>One description a variable, in file order.</returns>
    /// <exception cref="MatFileException">The file is damaged, no MAT file, or beyond a limit.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static IReadOnlyList<MatVariable> List(string path, MatReadOptions? options = null)
    {
        using var stream = Open(path);
        return ListAll(stream, path, options);
    }

    /// <summary>What the variables of a stream are; only their headers are read, the rest is passed over.</summary>
    /// <param name="stream">The stream, read from its present position; it need not be seekable.</param>
    /// <param name="options">Strictness and limits; the usual ones when null.</param>
    /// <returns>One description a variable, in order.</returns>
    /// <exception cref="MatFileException">The content is damaged, no MAT file, or beyond a limit.</exception>
    public static IReadOnlyList<MatVariable> List(Stream stream, MatReadOptions? options = null) =>
        ListAll(Readable(stream), null, options);

    /// <summary>Writes variables to a file, which is replaced only when all of them are written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="variables">Names and values in order, such as a dictionary.</param>
    /// <param name="options">The format; v7 (compressed) when null.</param>
    /// <exception cref="MatFileException">A name or value cannot stand in such a file; nothing has been written.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, IEnumerable<KeyValuePair<string, MatValue>> variables, MatWriteOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(variables);
        var file = new Level5Writer(path, variables, options ?? MatWriteOptions.Default);
        AtomicFile.Write(path, file.Write);
    }

    /// <summary>Writes variables to a stream, which is left open.</summary>
    /// <param name="stream">The stream; it need not be seekable.</param>
    /// <param name="variables">Names and values in order, such as a dictionary.</param>
    /// <param name="options">The format; v7 (compressed) when null.</param>
    /// <exception cref="MatFileException">A name or value cannot stand in such a file; nothing has been written.</exception>
    public static void Save(Stream stream, IEnumerable<KeyValuePair<string, MatValue>> variables, MatWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(variables);
        if (!stream.CanWrite)
            throw new ArgumentException("the stream must be one that can be written to", nameof(stream));
        new Level5Writer(null, variables, options ?? MatWriteOptions.Default).Write(stream);
    }

    /// <summary>A file opened for <see cref="Entries"/>, which does its own buffering.</summary>
    /// <exception cref="IOException">It is a folder, or cannot be opened.</exception>
    internal static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(path))
        {
            throw new IOException($"{path} is a folder, not a MAT file");
        }
    }

    /// <summary>The error that a file lacks a variable.</summary>
    internal static KeyNotFoundException Missing(string? file, string name, IReadOnlyCollection<string> names) =>
        new($"{Printable.Line(file ?? "the stream")} has no variable '{Printable.Line(name, Printable.MostOfName)}'; it has "
            + (names.Count == 0 ? "none" : Printable.List(names)));

    private static Stream Readable(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.CanRead ? stream : throw new ArgumentException("the stream must be one that can be read", nameof(stream));
    }

    /// <summary>The variables, each of which can be read until the next one is asked for.</summary>
    /// <param name="stream">The file or stream, from its present position.</param>
    /// <param name="file">The file's name for messages; null for a stream.</param>
    /// <param name="options">Strictness and limits; the usual ones when null.</param>
    /// <param name="keeps">Whether the values that are read are kept, so that they add up to the limit for the file.</param>
    internal static IEnumerable<MatEntry> Entries(Stream stream, string? file, MatReadOptions? options, bool keeps = true) =>
        MatFormat.Entries(stream, file, options ?? MatReadOptions.Default, keeps);

    private static MatVariable[] ListAll(Stream stream, string? file, MatReadOptions? options) =>
        [.. Entries(stream, file, options).Select(e => e.Variable)];

    private static OrderedDictionary<string, MatValue> LoadAll(Stream stream, string? file, MatReadOptions? options)
    {
        var variables = new OrderedDictionary<string, MatValue>();
        foreach (var entry in Entries(stream, file, options)) variables[entry.Variable.Name] = entry.Read();
        return variables;
    }

    private static MatValue LoadOne(Stream stream, string? file, string name, MatReadOptions? options)
    {
        MatValue? found = null;
        var names = new List<string>();
        foreach (var entry in Entries(stream, file, options))
        {
            names.Add(entry.Variable.Name);
            if (entry.Variable.Name == name) found = entry.Read();
        }
        return found ?? throw Missing(file, name, names);
    }
}
