using static DeepLearnPort.Matlab;
using static DeepLearnPort.Tests.MatlabText;

namespace DeepLearnPort.Tests;

public class MaxTests
{
    // x, [m,i] = max(x), max(x,[],1), max(x,[],2) as GNU Octave 7.3 gives them; the indices stand after the bar.
    [TestCase("0x0:", "0x0:|", "0x0:|", "0x0:|")]
    [TestCase("0x3:", "0x3:|", "0x3:|", "0x1:|")]
    [TestCase("3x0:", "1x0:|", "1x0:|", "3x0:|")]
    [TestCase("1x0:", "1x0:|", "1x0:|", "1x0:|")]
    [TestCase("0x1:", "0x1:|", "0x1:|", "0x1:|")]
    [TestCase("1x1: 5", "1x1: 5|1", "1x1: 5|1", "1x1: 5|1")]
    [TestCase("1x3: 1 2 6", "1x1: 6|3", "1x3: 1 2 6|1 1 1", "1x1: 6|3")]
    [TestCase("3x1: 1 2 6", "1x1: 6|3", "1x1: 6|3", "3x1: 1 2 6|1 1 1")]
    [TestCase("2x3: 1 4 8 2 3 NaN", "1x3: 4 8 3|2 1 1", "1x3: 4 8 3|2 1 1", "2x1: 8 4|2 1")]
    [TestCase("2x2: NaN NaN NaN 1", "1x2: NaN 1|1 2", "1x2: NaN 1|1 2", "2x1: NaN 1|1 2")]
    [TestCase("1x3: 3 3 1", "1x1: 3|1", "1x3: 3 3 1|1 1 1", "1x1: 3|1")]
    public void Max_AnyShape_ChoosesAsOctave(string x, string along, string columns, string rows) =>
        Assert.Multiple(() =>
        {
            Assert.That(Text(max(Parse(x))), Is.EqualTo(along));
            Assert.That(Text(max(Parse(x), [], 1)), Is.EqualTo(columns));
            Assert.That(Text(max(Parse(x), [], 2)), Is.EqualTo(rows));
        });

    [TestCase("0x3:", "0x3:|", "0x3:|", "0x1:|")]
    [TestCase("1x3: 1 2 6", "1x1: 1|1", "1x3: 1 2 6|1 1 1", "1x1: 1|1")]
    [TestCase("2x3: 1 4 8 2 3 NaN", "1x3: 1 2 3|1 2 1", "1x3: 1 2 3|1 2 1", "2x1: 1 2|1 2")]
    public void Min_AnyShape_ChoosesAsOctave(string x, string along, string columns, string rows) =>
        Assert.Multiple(() =>
        {
            Assert.That(Text(min(Parse(x))), Is.EqualTo(along));
            Assert.That(Text(min(Parse(x), [], 1)), Is.EqualTo(columns));
            Assert.That(Text(min(Parse(x), [], 2)), Is.EqualTo(rows));
        });

    [Test]
    public void MaxAndMin_WithANumberOrMatrix_CompareElements()
    {
        Mat x = Parse("1x3: 1 NaN 3");
        Assert.Multiple(() =>
        {
            Assert.That(max(x, 2).Text(), Is.EqualTo("1x3: 2 2 3"));
            Assert.That(min(x, 2).Text(), Is.EqualTo("1x3: 1 2 2"));
            Assert.That(max(x, Parse("1x3: 0 NaN NaN")).Text(), Is.EqualTo("1x3: 1 NaN 3"));
            Assert.That(min(x, Parse("1x3: 0 NaN NaN")).Text(), Is.EqualTo("1x3: 0 NaN 3"));
            Assert.That(max([2, double.NaN, 7]), Is.EqualTo(7));
            Assert.That(min([2, double.NaN, 7]), Is.EqualTo(2));
        });
    }

    [Test]
    public void Max_OneOutputAsked_IsTheValues()
    {
        Mat m = max(Parse("2x2: 1 2 3 4"));
        Assert.That(m.Text(), Is.EqualTo("1x2: 2 4"));
    }

    [Test]
    public void Max_BadArguments_SayWhatIsRequired()
    {
        var x = Parse("2x2: 1 2 3 4");
        Assert.Multiple(() =>
        {
            Assert.That(() => max(x, [1], 2), Throws.ArgumentException.With.Message.Contains("takes an empty second argument; given 1 elements"));
            Assert.That(() => max(x, [], 0), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("was 0"));
            Assert.That(() => max(x, Parse("1x2: 1 2")), Throws.ArgumentException.With.Message.Contains("given 2×2 and 1×2"));
            Assert.That(() => min([]), Throws.ArgumentException.With.Message.Contains("at least one number"));
        });
    }

    [Test]
    public void Uint8_Numbers_RoundAndSaturateAsOctave() =>
        Assert.That(uint8(Parse("1x11: 0.5 1.5 2.5 254.5 255.5 300 -1 -0.4 NaN Infinity -Infinity")).Text(), Is.EqualTo("1x11: 1 2 3 255 255 255 0 0 0 255 0"));

    private static string Text(ExtremeResult result) => $"{result.m.Text()}|{string.Join(' ', result.i)}";
}
