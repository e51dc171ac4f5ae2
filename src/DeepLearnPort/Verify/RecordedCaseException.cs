namespace DeepLearnPort;

/// <summary>A recorded case did not come out as recorded, or could not be replayed.</summary>
public sealed class RecordedCaseException : Exception
{
    internal RecordedCaseException(CaseResult result)
        : base(result.Report()) => Result = result;

    /// <summary>What happened.</summary>
    public CaseResult Result { get; }
}
