namespace DeepLearnPort;

/// <summary>How a recorded case came out.</summary>
public enum CaseStatus
{
    /// <summary>What was returned agrees with what was recorded.</summary>
    Passed,

    /// <summary>Something differs, or the function threw.</summary>
    Failed,

    /// <summary>There is no function of that name here.</summary>
    Skipped,

    /// <summary>The file is damaged or is no recorded case.</summary>
    Unusable,
}

/// <summary>What came of replaying one <see cref="RecordedCase"/>.</summary>
public sealed record CaseResult
{
    /// <summary>The case's name.</summary>
    public required string Case { get; init; }

    /// <summary>The function that was called; empty when the file is unusable, or its time was up.</summary>
    public string Function { get; init; } = "";

    /// <summary>How it came out.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>
    /// The largest |got - expected| / max(1, |expected|), accepted ones included; infinite where no number says how far
    /// apart the two are; NaN where nothing was compared.
    /// </summary>
    public double Error { get; init; } = double.NaN;

    /// <summary>Where that is, in MATLAB notation, such as <c>out{1}.W{2}(3,17)</c>; empty when nothing differs at all.</summary>
    public string Place { get; init; } = "";

    /// <summary>The largest error that was accepted.</summary>
    public double Tolerance { get; init; } = RecordedCase.DefaultTolerance;

    /// <summary>Why it failed, was skipped or is unusable; empty when it passed.</summary>
    public string Message { get; init; } = "";

    /// <summary>The three largest differences beyond the tolerance, largest first.</summary>
    public IReadOnlyList<MatDifference> Differences { get; init; } = [];

    /// <summary>
    /// One line, whatever the file's texts hold: how it came out, the case, its largest error and where that is.
    /// </summary>
    /// <returns>E.g. <c>passed    nnff_softmax  2.2e-16 at out{1}.a{2}(3,1)</c>.</returns>
    public override string ToString()
    {
        string error = double.IsNaN(Error) ? "" : "  " + MatDifference.ErrorText(Error);
        string place = Place.Length == 0 ? "" : $" at {Place}";
        string message = Message.Length == 0 ? "" : $"  {Message}";
        return Printable.Line($"{Status.ToString().ToLowerInvariant(),-8}  {Case}{error}{place}{message}",
            2 * Printable.MostOfMessage);
    }

    /// <summary>That line, and below it one for each of the largest differences.</summary>
    /// <returns>The lines, without a line end after the last.</returns>
    public string Report() => string.Join(Environment.NewLine, Differences.Select(d => $"          {d}").Prepend(ToString()));
}
