namespace DeepLearnPort;

/// <summary>A value that tells whether it is as it was made, <c>default</c>, or was given a value, which may be an empty one.</summary>
internal interface IUnset
{
    /// <summary>Whether nothing was ever assigned.</summary>
    bool IsUnset { get; }
}
