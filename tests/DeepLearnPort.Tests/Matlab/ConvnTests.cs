using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class ConvnTests
{
    private static readonly Mat A = Mat.Build.DenseOfArray(new double[,] { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } });
    private static readonly Mat B = Mat.Build.DenseOfArray(new double[,] { { 1, 10 }, { 100, 1000 } });

    // What GNU Octave 7.3 prints for convn(A, B, shape).
    [TestCase("full", new double[] { 1, 12, 23, 30, 104, 1245, 2356, 3060, 407, 4578, 5689, 6090, 700, 7800, 8900, 9000 })]
    [TestCase("same", new double[] { 1245, 2356, 3060, 4578, 5689, 6090, 7800, 8900, 9000 })]
    [TestCase("valid", new double[] { 1245, 2356, 4578, 5689 })]
    public void Convn_Shape_TurnsTheKernelRound(string shape, double[] rows) => Assert.That(convn(A, B, shape).ToRowMajorArray(), Is.EqualTo(rows));

    [Test]
    public void Convn_LargerKernel_IsEmptyWhereValid()
    {
        Assert.That(convn(B, A, "valid").RowCount, Is.Zero);
        Assert.That(convn(B, A), Is.EqualTo(convn(A, B)));
    }

    [Test]
    public void Convn_Pages_AreConvolvedToo()
    {
        var pages = new Array3(1, 1, 3, [1, 2, 3]);
        Assert.That(convn(pages, new Array3(1, 1, 2, [1, 10])), Is.EqualTo(new Array3(1, 1, 4, [1, 12, 23, 30])));
    }

    [Test]
    public void Convn_UnknownShapeOrNothing_Throws()
    {
        Assert.That(() => convn(A, B, "half"), Throws.ArgumentException.With.Message.Contains("\"half\""));
        Assert.That(() => convn(A, Mat.Build.Dense(0, 0)), Throws.ArgumentException.With.Message.Contains("must have elements"));
    }
}
