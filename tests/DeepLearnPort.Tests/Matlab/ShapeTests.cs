using static DeepLearnPort.Tests.MatlabText;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>The built-ins that make, measure and arrange matrices. Expected values are GNU Octave 7.3's.</summary>
public class ShapeTests
{
    [Test]
    public void ZerosOnesEye_SizesAnyWay_MakeThatSize() =>
        Assert.Multiple(() =>
        {
            Assert.That(zeros(2).Text(), Is.EqualTo("2x2: 0 0 0 0"));
            Assert.That(zeros(-1, 2).Text(), Is.EqualTo("0x2:"));
            Assert.That(zeros(size(ones(1, 2))).Text(), Is.EqualTo("1x2: 0 0"));
            Assert.That(ones(2).Text(), Is.EqualTo("2x2: 1 1 1 1"));
            Assert.That(ones(1, 2).Text(), Is.EqualTo("1x2: 1 1"));
            Assert.That(ones([2]).Text(), Is.EqualTo("2x2: 1 1 1 1"));
            Assert.That(eye(0).Text(), Is.EqualTo("0x0:"));
            Assert.That(eye(2).Text(), Is.EqualTo("2x2: 1 0 0 1"));
            Assert.That(eye(2, 3).Text(), Is.EqualTo("2x3: 1 0 0 1 0 0"));
            Assert.That(() => zeros([2, 3, 4]), Throws.ArgumentException.With.Message.Contains("[2 3 4]"));
        });

    [TestCase(0, 0, 0)]
    [TestCase(0, 3, 0)]
    [TestCase(3, 0, 0)]
    [TestCase(1, 1, 1)]
    [TestCase(1, 3, 3)]
    [TestCase(3, 1, 3)]
    [TestCase(2, 3, 3)]
    public void SizeNumelLength_AnyShape_AreMatlabs(int m, int n, int expected)
    {
        var x = zeros(m, n);
        Assert.That(size(x), Is.EqualTo(new[] { m, n }));
        Assert.That((size(x, 1), size(x, 2), size(x, 3), numel(x), length(x)), Is.EqualTo((m, n, 1, m * n, expected)));
    }

    [Test]
    public void NumelAndLength_OfCellsAndVectors_CountElements()
    {
        var nn = nnsetup([4, 3, 2], new OctaveStream(0));
        Assert.That((numel(nn.W), length(nn.W), length(nn.size), numel(new[] { 1, 2 })), Is.EqualTo((2, 2, 3, 2)));
        Assert.That(() => size(zeros(1), 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [TestCase("1x2: 1 2", 2, 1, "2x2: 1 1 2 2")]
    [TestCase("2x2: 1 3 2 4", 2, 3, "4x6: 1 3 1 3 2 4 2 4 1 3 1 3 2 4 2 4 1 3 1 3 2 4 2 4")]
    [TestCase("1x2: 1 2", 0, 1, "0x2:")]
    [TestCase("1x2: 1 2", -1, 2, "0x4:")]
    [TestCase("0x2:", 3, 2, "0x4:")]
    [TestCase("1x1: 7", 2, 1, "2x1: 7 7")]
    public void Repmat_AnyShape_RepeatsAsOctave(string x, int m, int n, string expected) => Assert.That(repmat(Parse(x), m, n).Text(), Is.EqualTo(expected));

    [Test]
    public void Repmat_OneCountOrANumber_ReadAsInMatlab() =>
        Assert.That((repmat(Parse("1x2: 1 2"), 2).Text(), repmat(7, 1, 3).Text()), Is.EqualTo(("2x4: 1 1 2 2 1 1 2 2", "1x3: 7 7 7")));

    [Test]
    public void Reshape_SizesAnyWay_KeepsColumnOrder()
    {
        var x = Parse("1x6: 1 2 3 4 5 6");
        Assert.Multiple(() =>
        {
            Assert.That(reshape(x, 2, 3).Text(), Is.EqualTo("2x3: 1 2 3 4 5 6"));
            Assert.That(reshape(x, [3, 2]).Text(), Is.EqualTo("3x2: 1 2 3 4 5 6"));
            Assert.That(reshape(x, [], 2).Text(), Is.EqualTo("3x2: 1 2 3 4 5 6"));
            Assert.That(reshape(x, 2, []).Text(), Is.EqualTo("2x3: 1 2 3 4 5 6"));
            Assert.That(reshape(zeros(0, 3), 3, 0).Text(), Is.EqualTo("3x0:"));
            Assert.That(reshape(zeros(0, 3), [], 3).Text(), Is.EqualTo("0x3:"));
            Assert.That(reshape(zeros(0, 3), [], 0).Text(), Is.EqualTo("0x0:"));
        });
    }

    [Test]
    public void Reshape_ThatDoesNotFit_SaysBothSizes()
    {
        var x = Parse("1x6: 1 2 3 4 5 6");
        Assert.Multiple(() =>
        {
            Assert.That(() => reshape(x, 4, 2), Throws.ArgumentException.With.Message.Contains("4×2 must have as many elements as x, which is 1×6"));
            Assert.That(() => reshape(x, 4, []), Throws.ArgumentException.With.Message.Contains("4 must divide the number of elements of x, which is 1×6"));
            Assert.That(() => reshape(x, [], 0), Throws.ArgumentException);
            Assert.That(() => reshape(x, [1, 2, 3]), Throws.ArgumentException.With.Message.Contains("[1 2 3]"));
            Assert.That(() => reshape(x, [3], 2), Throws.ArgumentException.With.Message.Contains("written []; given [3]"));
        });
    }

    [Test]
    public void Reshape_Result_SharesNothingWithItsSource()
    {
        var x = Parse("1x2: 1 2");
        reshape(x, 2, 1)[0, 0] = 9;
        Assert.That(x.Text(), Is.EqualTo("1x2: 1 2"));
    }

    [TestCase("1x2: 1 2", "2x2: 3 5 4 6", "3x2: 1 3 5 2 4 6")]
    [TestCase("0x0:", "1x2: 1 2", "1x2: 1 2")]
    [TestCase("0x2:", "1x2: 1 2", "1x2: 1 2")]
    [TestCase("0x2:", "0x2:", "0x2:")]
    [TestCase("0x0:", "0x2:", "0x2:")]
    [TestCase("0x0:", "0x0:", "0x0:")]
    public void Vertcat_AnyShapes_StacksAsOctave(string a, string b, string expected) => Assert.That(vertcat(Parse(a), Parse(b)).Text(), Is.EqualTo(expected));

    [TestCase("2x1: 1 2", "2x2: 3 4 5 6", "2x3: 1 2 3 4 5 6")]
    [TestCase("0x0:", "2x1: 1 2", "2x1: 1 2")]
    [TestCase("2x0:", "2x1: 1 2", "2x1: 1 2")]
    public void Horzcat_AnyShapes_JoinsAsOctave(string a, string b, string expected) => Assert.That(horzcat(Parse(a), Parse(b)).Text(), Is.EqualTo(expected));

    [Test]
    public void Concatenation_SizesDiffer_SaysWhatIsRequired() =>
        Assert.Multiple(() =>
        {
            Assert.That(() => vertcat(zeros(2, 3), zeros(1, 2)), Throws.ArgumentException.With.Message.Contains("must have 3 columns (columns of the first part); is 1×2"));
            Assert.That(() => horzcat(zeros(3, 2), zeros(2, 1)), Throws.ArgumentException.With.Message.Contains("must have 3 rows (rows of the first part); is 2×1"));
            Assert.That(vertcat().Text(), Is.EqualTo("0x0:"));
            Assert.That(horzcat().Text(), Is.EqualTo("0x0:"));
        });

    [Test]
    public void Rdivide_ANumber_DividesWhereMathNetMultipliesByItsInverse()
    {
        var x = Mat.Build.Dense(16, 16, (i, j) => 16 * i + j);
        Assert.Multiple(() =>
        {
            Assert.That(rdivide(x, 255).ToColumnMajorArray(), Is.EqualTo(x.ToColumnMajorArray().Select(v => v / 255)));
            Assert.That(rdivide(x, 255), Is.Not.EqualTo(x / 255), "or the function could go");
            Assert.That(rdivide(Parse("1x3: 1 0 -1"), 0).Text(), Is.EqualTo("1x3: Infinity NaN -Infinity"));
            Assert.That(rdivide(zeros(0, 3), 2).Text(), Is.EqualTo("0x3:"));
        });
    }

    [Test]
    public void Find_MatrixOrVector_CountsPositionsFromOne() =>
        Assert.Multiple(() =>
        {
            Assert.That(find(Parse("2x2: 0 1 1 1")), Is.EqualTo(new[] { 2, 3, 4 }));
            Assert.That(find(Parse("1x1: NaN")), Is.EqualTo(new[] { 1 }));
            Assert.That(find(Parse("2x2: 0 0 0 0")), Is.Empty);
            Assert.That(find(zeros(0)), Is.Empty);
            Assert.That(find(Parse("2x2: 1 5 2 7"), v => v > 2), Is.EqualTo(new[] { 2, 4 }));
            Assert.That(find(new[] { 3, 1, 3 }, label => label == 3), Is.EqualTo(new[] { 1, 3 }));
        });
}
