using System.Buffers;

namespace DeepLearnPort;

/// <summary>MATLAB's rules for names of variables and fields.</summary>
internal static class MatNames
{
    private const int LongestName = 63;

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>Whether MATLAB can use the name: an ASCII letter, then letters, digits and underscores, 63 in all.</summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= LongestName && char.IsAsciiLetter(name[0]) && !name.AsSpan().ContainsAnyExcept(Letters);

    /// <summary>What is wrong with a name that MATLAB cannot use.</summary>
    public static string Requirement(string name, string what) =>
        $"'{Printable.Line(name, LongestName)}' is no {what} name for MATLAB: "
        + $"a letter, then letters, digits and underscores, {LongestName} at most";
}
