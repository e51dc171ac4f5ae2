using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class Array3Tests
{
    private static Array3 Counting(int rows, int columns, int pages) => new(rows, columns, pages, [.. Enumerable.Range(1, rows * columns * pages).Select(n => (double)n)]);

    [Test]
    public void Indexer_AnyPlace_RunsColumnByColumnPageByPage()
    {
        var x = Counting(2, 3, 4);
        Assert.That((x[0, 0, 0], x[1, 0, 0], x[0, 1, 0], x[0, 0, 1], x[1, 2, 3]), Is.EqualTo((1, 2, 3, 7, 24)));
        Assert.That(() => x[2, 0, 0], Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("[2, 0, 0] is outside the 2×3×4 array"));
    }

    [Test]
    public void FromRows_ImagesInRows_IsReshapeOfTheTransposed()
    {
        var x = rand(37, 12, new OctaveStream(1));
        var images = Array3.FromRows(x, 4, 3);
        Assert.That(images, Is.EqualTo(reshape(x.Transpose(), 4, 3, 37)));
        Assert.That(images[1, 2, 5], Is.EqualTo(x[5, 1 + 2 * 4]));
        Assert.That(images.ToRows(), Is.EqualTo(x));
        Assert.That(() => Array3.FromRows(x, 4, 4), Throws.ArgumentException.With.Message.Contains("must have 16 columns"));
    }

    [Test]
    public void Pages_IndexVector_CountsFromOneAndMayRepeat()
    {
        var x = Counting(2, 1, 3);
        Assert.That(x.Pages([3, 1, 3]), Is.EqualTo(new Array3(2, 1, 3, [5, 6, 1, 2, 5, 6])));
        Assert.That(x.Pages(1, 2), Is.EqualTo(new Array3(2, 1, 2, [3, 4, 5, 6])));
        Assert.That(() => x.Pages([0]), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => x.Pages(2, 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Array3_OfAMatrix_IsOnePageOfItsOwn()
    {
        var page = rand(2, 3, new OctaveStream(1));
        Array3 x = page;
        double first = page[0, 0];
        page[0, 0] = 9;
        Assert.That((x.PageCount, x[0, 0, 0]), Is.EqualTo((1, first)));
        x.Page(0)[0, 0] = 8;
        Assert.That(x[0, 0, 0], Is.EqualTo(first));
    }

    [Test]
    public void Array3_ComputedWith_LeavesItsOperandsAsTheyWere()
    {
        var x = Counting(2, 2, 2);
        Assert.That(x * 2 - x, Is.EqualTo(x));
        Assert.That((x + x) / 2, Is.EqualTo(Counting(2, 2, 2)));
        Assert.That(() => x + Counting(2, 2, 1), Throws.ArgumentException.With.Message.Contains("2×2×2 and 2×2×1"));
        Assert.That(x == Counting(2, 2, 2) && x != x * 2 && default(Array3).IsEmpty);
    }

    [TestCase(1 << 16, 1 << 16, 1)]
    [TestCase(1 << 22, 1 << 21, 1 << 21)] // 2^64 numbers: none at all, as a long
    [TestCase(-1, 1, 0)]
    [TestCase(-2, -3, 1)]
    public void Array3_SizesThatCannotBe_AreRefused(int rows, int columns, int pages)
    {
        Assert.That(() => new Array3(rows, columns, pages, []), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Array3(rows, columns, pages, new double[6]), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Array3.Create(rows, columns, pages, (_, _, _) => 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        if (pages == 1)
            Assert.That(() => Array3.FromRows(zeros(1, 6), rows, columns), Throws.InstanceOf<ArgumentException>());
    }

    // A page of so many numbers would be too large; there is none.
    [Test]
    public void Array3_NoPagesOfAnySize_IsEmpty()
    {
        var x = new Array3(1 << 16, 1 << 16, 0, []);
        Assert.That((x.IsEmpty, x.Pages([]).PageCount, x.Pages(0, 0).RowCount), Is.EqualTo((true, 0, 1 << 16)));
        Assert.That(() => x.Page(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(x.ToRows, Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Pages_MoreThanAnArrayHolds_SaysHowMuchThatWouldBe()
    {
        var index = new int[1 << 16];
        Array.Fill(index, 1);
        Assert.That(() => new Array3(256, 256, 1, new double[1 << 16]).Pages(index),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("x.Pages(index) would need 35 GB"));
    }

    [Test]
    public void Array3_OfOtherMatrices_IsTheirNumbers()
    {
        Assert.That((Array3)Mat.Build.DenseIdentity(3), Is.EqualTo((Array3)Mat.Build.SparseIdentity(3)));
        Assert.That(() => (Array3)(Mat)null!, Throws.ArgumentNullException);
    }

    [Test]
    public void Permute_Order_MovesDimensions()
    {
        var x = Counting(2, 3, 4);
        var y = permute(x, [3, 1, 2]);
        Assert.That((y.RowCount, y.ColumnCount, y.PageCount, y[3, 1, 2], y[1, 0, 2]), Is.EqualTo((4, 2, 3, x[1, 2, 3], x[0, 2, 1])));
        Assert.That(permute(x, [2, 1, 3]).Page(2), Is.EqualTo(x.Page(2).Transpose()));
        Assert.That(() => permute(x, [1, 1, 3]), Throws.ArgumentException.With.Message.Contains("[1 1 3]"));
    }

    [Test]
    public void Reshape_OtherNumberOfElements_Throws()
    {
        Assert.That(reshape(Counting(2, 3, 4), 6, 4), Is.EqualTo(reshape(Counting(2, 3, 4), 6, 4, 1).Page(0)));
        Assert.That(() => reshape(Counting(2, 3, 4), 5, 5), Throws.ArgumentException.With.Message.Contains("5×5").And.Message.Contains("2×3×4"));
        Assert.That(() => reshape(Counting(2, 3, 4), 5, 5, 1), Throws.ArgumentException.With.Message.Contains("given 24"));
    }

    [Test]
    public void Rand_ThreeSizes_DrawsPageAfterPage()
    {
        var x = rand(2, 3, 4, new OctaveStream(5));
        var flat = rand(6, 4, new OctaveStream(5));
        Assert.That(reshape(x, 6, 4), Is.EqualTo(flat));
    }

    [Test]
    public void Size_OnePageOrMore_IsMatlabs()
    {
        Assert.That(size(Counting(2, 3, 4)), Is.EqualTo(new[] { 2, 3, 4 }));
        Assert.That(size(Counting(2, 3, 1)), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(Enumerable.Range(1, 4).Select(dim => size(Counting(2, 3, 4), dim)), Is.EqualTo(new[] { 2, 3, 4, 1 }));
    }
}
