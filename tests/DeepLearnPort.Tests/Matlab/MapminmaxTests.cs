using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class MapminmaxTests
{
    private static Mat Of(double[,] values) => Mat.Build.DenseOfArray(values);

    // The example of MATLAB's documentation.
    private static readonly Mat X1 = Of(new double[,] { { 1, 2, 4 }, { 1, 1, 1 }, { 3, 2, 2 }, { 0, 0, 0 } });

    [Test]
    public void Mapminmax_DefaultRange_MapsRowsAndPassesConstantOnes()
    {
        Mat Y = mapminmax(X1);
        Assert.That(Y, Is.EqualTo(Of(new[,] { { -1, (2 - 1) * (2.0 / 3) - 1, 1 }, { 1, 1, 1 }, { 1, -1, -1 }, { 0, 0, 0 } })));
    }

    [Test]
    public void Mapminmax_ApplyAndReverse_UseTheSettings()
    {
        var (y1, PS) = mapminmax(X1);
        var x2 = Of(new double[,] { { 5, 2, 3 }, { 1, 1, 1 }, { 6, 7, 3 }, { 0, 0, 0 } });
        Assert.That(mapminmax("apply", x2, PS)[2, 1], Is.EqualTo(9).Within(1e-15));
        Assert.That((mapminmax("reverse", y1, PS) - X1).L1Norm(), Is.EqualTo(0).Within(1e-14));
    }

    [Test]
    public void Mapminmax_InfinityOrNaN_PassRowAndPassElement()
    {
        var X = Of(new[,] { { 1, double.PositiveInfinity, 3 }, { 1, double.NaN, 3 }, { 0, 1, 2 } });
        Mat Y = mapminmax(X, 0, 1);
        Assert.That(Y.ToRowMajorArray(), Is.EqualTo(new[] { 1, double.PositiveInfinity, 3, 0, double.NaN, 1, 0, 0.5, 1 }));
    }

    [Test]
    public void Mapminmax_SettingsStructAndDerivative_MatchTheGain()
    {
        var (_, PS) = mapminmax(X1, new MapminmaxSettings { ymin = 0, ymax = 2 });
        Assert.That((PS.ymin, PS.ymax, PS.xrows, PS.name), Is.EqualTo((0, 2, 4, "mapminmax")));
        var dx_dy = mapminmax("dx_dy", X1, mapminmax("apply", X1, PS), PS);
        Assert.That(dx_dy.Length, Is.EqualTo(3));
        Assert.That(dx_dy[0].Diagonal(), Is.EqualTo(new[] { 1.5, 1, 0.5, 1 }));
    }

    [Test]
    public void Mapminmax_BadArguments_Throw()
    {
        var PS = mapminmax(X1).PS;
        Assert.That(() => mapminmax(X1, 1, 0), Throws.ArgumentException.With.Message.Contains("ymin must be below ymax"));
        Assert.That(() => mapminmax("invert", X1, PS), Throws.ArgumentException.With.Message.Contains("was \"invert\""));
        Assert.That(() => mapminmax("apply", Mat.Build.Dense(2, 2), PS), Throws.ArgumentException.With.Message.Contains("must have 4 rows"));
    }
}
