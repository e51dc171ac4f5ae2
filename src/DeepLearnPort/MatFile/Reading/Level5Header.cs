using System.Collections.Immutable;

namespace DeepLearnPort;

/// <summary>The first elements of a level 5 array: flags, size, name.</summary>
internal sealed record Level5Header(int ClassCode, uint Flags, ImmutableArray<int> Dimensions, string Name)
{
    public const int SparseCode = 5;
    public const uint ComplexFlag = 0x0800;
    public const uint GlobalFlag = 0x0400;
    public const uint LogicalFlag = 0x0200;

    public bool IsComplex => (Flags & ComplexFlag) != 0;

    /// <summary>Logical arrays are numeric or sparse ones with a flag; elsewhere the flag means nothing.</summary>
    public bool IsLogical => (Flags & LogicalFlag) != 0 && ClassCode is >= SparseCode and <= (int)MatClass.UInt64;

    public MatClass Class => IsLogical ? MatClass.Logical : ClassCode == SparseCode ? MatClass.Double : (MatClass)ClassCode;

    public MatVariable Variable => new(Name, Class, Dimensions)
    {
        IsComplex = IsComplex,
        IsSparse = ClassCode == SparseCode,
        IsGlobal = (Flags & GlobalFlag) != 0,
    };
}
