namespace DeepLearnPort;

/// <summary>A variable met in a file: what its header says, and the way to its value as long as the next one is not asked for.</summary>
internal sealed record MatEntry(MatVariable Variable, Func<MatValue> Read);
