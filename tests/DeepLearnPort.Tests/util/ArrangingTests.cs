using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>The utilities that only move numbers; the recorded cases hold their values, this holds what they refuse.</summary>
public class ArrangingTests
{
    private static Mat Of(double[,] values) => Mat.Build.DenseOfArray(values);

    [Test]
    public void Expand_TwoNumbers_RepeatsEachElement()
    {
        Assert.That(expand(Of(new double[,] { { 1, 2 } }), [2, 3]),
            Is.EqualTo(Of(new double[,] { { 1, 1, 1, 2, 2, 2 }, { 1, 1, 1, 2, 2, 2 } })));
        Assert.That(() => expand(Of(new double[,] { { 1, 2 } }), [2, 3, 1]),
            Throws.ArgumentException.With.Message.Contains("2 numbers"));
        Assert.That(() => expand(default(Array3), [2, -3, 1]), Throws.ArgumentException.With.Message.Contains("[2 -3 1]"));
    }

    [Test]
    public void Flips_Twice_GiveTheMatrixBack()
    {
        var x = rand(3, 4, new OctaveStream(1));
        Assert.That(fliplrf(flipudf(x)), Is.EqualTo(flipall(x)));
        Assert.That(flipall(flipall(x)), Is.EqualTo(x));
        Assert.That(fliplrf(x)[0, 0], Is.EqualTo(x[0, 3]));
    }

    [Test]
    public void Im2patches_SizesThatDoNotFit_Throw()
    {
        Assert.That(() => im2patches(Mat.Build.Dense(4, 4), 3, 2), Throws.ArgumentException.With.Message.Contains("must divide"));
        Assert.That(() => im2patches(Mat.Build.Dense(4, 4), 4, 0),
            Throws.ArgumentException.With.Message.Contains("m and n must divide"));
        Assert.That(() => im2patches(Mat.Build.Dense(4, 4), 4, 2),
            Throws.ArgumentException.With.Message.Contains("must be equal"));
    }

    [Test]
    public void Patches2im_LargerImage_LeavesTheRestZero()
    {
        var patches = Mat.Build.Dense(100, 9120, 1);
        var im = patches2im(patches, 1150, 10);
        Assert.That((im.RowCount, im.ColumnCount, im[1139, 799], im[1140, 0]), Is.EqualTo((1150, 800, 1, 0)));
        Assert.That(() => patches2im(Mat.Build.Dense(100, 100), 1140, 800),
            Throws.ArgumentException.With.Message.Contains("9120 columns"));
    }

    [Test]
    public void Allcomb_Order_LastOrFirstFastest()
    {
        Assert.That(allcomb([1, 3], [-3, 8]), Is.EqualTo(Of(new double[,] { { 1, -3 }, { 1, 8 }, { 3, -3 }, { 3, 8 } })));
        Assert.That(allcomb([[1, 3], [-3, 8]], "matlab"),
            Is.EqualTo(Of(new double[,] { { 1, -3 }, { 3, -3 }, { 1, 8 }, { 3, 8 } })));
        Assert.That(allcomb([1, 3], []).RowCount, Is.Zero);
        Assert.That(() => allcomb([[1]], "fortran"), Throws.ArgumentException.With.Message.Contains("\"fortran\""));
        Assert.That(() => allcomb(), Throws.ArgumentException.With.Message.Contains("at least one"));
    }

    [Test]
    public void Whiten_ManySamples_GivesUnitCovariance()
    {
        var stream = new OctaveStream(4);
        var x = randn(500, 3, stream) * randn(3, 3, stream);
        var white = whiten(x, 1e-12);
        Assert.That((white.TransposeThisAndMultiply(white) / 499 - Mat.Build.DenseIdentity(3)).L2Norm(), Is.LessThan(1e-6));
    }
}
