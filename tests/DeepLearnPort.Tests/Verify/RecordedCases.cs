namespace DeepLearnPort.Tests;

/// <summary>Every call recorded with the original toolbox returns here what it returned there.</summary>
public class RecordedCases
{
    private static IEnumerable<RecordedCase> Cases => RecordedCase.In(Repository.Path("matlab-ref", "cases"));

    [TestCaseSource(nameof(Cases))]
    public void Replay_RecordedCall_ReturnsWhatWasRecorded(RecordedCase recorded)
    {
        // Training lets last bits grow; a single call does not.
        bool trains = recorded.Name.Split('_')[0].EndsWith("train", StringComparison.Ordinal);
        var result = recorded.Replay(trains ? RecordedCase.DefaultTolerance : 1e-12);
        if (result.Status == CaseStatus.Skipped && Map.NotPorted.Contains(result.Function))
            Assert.Ignore($"{result.Function} is not ported");
        Assert.That(result.Status, Is.EqualTo(CaseStatus.Passed), result.Report());
    }
}
