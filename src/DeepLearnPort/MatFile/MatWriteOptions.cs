namespace DeepLearnPort;

/// <summary>How MAT files are written.</summary>
public sealed record MatWriteOptions
{
    /// <summary>v7, compressed.</summary>
    public static MatWriteOptions Default { get; } = new();

    /// <summary>v6, plain: what <c>save -v6</c> writes.</summary>
    public static MatWriteOptions Plain { get; } = new() { Compressed = false };

    /// <summary>Whether each variable is compressed, as <c>save -v7</c> does.</summary>
    public bool Compressed { get; init; } = true;
}
