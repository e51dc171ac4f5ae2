namespace DeepLearnPort;

/// <summary>
/// Marks a function that reads or writes files of its caller's choice: no recorded case, which may come from anywhere, calls it.
/// Or a form whose recorded calls a <see cref="ReplayedAttribute">replayed</see> one takes.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NotReplayedAttribute : Attribute;
