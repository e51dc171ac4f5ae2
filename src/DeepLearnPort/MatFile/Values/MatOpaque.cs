using System.Collections.Immutable;

namespace DeepLearnPort;

/// <summary>
/// Stands for a value whose content has no public description: a function handle or an object of a <c>classdef</c> class.
/// The rest of its file is read all the same.
/// </summary>
public sealed class MatOpaque : MatValue
{
    internal MatOpaque(MatClass matClass, ImmutableArray<int> dimensions, string objectClass)
        : base(matClass, dimensions) => ObjectClass = objectClass;

    /// <summary>The name of the object's class, such as <c>datetime</c>; empty when the file does not say.</summary>
    public string ObjectClass { get; }

    /// <summary>The kind, and the class where it is known.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        ObjectClass.Length == 0 ? base.ToString() : $"{base.ToString()} ({Printable.Line(ObjectClass, Printable.MostOfName)})";
}
