using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>
/// What the utilities take besides dense matrices that fit, and what they refuse. The recorded cases hold the values.
/// </summary>
public class UtilArgumentTests
{
    private static readonly Mat Full = Mat.Build.Dense(3, 4, (i, j) => (i + j) % 3 == 0 ? i - j + 0.5 : 0);

    private static readonly Func<Mat, Mat>[] Functions =
    [
        sigm, tanh_opt, softmax, flipall, fliplrf, flipudf, x => sigmrnd(x, new OctaveStream(1)), x => rnd(x, new OctaveStream(1)),
        x => zscore(x), x => whiten(x, 0.1), x => normalize(x, x, x), x => expand(x, [2, 1]), x => visualize(x),
        x => im2patches(x, 1, 1), x => allcomb(x),
    ];

    [Test]
    public void EveryFunction_SparseMatrix_CountsAsDense()
    {
        var sparse = Mat.Build.SparseOfMatrix(Full);
        foreach (var function in Functions)
            Assert.That(function(sparse), Is.EqualTo(function(Full)));
        var diagonal = Mat.Build.DiagonalOfDiagonalArray([1, 2, 3]);
        foreach (var function in Functions)
            Assert.That(function(diagonal), Is.EqualTo(function(Mat.Build.DenseOfMatrix(diagonal))));
    }

    [Test]
    public void EveryFunction_Null_IsNamed()
    {
        foreach (var function in Functions)
            Assert.That(() => function(null!), Throws.ArgumentNullException);
        Assert.That(() => expand(Full, null!), Throws.ArgumentNullException.With.Message.Contains("'S'"));
        Assert.That(() => expand(default(Array3), null!), Throws.ArgumentNullException.With.Message.Contains("'S'"));
        Assert.That(() => normalize(Full, null!, Full), Throws.ArgumentNullException.With.Message.Contains("'mu'"));
        Assert.That(() => patches2im(null!, 1, 1), Throws.ArgumentNullException.With.Message.Contains("'patches'"));
        Assert.That(() => randcorr(1, null!), Throws.ArgumentNullException.With.Message.Contains("'R'"));
        Assert.That(() => randp(null!, 1), Throws.ArgumentNullException.With.Message.Contains("'P'"));
        Assert.That(() => randp([1], null!), Throws.ArgumentNullException.With.Message.Contains("'size'"));
        Assert.That(() => allcomb((double[][])null!), Throws.ArgumentNullException.With.Message.Contains("'A'"));
        Assert.That(() => allcomb([1], null!), Throws.ArgumentNullException.With.Message.Contains("A[1]"));
        Assert.That(() => allcomb([[1]], null!), Throws.ArgumentNullException.With.Message.Contains("'order'"));
        Assert.That(() => visualize(Full, (string)null!), Throws.ArgumentNullException.With.Message.Contains("'file'"));
        Assert.That(() => flicker(default, null!), Throws.ArgumentNullException.With.Message.Contains("'folder'"));
    }

    [Test]
    public void EveryFunction_ResultThatWouldBeTooLarge_IsRefused()
    {
        Assert.That(() => expand(Full, [int.MaxValue, int.MaxValue]),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("expand would need"));
        Assert.That(() => expand(rand(2, 2, 2), [int.MaxValue, int.MaxValue, int.MaxValue]),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("expand"));
        double[] vector = new double[50_000];
        Assert.That(() => allcomb(vector, vector),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("allcomb would need 20 GB"));
        Assert.That(() => patches2im(Mat.Build.Dense(100, 9120), int.MaxValue, int.MaxValue),
            Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Normalize_SizesThatDoNotFit_AreNamed()
    {
        Assert.That(() => normalize(Full, Mat.Build.Dense(1, 3), Full),
            Throws.ArgumentException.With.Message.Contains("mu must be as large as x, 3×4×1, or 1 where that is not; is 1×3×1"));
        Assert.That(() => normalize(Full, Mat.Build.Dense(1, 1), Mat.Build.Dense(2, 4)),
            Throws.ArgumentException.With.Message.Contains("sigma must"));
    }

    [Test]
    public void Normalize_ThreeDimensions_TakesThoseOfZscore()
    {
        var x = rand(5, 2, 3, new OctaveStream(1));
        var (scaled, mu, sigma) = zscore(x);
        Assert.That((mu.ToString(), sigma.ToString()), Is.EqualTo(("1×2×3", "1×2×3")));
        Assert.That(normalize(x, mu, sigma), Is.EqualTo(scaled));
        Mat page = zscore(x.Page(2));
        Assert.That(scaled.Page(2), Is.EqualTo(page));
    }

    [Test]
    public void Zscore_Empty_IsAsOctave()
    {
        var (x, mu, sigma) = zscore(Mat.Build.Dense(0, 3));
        Assert.That((x.RowCount, mu.RowCount, mu.ColumnCount, sigma.ColumnCount), Is.EqualTo((0, 0, 1, 3)));
        (x, mu, sigma) = zscore(Mat.Build.Dense(0, 0));
        Assert.That((x.ColumnCount, mu[0, 0], sigma[0, 0]), Is.EqualTo((0, double.NaN, Math.BitIncrement(1.0) - 1)));
    }

    [Test]
    public void Whiten_WhatHasNoRealResult_IsRefused()
    {
        Assert.That(() => whiten(Mat.Build.DenseOfArray(new[,] { { 1, 2 }, { double.NaN, 4 } }), 1),
            Throws.ArgumentException.With.Message.Contains("X must be finite"));
        Assert.That(() => whiten(Full * 1e200, 1), Throws.ArgumentException.With.Message.Contains("its covariance too"));
        Assert.That(() => whiten(Full, -100), Throws.ArgumentException.With.Message.Contains("whose root is complex"));
        Assert.That(whiten(Full, double.NaN).ForAll(double.IsNaN));
    }

    [Test]
    public void Visualize_NotArranged_IsACopy()
    {
        var r = visualize(Full);
        r[0, 0] = 7;
        Assert.That(Full[0, 0], Is.EqualTo(0.5));
        Assert.That(() => visualize(Mat.Build.Dense(4, 0)), Throws.ArgumentException.With.Message.Contains("X must hold images"));
    }
}
