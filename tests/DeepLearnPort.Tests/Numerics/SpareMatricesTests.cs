using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class SpareMatricesTests
{
    [Test]
    public void Take_KeptBefore_GivesItOnce()
    {
        var spare = new SpareMatrices(10_000);
        var x = zeros(40, 50);
        spare.Keep(x);
        Assert.That(spare.Numbers, Is.EqualTo(2000));
        Assert.That(spare.Take(50, 40), Is.Null);
        Assert.That(spare.Take(40, 50), Is.SameAs(x));
        Assert.That(spare.Take(40, 50), Is.Null);
        Assert.That(spare.Numbers, Is.Zero);
    }

    [Test]
    public void Keep_MoreThanTheLimit_LetsGo()
    {
        var spare = new SpareMatrices(10_000);
        spare.Keep(zeros(101, 100)); // by itself too large
        Assert.That(spare.Numbers, Is.Zero);
        var last = zeros(60, 100);
        spare.Keep(zeros(60, 100));
        spare.Keep(last);
        Assert.That(spare.Numbers, Is.EqualTo(6000));
        Assert.That(spare.Take(60, 100), Is.SameAs(last));
    }

    // Without numbers they would never come to the limit.
    [Test]
    public void Keep_EmptyOrSmallOnes_KeepsNone()
    {
        var spare = new SpareMatrices(10_000);
        foreach (var (m, n) in ((int, int)[])[(0, 0), (0, 1000), (1000, 0), (1, 1), (20, 20)])
            spare.Keep(zeros(m, n));
        foreach (var (m, n) in ((int, int)[])[(0, 0), (0, 1000), (1000, 0), (1, 1), (20, 20)])
            Assert.That(spare.Take(m, n), Is.Null);
    }

    [Test]
    public void Keep_ManyShapes_DoesNotPileThemUp()
    {
        var spare = new SpareMatrices(1 << 20);
        var first = zeros(1000, 1);
        spare.Keep(first);
        for (int n = 1001; n < 2200; n++)
        {
            spare.Keep(zeros(n, 1));
            spare.Take(n, 1);
        }
        Assert.That(spare.Take(1000, 1), Is.Null);
    }

    [Test]
    public void Clear_AnyTime_LetsAllGo()
    {
        var spare = new SpareMatrices(10_000);
        spare.Keep(zeros(60, 100));
        spare.Clear();
        Assert.That((spare.Numbers, spare.Take(60, 100)), Is.EqualTo((0L, (Mat?)null)));
    }

    [Test]
    public void Workspace_MatrixThatCannotBe_IsRefusedAndLeavesTheOthers()
    {
        var workspace = new Workspace();
        var x = workspace.Take("a", 0, 3, 4);
        Assert.That(() => workspace.Take("a", 1, 1 << 16, 1 << 16),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("35 GB").And.Message.Contains("65536×65536"));
        Assert.That(workspace.Take("a", 0, 3, 4), Is.SameAs(x));
        Assert.That(workspace.Dispose, Throws.Nothing);
    }

    [Test]
    public unsafe void Buffer_LargerThanUsual_IsGivenBack()
    {
        var buffer = new ThreadBuffers.Buffer();
        var usual = buffer.Get(1000);
        Assert.That(buffer.Trim(), Is.False);
        Assert.That(buffer.Get(1000) == usual);
        buffer.Get(ThreadBuffers.Buffer.MostKept);
        Assert.That(buffer.Trim(), Is.True);
        Assert.That((long)buffer.Get(10) % 64, Is.Zero);
        Assert.That(buffer.Trim(), Is.False);
        Assert.That(() => buffer.Get(Array.MaxLength), Throws.InstanceOf<ArgumentException>());
    }
}
