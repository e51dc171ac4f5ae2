using System.Text;

namespace DeepLearnPort.Translate.Syntax;

/// <summary>Why a source file cannot be read.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Message">What was expected, and what was found.</param>
public sealed record SyntaxError(string File, int Line, int Column, string Message)
{
    /// <summary>One line, as compilers write it.</summary>
    /// <returns>E.g. <c>main.m(3,7): expected ')' to close the parenthesis, found ';'</c>.</returns>
    public override string ToString() => Invariant($"{File}({Line},{Column}): {Message}");
}

/// <summary>Reads MATLAB and Octave source: scripts and functions, but no classes.</summary>
public static class SourceReader
{
    /// <summary>Reads a file's text.</summary>
    /// <param name="text">The text; line ends of any kind.</param>
    /// <param name="file">How errors name it.</param>
    /// <param name="error">What is wrong with it; null when it could be read.</param>
    /// <returns>The tree; null when it could not be read. Nothing is thrown.</returns>
    public static SourceFile? Read(string text, string file, out SyntaxError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            error = null;
            return ReadEither(text);
        }
        catch (ParseException e)
        {
            error = new(file, e.Place.Line, e.Place.Column, e.Message);
            return null;
        }
    }

    /// <summary>A file's text from its bytes: UTF-8, or Latin-1 where it is not, as comments of older files are.</summary>
    /// <param name="bytes">The file.</param>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    // With an end for each function or without, whichever the file has. When it has neither, the error that stands further down says more.
    private static SourceFile ReadEither(string text)
    {
        try
        {
            return ReadWithVariables(text, closedFunctions: true);
        }
        catch (ParseException closed)
        {
            try
            {
                return ReadWithVariables(text, closedFunctions: false);
            }
            catch (ParseException open) when (open.Place.Start < closed.Place.Start)
            {
                throw closed;
            }
        }
    }

    // A name that is assigned anywhere is a variable everywhere, also where a statement above looks like a command.
    private static SourceFile ReadWithVariables(string text, bool closedFunctions)
    {
        var reader = new StatementReader(text, new HashSet<string>(), closedFunctions);
        var file = reader.ReadFile();
        return reader.Commands.Overlaps(reader.Assigned) ? new StatementReader(text, reader.Assigned, closedFunctions).ReadFile() : file;
    }
}
