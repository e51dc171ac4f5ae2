namespace DeepLearnPort;

/// <summary>A MAT file cannot be read or written: it is damaged, of another kind, or beyond a limit.</summary>
public sealed class MatFileException : IOException
{
    internal MatFileException(string? file, long? offset, string? variable, string reason, Exception? inner = null)
        : base(Printable.Line(Describe(file, offset, variable, reason)), inner) =>
        (File, Offset, Variable, Reason) = (file, offset, variable, reason);

    /// <summary>The file; null when a stream was read.</summary>
    public string? File { get; }

    /// <summary>The byte where it was noticed, from the start of the file or stream; within compressed data, the start of their element.</summary>
    public long? Offset { get; }

    /// <summary>The variable that was being read or written, where that is known.</summary>
    public string? Variable { get; }

    /// <summary>What is wrong.</summary>
    public string Reason { get; }

    private static string Describe(string? file, long? offset, string? variable, string reason)
    {
        var place = string.Join(", ", new[]
        {
            file ?? "stream",
            string.IsNullOrEmpty(variable) ? null : $"variable '{Printable.Cut(variable, Printable.MostOfName)}'",
            offset is null ? null : $"byte {offset}",
        }.OfType<string>());
        return $"{place}: {reason}";
    }
}
