using System.Collections.Immutable;

namespace DeepLearnPort;

/// <summary>What a MAT file says of a variable before its data: a line of MATLAB's <c>whos -file</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Class">The class.</param>
/// <param name="Dimensions">The size; empty where the file does not say (objects of <c>classdef</c> classes).</param>
public sealed record MatVariable(string Name, MatClass Class, ImmutableArray<int> Dimensions)
{
    /// <summary>Describes a value.</summary>
    internal static MatVariable Of(string name, MatValue value) => new(name, value.Class, value.Dimensions)
    {
        IsComplex = value is MatNumeric { IsComplex: true } or MatSparse { IsComplex: true },
        IsSparse = value is MatSparse,
    };

    /// <summary>Whether there is an imaginary part.</summary>
    public bool IsComplex { get; init; }

    /// <summary>Whether the matrix is sparse.</summary>
    public bool IsSparse { get; init; }

    /// <summary>Whether the variable was global when it was saved.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Whether the value is a matrix of numbers or logicals, full or sparse.</summary>
    public bool IsMatrix => Dimensions.Length == 2 && Class is MatClass.Logical or (>= MatClass.Double and <= MatClass.UInt64);

    /// <summary>The size as MATLAB shows it: <c>2x3x4</c>.</summary>
    public string Size => Shape.Text(Dimensions.AsSpan());

    /// <summary>The bytes that the values take in memory, as <c>whos</c> shows; null where only reading them tells: of sparse arrays, cells, structs and objects.</summary>
    public long? Bytes => IsSparse || Class.BytesEach() is not { } each || Shape.Count(Dimensions.AsSpan()) is var count && count > long.MaxValue / 16
        ? null
        : count * each * (IsComplex ? 2 : 1);

    /// <summary>The last column of <c>whos</c>: which of global, sparse and complex the variable is.</summary>
    public string Attributes => string.Join(", ", new[] { (IsGlobal, "global"), (IsSparse, "sparse"), (IsComplex, "complex") }.Where(a => a.Item1).Select(a => a.Item2));
}
