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
    public void Cell_ReadOutside_SaysWhereAndHowLong()
    {
        Cell<int> c = [1, 2];
        Assert.That(() => c[2], Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("position 2 is outside the cell, which has 2 elements"));
    }
}
