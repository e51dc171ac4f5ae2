using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>The utilities that draw: how many numbers they take, and in which order.</summary>
public class RandomTests
{
    [Test]
    public void Rnd_Matrix_TakesOneDrawForAll()
    {
        var stream = new OctaveStream(2);
        var x = rnd(Mat.Build.Dense(2, 3, (i, j) => i), stream);
        Assert.That(x, Is.EqualTo(Mat.Build.Dense(2, 3, (i, j) => i)));
        Assert.That(rand(stream), Is.EqualTo(rand(1, 2, new OctaveStream(2))[0, 1]));
    }

    [Test]
    public void Sigmrnd_Matrix_ComparesDrawByDraw()
    {
        var P = randn(7, 5, new OctaveStream(1));
        var draws = rand(7, 5, new OctaveStream(2));
        Assert.That(sigmrnd(P, new OctaveStream(2)), Is.EqualTo(sigm(P).Map2((p, draw) => p > draw ? 1 : 0, draws)));
    }

    [Test]
    public void Randp_Numbers_ComeAsOftenAsTheirProbabilitySays()
    {
        var x = randp([1, 3, 0, 4], 1, 8000, new OctaveStream(3)).ToRowMajorArray();
        Assert.That(x.Count(n => n == 1), Is.EqualTo(1000).Within(150));
        Assert.That(x.Count(n => n == 2), Is.EqualTo(3000).Within(200));
        Assert.That(x.Count(n => n == 4), Is.EqualTo(8000 - x.Count(n => n is 1 or 2)));
        Assert.That(() => randp([1, -0.5], 2), Throws.ArgumentException.With.Message.Contains("-0.5"));
    }

    [Test]
    public void Randcorr_ManyVectors_AreUniformAndCorrelated()
    {
        var R = Mat.Build.DenseOfArray(new[,] { { 1, 0.7 }, { 0.7, 1 } });
        var x = randcorr(4000, R, new OctaveStream(5));
        var centred = x - 0.5;
        Assert.That(x.ColumnSums() / 4000, Is.All.EqualTo(0.5).Within(0.02));
        Assert.That(12 * centred.Column(0).DotProduct(centred.Column(1)) / 4000, Is.EqualTo(0.7).Within(0.05));
        Assert.That(() => randcorr(2, Mat.Build.DenseOfArray(new double[,] { { 1, 2 }, { 2, 1 } })),
            Throws.ArgumentException.With.Message.Contains("positive definite"));
        Assert.That(() => randcorr(2, Mat.Build.Dense(1, 1, double.NaN)),
            Throws.ArgumentException.With.Message.Contains("positive definite"));
        Assert.That(() => randcorr(2, Mat.Build.Dense(2, 3)), Throws.ArgumentException.With.Message.Contains("2 columns"));
    }
}
