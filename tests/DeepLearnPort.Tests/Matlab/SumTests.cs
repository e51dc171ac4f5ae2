using static DeepLearnPort.Tests.MatlabText;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class SumTests
{
    // x, sum(x), sum(x,1), sum(x,2) as GNU Octave 7.3 gives them.
    [TestCase("0x0:", "1x1: 0", "1x0:", "0x1:")]
    [TestCase("0x3:", "1x3: 0 0 0", "1x3: 0 0 0", "0x1:")]
    [TestCase("3x0:", "1x0:", "1x0:", "3x1: 0 0 0")]
    [TestCase("1x0:", "1x1: 0", "1x0:", "1x1: 0")]
    [TestCase("0x1:", "1x1: 0", "1x1: 0", "0x1:")]
    [TestCase("1x1: 5", "1x1: 5", "1x1: 5", "1x1: 5")]
    [TestCase("1x3: 1 2 6", "1x1: 9", "1x3: 1 2 6", "1x1: 9")]
    [TestCase("3x1: 1 2 6", "1x1: 9", "1x1: 9", "3x1: 1 2 6")]
    [TestCase("2x3: 1 4 8 2 3 NaN", "1x3: 5 10 NaN", "1x3: 5 10 NaN", "2x1: 12 NaN")]
    public void Sum_AnyShape_AddsAsOctave(string x, string along, string columns, string rows) =>
        Assert.Multiple(() =>
        {
            Assert.That(sum(Parse(x)).Text(), Is.EqualTo(along));
            Assert.That(sum(Parse(x), 1).Text(), Is.EqualTo(columns));
            Assert.That(sum(Parse(x), 2).Text(), Is.EqualTo(rows));
        });

    // The same of mean. mean(zeros(0,3)) and mean(zeros(1,0)) are empty in Octave 7.3 and NaN in MATLAB, as here.
    [TestCase("0x0:", "1x1: NaN", "1x0:", "0x1:")]
    [TestCase("0x3:", "1x3: NaN NaN NaN", "1x3: NaN NaN NaN", "0x1:")]
    [TestCase("3x0:", "1x0:", "1x0:", "3x1: NaN NaN NaN")]
    [TestCase("1x0:", "1x1: NaN", "1x0:", "1x1: NaN")]
    [TestCase("1x1: 5", "1x1: 5", "1x1: 5", "1x1: 5")]
    [TestCase("1x3: 1 2 6", "1x1: 3", "1x3: 1 2 6", "1x1: 3")]
    [TestCase("3x1: 1 2 6", "1x1: 3", "1x1: 3", "3x1: 1 2 6")]
    [TestCase("2x3: 1 4 8 2 3 NaN", "1x3: 2.5 5 NaN", "1x3: 2.5 5 NaN", "2x1: 4 NaN")]
    public void Mean_AnyShape_AveragesAsMatlab(string x, string along, string columns, string rows) =>
        Assert.Multiple(() =>
        {
            Assert.That(mean(Parse(x)).Text(), Is.EqualTo(along));
            Assert.That(mean(Parse(x), 1).Text(), Is.EqualTo(columns));
            Assert.That(mean(Parse(x), 2).Text(), Is.EqualTo(rows));
        });

    [Test]
    public void SumAndMean_OfVectors_AreNumbers()
    {
        double[] L = [0.5, 0.25, 0.75];
        Assert.That((sum(L), mean(L), sum([]), mean([])), Is.EqualTo((1.5, 0.5, 0.0, double.NaN)));
    }

    [Test]
    public void Sum_DimensionBeyondTwo_SaysWhichThereAre() =>
        Assert.That(() => sum(zeros(2), 3), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("dim must be 1 (down the columns) or 2 (along the rows); was 3"));
}
