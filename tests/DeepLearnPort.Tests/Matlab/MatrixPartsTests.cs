using static DeepLearnPort.Tests.MatlabText;

namespace DeepLearnPort.Tests;

public class MatrixPartsTests
{
    private static readonly Mat X = Parse("3x2: 11 21 31 12 22 32");

    [Test]
    public void Rows_IndexVector_TakesRowsInItsOrder() =>
        Assert.Multiple(() =>
        {
            Assert.That(X.Rows([3, 1, 3]).Text(), Is.EqualTo("3x2: 31 11 31 32 12 32"));
            Assert.That(X.Rows(new[] { 2, 3, 1 }[..2]).Text(), Is.EqualTo("2x2: 21 31 22 32"));
            Assert.That(X.Rows([]).Text(), Is.EqualTo("0x2:"));
            Assert.That(X.Columns([2]).Text(), Is.EqualTo("3x1: 12 22 32"));
            Assert.That(X.Columns([2, 1, 2]).Text(), Is.EqualTo("3x3: 12 22 32 11 21 31 12 22 32"));
        });

    [Test]
    public void Slice_Ranges_TakeTheBlock() =>
        Assert.Multiple(() =>
        {
            Assert.That(X.Slice(..2, ..).Text(), Is.EqualTo("2x2: 11 21 12 22"));
            Assert.That(X.Slice(1.., 1..).Text(), Is.EqualTo("2x1: 22 32"));
            Assert.That(X.Slice(^1.., ..1).Text(), Is.EqualTo("1x1: 31"));
            Assert.That(X.Slice(3.., ..).Text(), Is.EqualTo("0x2:"));
            Assert.That(X.Rows(1..2).Text(), Is.EqualTo("1x2: 21 22"));
            Assert.That(X.Columns(1..).Text(), Is.EqualTo("3x1: 12 22 32"));
            Assert.That(Mat.Build.Dense(0, 0).Slice(.., ..).Text(), Is.EqualTo("0x0:"));
        });

    [Test]
    public void Slice_Result_SharesNothingWithItsSource()
    {
        var x = X.Clone();
        x.Slice(.., ..)[0, 0] = 0;
        Assert.That(x, Is.EqualTo(X));
    }

    // 2^32 numbers: the product of the sizes, as an int, is 0.
    [Test]
    public void Rows_MoreThanAMatrixHolds_SayHowMuchThatWouldBe()
    {
        var index = new int[1 << 16];
        Array.Fill(index, 2);
        Assert.That(() => Mat.Build.Dense(2, 1 << 16).Rows(index),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("x.Rows(index) would need 35 GB"));
    }

    [Test]
    public void Columns_MoreThanAMatrixHolds_SayHowMuchThatWouldBe()
    {
        var index = new int[1 << 16];
        Array.Fill(index, 1);
        Assert.That(() => Mat.Build.Dense(1 << 16, 1).Columns(index),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("x.Columns(index) would need 35 GB"));
    }

    // MathNet makes it with an array of no numbers at all.
    [Test]
    public void Parts_OfAMatrixThatIsNone_AreRefused()
    {
        var x = Mat.Build.Dense(1 << 16, 1 << 16);
        Assert.That(() => x.Rows([1]), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => x.Columns([1]), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => x.Slice(..1, ..1), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => ((Mat)null!).Rows([1]), Throws.ArgumentNullException);
    }

    [Test]
    public void Parts_OfSparseAndDiagonalMatrices_AreDense()
    {
        Mat[] all = [Mat.Build.SparseOfMatrix(X), Mat.Build.DiagonalOfDiagonalArray([7, 8])];
        foreach (var x in all)
        {
            var dense = Mat.Build.DenseOfMatrix(x);
            Assert.That(x.Rows([2, 1]), Is.EqualTo(dense.Rows([2, 1])));
            Assert.That(x.Columns([2]), Is.EqualTo(dense.Columns([2])));
            Assert.That(x.Slice(1.., ..1).AsColumnMajorArray(), Is.EqualTo(dense.Slice(1.., ..1).AsColumnMajorArray()));
        }
    }

    [Test]
    public void Parts_OutsideTheMatrix_SayHowLargeItIs() =>
        Assert.Multiple(() =>
        {
            Assert.That(() => X.Rows([4]), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("row 4 is outside the matrix: an index vector counts from 1 to 3"));
            Assert.That(() => X.Columns([0]), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("column 0 is outside the matrix: an index vector counts from 1 to 2"));
            Assert.That(() => X.Slice(..4, ..), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("rows 0..4 are not all there: there are 3"));
            Assert.That(() => X.Columns(^3..), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("columns ^3..^0 are not all there: there are 2"));
            Assert.That(() => X.Rows(2..1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
}
