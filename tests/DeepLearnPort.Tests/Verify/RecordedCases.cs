namespace DeepLearnPort.Tests;

/// <summary>Every call recorded with the original toolbox returns here what it returned there.</summary>
public class RecordedCases
{
    // Arguments of three dimensions, which these functions do not take yet.
    private static readonly string[] Pending = ["sigm_3d", "tanh_opt_3d"];

    private static IEnumerable<RecordedCase> Cases => RecordedCase.In(Repository.Path("matlab-ref", "cases"));

    [TestCaseSource(nameof(Cases))]
    public void Replay_RecordedCall_ReturnsWhatWasRecorded(RecordedCase recorded)
    {
        var result = recorded.Replay();
        if (result.Status == CaseStatus.Skipped && Map.NotPorted.Contains(result.Function))
            Assert.Ignore($"{result.Function} is not ported");
        Assert.That(result.Status, Is.EqualTo(Pending.Contains(recorded.Name) ? CaseStatus.Failed : CaseStatus.Passed), result.Report());
    }
}
