namespace DeepLearnPort.Tests;

public class MetricsTests
{
    private static readonly OctaveStream Stream = new(4);

    [Test]
    public void LogLikelihood_AgreesWithTheFormulaWrittenOut()
    {
        Mat samples = Toolbox.rand(7, 3, Stream), x = Toolbox.rand(5, 3, Stream);
        double[][] ll = Parzen.LogLikelihood(samples, x, [0.1, 0.7]);
        for (int i = 0; i < 5; i++)
            foreach (var (sigma, s) in new[] { (0.1, 0), (0.7, 1) })
            {
                double mean = samples.EnumerateRows().Average(c => Math.Exp(-(x.Row(i) - c).DotProduct(x.Row(i) - c) / (2 * sigma * sigma)) / Math.Pow(2 * Math.PI * sigma * sigma, 1.5));
                Assert.That(ll[s][i], Is.EqualTo(Math.Log(mean)).Within(1e-10));
            }
    }

    [Test]
    public void LogLikelihood_PointsFarAway_DoNotUnderflow()
    {
        double ll = Parzen.LogLikelihood(Mat.Build.Dense(1, 1), Mat.Build.Dense(1, 1, 100), [0.1])[0][0];
        Assert.That(ll, Is.EqualTo(-0.5e6 - Math.Log(0.1 * Math.Sqrt(2 * Math.PI))).Within(1e-6));
    }

    [Test]
    public void Estimate_SamplesOfTheSameKind_ChoosesTheWidthOfTheBestMeanAndReportsItsError()
    {
        Mat samples = Toolbox.rand(300, 2, Stream), validation = Toolbox.rand(100, 2, Stream), test = Toolbox.rand(200, 2, Stream);
        var estimate = Parzen.Estimate(samples, validation, test);
        double[] onValidation = [.. Parzen.LogLikelihood(samples, validation, Parzen.Sigmas).Select(ll => ll.Average())];
        Assert.That(estimate.Sigma, Is.EqualTo(Parzen.Sigmas[Array.IndexOf(onValidation, onValidation.Max())]));
        double[] ll = Parzen.LogLikelihood(samples, test, [estimate.Sigma])[0];
        Assert.That(estimate.Mean, Is.EqualTo(ll.Average()).Within(1e-12));
        Assert.That(estimate.StandardError, Is.EqualTo(MathNet.Numerics.Statistics.Statistics.PopulationStandardDeviation(ll) / Math.Sqrt(200)).Within(1e-12));
    }

    [Test]
    public void Nearest_EachRow_IsTheClosestSample()
    {
        var data = new GaussianData(5000, new OctaveStream(2));
        Mat all = data.Rows([.. Enumerable.Range(1, data.Count)]), x = Mat.Build.Dense(3, 1, [3.9, -10, 20]);
        int[] nearest = Distances.Nearest(x, data);
        for (int i = 0; i < 3; i++)
            Assert.That(Math.Abs(all[nearest[i] - 1, 0] - x[i, 0]), Is.EqualTo(all.Enumerate().Min(v => Math.Abs(v - x[i, 0]))).Within(1e-6));
    }

    [Test]
    public void Score_OneForAllAlike_TenForAllDigitsAlikeAndCertain()
    {
        Assert.That(DigitClassifier.Score(Mat.Build.Dense(20, 10, 0.1)), Is.EqualTo(1).Within(1e-12));
        Assert.That(DigitClassifier.Score(RealData.OneHot([.. Enumerable.Range(0, 20).Select(i => i % 10)])), Is.EqualTo(10).Within(1e-9));
    }

    [Test]
    public void FrechetDistance_OfAShiftAndAScale_IsKnown()
    {
        var x = Toolbox.randn(400, 3, Stream);
        Assert.That(DigitClassifier.FrechetDistance(x, x), Is.EqualTo(0).Within(1e-9));
        Assert.That(DigitClassifier.FrechetDistance(x, x + 2), Is.EqualTo(12).Within(1e-9));
        var centred = x - Mat.Build.Dense(400, 3, (_, j) => x.Column(j).Average());
        double trace = (centred.TransposeThisAndMultiply(centred) / 400).Trace();
        Assert.That(DigitClassifier.FrechetDistance(centred, 3 * centred), Is.EqualTo(4 * trace).Within(1e-9), "covariances Σ and 9Σ: tr(Σ + 9Σ - 6Σ)");
    }

    [Test]
    public void Spread_IsTheMeanDeviationOfTheColumns() =>
        Assert.That(Gan.PixelSpread(Mat.Build.DenseOfArray(new double[,] { { 0, 5 }, { 2, 5 } })), Is.EqualTo(0.5).Within(1e-12));
}
