namespace DeepLearnPort;

/// <summary>
/// Marks an overload that recorded calls alone make: it takes <see cref="MatValue"/>s of classes that a script's matrices, which are
/// doubles, cannot have.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReplayedAttribute : Attribute;
