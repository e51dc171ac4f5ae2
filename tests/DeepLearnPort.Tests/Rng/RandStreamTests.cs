using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class RandStreamTests
{
    [Test]
    public void Use_Nested_RestoresWhatWasAmbient()
    {
        RandStream before = RandStream.Global, outer = new OctaveStream(1), inner = new OctaveStream(2);
        using (RandStream.Use(outer))
        {
            using (RandStream.Use(inner))
                Assert.That(RandStream.Global, Is.SameAs(inner));
            Assert.That(RandStream.Global, Is.SameAs(outer));
        }
        Assert.That(RandStream.Global, Is.SameAs(before));
    }

    [Test]
    public async Task Use_OverAwait_HoldsInThatFlowOnly()
    {
        using (RandStream.Use(new OctaveStream(7)))
        {
            double other = await Task.Run(() =>
            {
                using (RandStream.Use(new OctaveStream(8)))
                    return rand();
            });
            await Task.Yield();
            Assert.That(rand(), Is.EqualTo(rand(new OctaveStream(7))));
            Assert.That(other, Is.EqualTo(rand(new OctaveStream(8))));
        }
    }

    [Test]
    public void Global_AssignedInsideUse_ReplacesOnlyThere()
    {
        var before = RandStream.Global;
        using (RandStream.Use(new OctaveStream(1)))
        {
            var mine = new OctaveStream(3);
            RandStream.Global = mine;
            Assert.That(RandStream.Global, Is.SameAs(mine));
        }
        Assert.That(RandStream.Global, Is.SameAs(before));
    }

    [Test]
    public void Clone_DrawnFrom_LeavesTheOriginal()
    {
        var stream = new OctaveStream(5);
        rand(3, 1, stream);
        var copy = stream.Clone();
        Assert.That(rand(700, 1, copy), Is.EqualTo(rand(700, 1, stream)));
        Assert.That(randn(2, 2, copy), Is.EqualTo(randn(2, 2, stream)));
    }
}
