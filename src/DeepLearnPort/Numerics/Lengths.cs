using System.Diagnostics.CodeAnalysis;

namespace DeepLearnPort;

/// <summary>
/// Checks of lengths before code runs that works with addresses: once a call, so that no argument, whoever let it through,
/// makes it read or write outside an array.
/// </summary>
internal static class Lengths
{
    /// <summary>There are exactly so many numbers.</summary>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static void Same(int given, long required, string name)
    {
        if (given != required)
            Throw(given, required, "", name);
    }

    /// <summary>There are as many numbers as will be used.</summary>
    /// <exception cref="ArgumentException">There are fewer.</exception>
    public static void Enough(int given, long required, string name)
    {
        if (given < required)
            Throw(given, required, "at least ", name);
    }

    /// <summary>A size is no negative number.</summary>
    /// <exception cref="ArgumentException">It is one.</exception>
    public static void Size(int given, string name)
    {
        if (given < 0)
            throw new ArgumentException(Invariant($"{name} must be 0 or more; is {given}"), name);
    }

    /// <summary>Into how many parts of a length this length is cut, the last one as long as it comes.</summary>
    public static int Parts(int length, int part) => (int)(((long)length + part - 1) / part);

    /// <summary>Where the part that begins here ends.</summary>
    public static int EndOfPart(int from, int part, int length) => length - from < part ? length : from + part;

    [DoesNotReturn]
    private static void Throw(int given, long required, string atLeast, string name)
        => throw new ArgumentException(Invariant($"{name} must hold {atLeast}{required} numbers; holds {given}"), name);
}
