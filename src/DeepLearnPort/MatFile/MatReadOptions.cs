namespace DeepLearnPort;

/// <summary>How strictly MAT files are read, and how much a file may ask for.</summary>
public sealed record MatReadOptions
{
    /// <summary>Strict, with the usual limits.</summary>
    public static MatReadOptions Default { get; } = new();

    /// <summary>Reads files whose zlib checksum is wrong, as some writers make them. Data damaged in a way that only the checksum shows are then read unnoticed.</summary>
    public bool Lenient { get; init; }

    /// <summary>
    /// The most bytes one variable may take in memory, 2 GiB (MATLAB's own limit for these files) unless raised or lowered: its
    /// numbers and letters, and what the objects of its cells, structs and texts take around them, 100 bytes or so for each.
    /// </summary>
    public long MaxVariableBytes { get; init; } = 1L << 31;

    /// <summary>
    /// The most bytes that all variables may take that are read from one file together, 8 GiB unless raised or lowered.
    /// </summary>
    public long MaxFileBytes { get; init; } = 1L << 33;

    /// <summary>How deep cells and structs may be nested, 512 unless raised or lowered.</summary>
    public int MaxNesting { get; init; } = 512;

    /// <summary>
    /// How many columns a sparse matrix of version 4 may have beyond its entries, 2^23 unless raised or lowered. The file says
    /// nothing of a column without entries, and yet it takes memory.
    /// </summary>
    public int MaxEmptyColumns { get; init; } = 1 << 23;
}
