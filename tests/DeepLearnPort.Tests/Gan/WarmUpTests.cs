namespace DeepLearnPort.Tests;

public class WarmUpTests
{
    [TestCase("article")]
    [TestCase("paper")]
    public void WarmUp_BesideARun_ChangesNoNumber(string preset)
    {
        var options = GanPresets.Get(preset) with { Num = 20, BatchSize = 10, GHidden = [], DHidden = [5] };
        var expected = Steps(options);
        using (new WarmUp(options))
            Assert.That(Steps(options), Is.EqualTo(expected));
    }

    [Test]
    public void WarmUp_SettingsThatDoNotFit_LeavesTheComplaintToTheRun()
    {
        using var warmUp = new WarmUp(new GanOptions { Activation = "none" });
        Assert.That(warmUp.Dispose, Throws.Nothing);
    }

    private static Alternation[] Steps(GanOptions options)
    {
        var gan = DeepLearnPort.Gan.Create(options, ImageSet.Blank(20, 9));
        return [.. Enumerable.Range(0, 3).Select(_ => gan.Step() with { seconds = 0 })];
    }
}
