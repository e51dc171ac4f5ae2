namespace DeepLearnPort.Cli;

/// <summary>How one experiment of an example came out.</summary>
/// <param name="Name">Its name and what it is, as the example's comment says.</param>
/// <param name="Measure">What was measured.</param>
/// <param name="Value">The measure.</param>
/// <param name="Limit">What the example asserts it to be below; null where it asserts nothing.</param>
internal sealed record Experiment(string Name, string Measure, double Value, double? Limit)
{
    public bool Passed => Limit is null || Value < Limit;

    /// <summary>An error rate with the limit that the example asserts.</summary>
    public static Experiment Error(string name, double er, double limit) => new(name, "error", er, limit);
}
