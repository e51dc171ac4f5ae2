namespace DeepLearnPort.Tests;

public class CellTests
{
    [Test]
    public void Cell_AssignedThenChanged_LeavesTheOther()
    {
        Cell<int> a = [1, 2, 3];
        var b = a;
        b[1] = 7;
        b.at(2) = 9;
        Assert.That(a, Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(b, Is.EqualTo(new[] { 1, 7, 9 }));
    }

    [Test]
    public void Cell_AssignedBeyondItsEnd_GrowsWithEmptyElements()
    {
        Cell<Mat> c = default;
        c[2] = Mat.Build.Dense(1, 1, 5);
        Assert.That(c.Length, Is.EqualTo(3));
        Assert.That((c[0].RowCount, c[1].ColumnCount, c[^1][0, 0]), Is.EqualTo((0, 0, 5)));
    }

    [Test]
    public void At_Matrix_LeavesTheOther()
    {
        var stream = new OctaveStream(1);
        var a = Toolbox.nnsetup([2, 3, 1], stream);
        var (b, before) = (a, a.W[0]);
        b.W.at(0) = Toolbox.zeros(3, 3);
        Assert.That(a.W[0], Is.SameAs(before));
        Assert.That(b.W[0], Is.EqualTo(Toolbox.zeros(3, 3)));
    }

    [Test]
    public void Cell_AssignedFarBeyondItsEnd_SaysSo()
    {
        Cell<int> c = [1];
        Assert.That(() => c[int.MaxValue] = 1, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => c[-1] = 1, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => c.at(1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(c, Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void Cell_ReadOutside_SaysWhereAndHowLong()
    {
        Cell<int> c = [1, 2];
        Assert.That(() => c[2], Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("position 2 is outside the cell, which has 2 elements"));
    }
}
