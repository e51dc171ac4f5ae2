namespace DeepLearnPort;

/// <summary>Marks a function that reads or writes files of its caller's choice: no recorded case, which may come from anywhere, calls it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NotReplayedAttribute : Attribute;
