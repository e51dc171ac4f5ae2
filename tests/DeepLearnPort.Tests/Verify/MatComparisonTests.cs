namespace DeepLearnPort.Tests;

public class MatComparisonTests
{
    private static readonly double Inf = double.PositiveInfinity;

    private static MatComparison Compare(MatValue expected, MatValue got, double tolerance = 1e-10) => MatComparison.Of(expected, got, "x", tolerance);

    [TestCase(1.0, 1 + 9e-11, true)]
    [TestCase(1.0, 1 + 2e-10, false)]
    [TestCase(1e6, 1e6 + 9e-5, true, Description = "relative above 1")]
    [TestCase(1e6, 1e6 + 2e-4, false)]
    [TestCase(1e-12, 9e-11, true, Description = "absolute below 1")]
    [TestCase(double.NaN, double.NaN, true)]
    [TestCase(double.NaN, 0, false)]
    [TestCase(0, double.NaN, false)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity, true)]
    [TestCase(double.PositiveInfinity, double.NegativeInfinity, false)]
    [TestCase(double.PositiveInfinity, double.MaxValue, false)]
    [TestCase(0, double.PositiveInfinity, false)]
    public void Of_Numbers_AgreeWithinTolerance(double expected, double got, bool agrees) =>
        Assert.That(Compare(expected, got).Agrees, Is.EqualTo(agrees));

    [Test]
    public void Of_Integers_AgreeExactlyOnly()
    {
        MatValue expected = MatNumeric.Create<long>([(1L << 60) + 1], 1, 1), got = MatNumeric.Create<long>([1L << 60], 1, 1);

        Assert.That(Compare(expected, got, tolerance: 1).Differences.Single(), Is.EqualTo(new MatDifference("x", "1152921504606846976", "1152921504606846977", 0)));
        Assert.That(Compare(expected, expected).Agrees);
        Assert.That(Compare(true, false, tolerance: 1).Agrees, Is.False);
    }

    [Test]
    public void Of_ClassOrSize_MustAgree()
    {
        Assert.That(Compare(1.0, true).Differences.Single().ToString(), Is.EqualTo("x: got 1x1 logical, expected 1x1 double, error Inf"));
        Assert.That(Compare(MatNumeric.Row(1, 2), MatNumeric.Column(1, 2)).Agrees, Is.False);
        Assert.That(Compare(MatNumeric.Empty, MatNumeric.Row()).Agrees, Is.False);
        Assert.That(Compare(MatNumeric.Create<float>([1], 1, 1), 1.0).Agrees, Is.False);
    }

    [Test]
    public void Of_Text_AgreesExactly()
    {
        Assert.That(Compare("sigm", "sigm").Agrees);
        Assert.That(Compare("sigm", "sigh").Differences.Single().ToString(), Is.EqualTo("x: got 'sigh', expected 'sigm', error Inf"));
    }

    [Test]
    public void Of_Structs_FieldNamesMustAgreeButNotTheirOrder()
    {
        var expected = MatStruct.Create(("a", 1.0), ("b", "t"));

        Assert.That(Compare(expected, MatStruct.Create(("b", "t"), ("a", 1.0))).Agrees);
        Assert.That(Compare(expected, MatStruct.Create(("a", 1.0), ("c", 2.0))).Differences.Select(d => d.Place), Is.EqualTo(new[] { "x.b", "x.c" }));
    }

    [Test]
    public void Of_SparseAndFull_CompareValues()
    {
        var full = Mat.Build.DenseOfArray(new double[,] { { 0, 2 }, { 3, 0 } });

        Assert.That(Compare(full, Mat.Build.SparseOfMatrix(full)).Agrees);
        Assert.That(Compare(Mat.Build.SparseOfMatrix(full), full * 2).Place, Is.EqualTo("x(2,1)"));
    }

    [Test]
    public void Of_Complex_ComparesBothParts()
    {
        MatValue expected = MatNumeric.Complex<double>([1], [2], 1, 1);

        Assert.That(Compare(expected, expected).Agrees);
        Assert.That(Compare(expected, MatNumeric.Complex<double>([1], [-3], 1, 1)).Differences.Single().Got, Is.EqualTo("1-3i"));
        Assert.That(Compare(expected, 1.0).Error, Is.EqualTo(1));
    }

    [Test]
    public void Of_Nested_GivesPlacesInMatlabNotation()
    {
        static MatValue Value(double x) => MatStruct.Create(
            ("layers", MatCell.Row(MatStruct.Array(["k"], [MatCell.Create([1.0, 2.0, 3.0, 4.0], 2, 2), MatCell.Create([1.0, 2.0, 3.0, x], 2, 2)], 1, 2))),
            ("maps", MatNumeric.Create([0, 0, 0, 0, 0, 0, 0, x], 2, 2, 2)),
            ("column", MatNumeric.Column(0, x)));

        var comparison = Compare(Value(4), Value(5));

        Assert.That(comparison.DifferenceCount, Is.EqualTo(3));
        Assert.That(comparison.Differences.Select(d => d.Place), Is.EqualTo(new[] { "x.layers{1}(1,2).k{2,2}", "x.maps(2,2,2)", "x.column(2,1)" }));
    }

    [Test]
    public void Of_ManyDifferences_KeepsTheThreeLargest()
    {
        var comparison = Compare(MatNumeric.Row(0, 0, 0, 0, 0, 1), MatNumeric.Row(0.1, 0.3, 0.2, 0.5, 1e-11, 1));

        Assert.Multiple(() =>
        {
            Assert.That(comparison.DifferenceCount, Is.EqualTo(4));
            Assert.That(comparison.Differences.Select(d => d.Place), Is.EqualTo(new[] { "x(1,4)", "x(1,2)", "x(1,3)" }));
            Assert.That((comparison.Error, comparison.Place), Is.EqualTo((0.5, "x(1,4)")));
        });
    }

    [Test]
    public void Of_AcceptedErrors_StillNamesTheLargest()
    {
        var comparison = Compare(MatNumeric.Row(1, Inf, 0), MatNumeric.Row(1 + 1e-12, Inf, 1e-13));

        Assert.That(comparison.Agrees);
        Assert.That(comparison.Place, Is.EqualTo("x(1,1)"));
        Assert.That(comparison.Error, Is.EqualTo(1e-12).Within(1e-15));
    }
}
