using System.Collections.Frozen;

namespace DeepLearnPort;

/// <summary>MATLAB's classes, numbered as MAT files number them (<see cref="Logical"/> is a flag there and has no number).</summary>
public enum MatClass
{
    /// <summary><c>cell</c></summary>
    Cell = 1,

    /// <summary><c>struct</c></summary>
    Struct = 2,

    /// <summary>An object of a class made with <c>@class</c> folders: a struct with a class name.</summary>
    Object = 3,

    /// <summary><c>char</c></summary>
    Char = 4,

    /// <summary><c>double</c></summary>
    Double = 6,

    /// <summary><c>single</c></summary>
    Single = 7,

    /// <summary><c>int8</c></summary>
    Int8 = 8,

    /// <summary><c>uint8</c></summary>
    UInt8 = 9,

    /// <summary><c>int16</c></summary>
    Int16 = 10,

    /// <summary><c>uint16</c></summary>
    UInt16 = 11,

    /// <summary><c>int32</c></summary>
    Int32 = 12,

    /// <summary><c>uint32</c></summary>
    UInt32 = 13,

    /// <summary><c>int64</c></summary>
    Int64 = 14,

    /// <summary><c>uint64</c></summary>
    UInt64 = 15,

    /// <summary><c>function_handle</c></summary>
    FunctionHandle = 16,

    /// <summary>An object of a <c>classdef</c> class (string, datetime, table, …), whose content has no public description.</summary>
    Opaque = 17,

    /// <summary><c>logical</c></summary>
    Logical = 32,
}

/// <summary>What MATLAB calls its classes.</summary>
public static class MatClassNames
{
    /// <summary>The classes by their names, without those whose objects have names of their own.</summary>
    internal static readonly FrozenDictionary<string, MatClass> Known = Enum.GetValues<MatClass>()
        .Where(c => c is not (MatClass.Object or MatClass.Opaque)).ToFrozenDictionary(c => c.Name());

    /// <summary>The word that MATLAB's <c>class</c> returns, such as <c>uint8</c> or <c>function_handle</c>.</summary>
    /// <param name="matClass">The class.</param>
    /// <returns>The name, in lower case.</returns>
    public static string Name(this MatClass matClass) =>
        matClass == MatClass.FunctionHandle ? "function_handle" : matClass.ToString().ToLowerInvariant();

    /// <summary>The bytes of one element; null where elements differ or have no public description.</summary>
    internal static int? BytesEach(this MatClass matClass) => matClass switch
    {
        MatClass.Logical or MatClass.Int8 or MatClass.UInt8 => sizeof(byte),
        MatClass.Char or MatClass.Int16 or MatClass.UInt16 => sizeof(short),
        MatClass.Single or MatClass.Int32 or MatClass.UInt32 => sizeof(int),
        MatClass.Double or MatClass.Int64 or MatClass.UInt64 => sizeof(long),
        _ => null,
    };
}
