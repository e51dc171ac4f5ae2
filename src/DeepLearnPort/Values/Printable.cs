using System.Globalization;
using System.Text;

namespace DeepLearnPort;

/// <summary>
/// Text of unknown origin made fit to be shown: on one line, and without characters that a terminal obeys or that turn the text
/// around them. Names, texts and messages that come from a file go through here on their way to a screen or a table.
/// </summary>
internal static class Printable
{
    /// <summary>More of a name or text than this helps nobody.</summary>
    public const int MostOfName = 63;

    /// <summary>More names than these help nobody.</summary>
    public const int MostNames = 20;

    /// <summary>More of a message than this helps nobody.</summary>
    public const int MostOfMessage = 1000;

    /// <summary>The beginning of a text, as it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many characters are kept.</param>
    public static string Cut(string text, int most) => text.Length <= most
        ? text
        : $"{text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)}…";

    /// <summary>
    /// The beginning of a text, in which what cannot be shown is written as <c>\n</c>, <c>\t</c> or <c>\u001B</c>.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many characters are kept.</param>
    public static string Line(string text, int most = MostOfMessage)
    {
        text = Cut(text, most);
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var line = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (CanBeShown(rune))
                line.Append(rune.ToString());
            else
                line.Append(rune.Value switch
                {
                    '\n' => @"\n",
                    '\r' => @"\r",
                    '\t' => @"\t",
                    <= char.MaxValue => $@"\u{rune.Value:X4}",
                    _ => $@"\U{rune.Value:X8}",
                });
        }
        return line.ToString();
    }

    /// <summary>The first of some names, on one line.</summary>
    /// <param name="names">The names.</param>
    /// <returns>E.g. <c>a, b, c and 100 more</c>.</returns>
    public static string List(IReadOnlyCollection<string> names)
    {
        string first = string.Join(", ", names.Take(MostNames).Select(name => Line(name, MostOfName)));
        return names.Count <= MostNames ? first : Invariant($"{first} and {names.Count - MostNames} more");
    }

    /// <summary>What went wrong at the bottom of it: what tasks and reflection wrap an error in says nothing.</summary>
    public static Exception Cause(Exception e)
    {
        while (e is AggregateException or System.Reflection.TargetInvocationException or TypeInitializationException
            && e.InnerException is { } inner)
            e = inner;
        return e;
    }

    // Format characters turn the direction of writing, or join and part what is beside them without being seen.
    private static bool CanBeShown(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
