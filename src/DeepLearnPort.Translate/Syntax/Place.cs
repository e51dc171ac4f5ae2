namespace DeepLearnPort.Translate.Syntax;

/// <summary>Where something stands in a source file: from one position to another, both in the file's text.</summary>
/// <remarks>Places do not count when trees are compared: a tree printed and read again is the same tree, elsewhere.</remarks>
/// <param name="line">Line, from 1.</param>
/// <param name="column">Column, from 1.</param>
/// <param name="start">First character, from 0.</param>
/// <param name="end">The character behind the last one.</param>
public readonly struct Place(int line, int column, int start, int end) : IEquatable<Place>
{
    /// <summary>Line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Column, from 1.</summary>
    public int Column { get; } = column;

    /// <summary>First character in the text, from 0.</summary>
    public int Start { get; } = start;

    /// <summary>The character behind the last one, from 0.</summary>
    public int End { get; } = end;

    /// <summary>From where this begins to where another ends.</summary>
    /// <param name="last">A later place.</param>
    public Place To(Place last) => new(Line, Column, Start, Math.Max(End, last.End));

    /// <inheritdoc/>
    public bool Equals(Place other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Place;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>As errors name it.</summary>
    /// <returns>E.g. <c>(12,5)</c>.</returns>
    public override string ToString() => Invariant($"({Line},{Column})");
}
