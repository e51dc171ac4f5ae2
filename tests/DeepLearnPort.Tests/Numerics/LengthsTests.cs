using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>
/// Whatever lengths reach the code that works with addresses, it refuses those that do not fit before it begins.
/// </summary>
public class LengthsTests
{
    private const int N = 12, Many = 40_000;

    private static double[] Of(int length) => new double[length];

    // Each pass with the lengths that fit, one of them replaced: what is too short or too long for any of its arguments.
    private static IEnumerable<TestCaseData> Passes(int n) =>
    [
        new((Action<int>)(x => DeepLearnPort.Passes.SigmoidDelta(Of(x), Of(n), Of(n))), n, "SigmoidDelta e"),
        new((Action<int>)(x => DeepLearnPort.Passes.SigmoidDelta(Of(n), Of(x), Of(n))), n, "SigmoidDelta a"),
        new((Action<int>)(x => DeepLearnPort.Passes.SigmoidDelta(Of(n), Of(n), Of(x))), n, "SigmoidDelta d"),
        new((Action<int>)(x => DeepLearnPort.Passes.Minus(Of(x), Of(n), Of(n))), n, "Minus x"),
        new((Action<int>)(x => DeepLearnPort.Passes.Minus(Of(n), Of(x), Of(n))), n, "Minus y"),
        new((Action<int>)(x => DeepLearnPort.Passes.Minus(Of(n), Of(n), Of(x))), n, "Minus z"),
        new((Action<int>)(x => DeepLearnPort.Passes.Times(Of(x), Of(n))), n, "Times"),
        new((Action<int>)(x => DeepLearnPort.Passes.TimesSigmoidDerivative(Of(x), Of(n))), n, "TimesSigmoidDerivative"),
        new((Action<int>)(x => DeepLearnPort.Passes.TimesTanhOptDerivative(Of(x), Of(n))), n, "TimesTanhOptDerivative"),
        new((Action<int>)(x => DeepLearnPort.Passes.TimesReluDerivative(0.2, Of(x), Of(n))), n, "TimesReluDerivative"),
        new((Action<int>)(x => DeepLearnPort.Passes.Above(Of(x), Of(n))), n, "Above"),
        new((Action<int>)(x => Activation.Apply("sigm", n / 4, Of(4), Of(x))), n, "Activation units"),
        new((Action<int>)(x => Activation.Apply("relu", n / 4, Of(4), Of(n), mask: Of(x))), n, "Activation mask"),
        new((Action<int>)(x => Activation.Apply("sigm", n / 4, Of(4), Of(n), draws: Of(x))), n, "Activation draws"),
        new((Action<int>)(x => Descent.Begin(1, 0, 0, null).Add(1, Of(n), Of(x), null, Of(n), null)), n, "Descent dW"),
        new((Action<int>)(x => Descent.Begin(1, 0, 0, null).Add(1, Of(n), Of(n), null, Of(x), null)), n, "Descent newW"),
        new((Action<int>)(x => Descent.Begin(1, 0, 1, null).Add(1, Of(n), Of(n), Of(x), Of(n), Of(n))), n, "Descent vW"),
        new((Action<int>)(x => Descent.Begin(1, 0, 1, null).Add(1, Of(n), Of(n), Of(n), Of(n), Of(x))), n, "Descent newVW"),
        new((Action<int>)(x => MatrixValues.Transpose(Of(x), n / 4, 4, Of(n))), n, "Transpose values"),
        new((Action<int>)(x => MatrixValues.Transpose(Of(n), n / 4, 4, Of(x))), n, "Transpose result"),
        new((Action<int>)(x => Patches.Average(Of(n), n / 2, 2, Of(x))), n / 4, "Average"),
        new((Action<int>)(x => Patches.Spread(Of(x), n / 2, 2, Of(n))), n / 4, "Spread"),
    ];

    private static IEnumerable<TestCaseData> Fitting => Passes(N).Concat(Passes(Many));

    [TestCaseSource(nameof(Fitting))]
    public void Pass_LengthsThatDoNotFit_AreRefused(Action<int> pass, int length, string _)
    {
        foreach (int other in (int[])[1, length - 1, length + 1, 3 * length])
            Assert.That(() => pass(other), Throws.InstanceOf<ArgumentException>(), $"{other} in place of {length}");
        Assert.That(() => pass(length), Throws.Nothing);
    }

    // Those that may be longer, as places in a larger array are.
    private static IEnumerable<TestCaseData> Targets =>
    [
        new((Action<int>)(x => Elementwise.Sigmoid(Of(N), Of(x))), N, "Sigmoid"),
        new((Action<int>)(x => Elementwise.TanhOpt(Of(Many), Of(x))), Many, "TanhOpt"),
        new((Action<int>)(x => DeepLearnPort.Passes.RepeatRow(Of(4), 3, Of(x))), 12, "RepeatRow"),
        new((Action<int>)(x => ones(5, 3).CopyRows([1, 5, 2, 2], Of(x))), 12, "CopyRows of an index"),
        new((Action<int>)(x => ones(5, 3).CopyRows(1, 4, Of(x))), 12, "CopyRows of a range"),
        new((Action<int>)(x => ones(5, 3).GatherColumn(2, [1, 5], Of(x))), 2, "GatherColumn"),
        new((Action<int>)(x => Patches.Gather(Of(x), 4, 5, 2, 3, Of(2 * 3 * 2 * 9))), 40, "Gather map"),
        new((Action<int>)(x => Patches.Gather(Of(40), 4, 5, 2, 3, Of(x))), 2 * 3 * 2 * 9, "Gather patches"),
        new((Action<int>)(x => Patches.Scatter(Of(x), 4, 5, 2, 3, Of(40))), 2 * 3 * 2 * 9, "Scatter patches"),
        new((Action<int>)(x => Patches.Scatter(Of(2 * 3 * 2 * 9), 4, 5, 2, 3, Of(x))), 40, "Scatter map"),
    ];

    [TestCaseSource(nameof(Targets))]
    public void Pass_TooFewNumbers_AreRefused(Action<int> pass, int length, string _)
    {
        foreach (int other in (int[])[0, 1, length - 1])
            Assert.That(() => pass(other), Throws.InstanceOf<ArgumentException>(), $"{other} in place of {length}");
        Assert.That(() => pass(length), Throws.Nothing);
        Assert.That(() => pass(length + 1), Throws.Nothing);
    }

    [Test]
    public void CopyRows_RowsThatAreNotThere_AreRefused()
    {
        var x = ones(5, 3);
        foreach (var (first, count) in ((int, int)[])[(-1, 2), (4, 2), (0, 6), (0, -1), (int.MaxValue, 1)])
            Assert.That(() => x.CopyRows(first, count, Of(100)), Throws.InstanceOf<ArgumentException>(), $"{count} from {first}");
    }

    [Test]
    public void Gather_KernelOrSquareThatDoesNotFit_IsRefused()
    {
        foreach (int size in (int[])[-1, 0, 5, int.MaxValue])
            Assert.That(() => Patches.Gather(Of(40), 4, 5, 2, size, Of(1000)), Throws.InstanceOf<ArgumentException>(), $"{size}");
        Assert.That(() => Patches.Gather(Of(40), 1 << 16, 1 << 16, 1, 3, Of(1000)), Throws.InstanceOf<ArgumentException>());
        foreach (int scale in (int[])[-1, 0, 3])
            Assert.That(() => Patches.Average(Of(36), 4, scale, Of(4)), Throws.InstanceOf<ArgumentException>(), $"{scale}");
    }

    // 2^32 elements: a product of ints would be 0, and nothing too short for it.
    [Test]
    public void Multiply_SizesBeyondAnInt_AreRefused()
    {
        const int n = 1 << 16;
        Assert.That(() => Dgemm.Multiply(false, false, n, 2, n, Of(4), n, Of(2 * n), n, Of(2 * n), n),
            Throws.ArgumentException.With.Message.Contains("4294967296"));
        Assert.That(() => FastProvider.Instance.MatrixMultiply(Of(0), n, n, Of(0), n, n, Of(0)), Throws.ArgumentException);
    }

    [TestCase("dW")]
    [TestCase("vW")]
    [TestCase("W")]
    [TestCase("second")]
    public void Adam_MomentsOrGradientsOfOtherSizes_AreRefusedBeforeAnythingMoves(string field)
    {
        var stream = new OctaveStream(1);
        var nn = nnbp(nnff(nnsetup([3, 4, 2], stream), rand(5, 3, stream), rand(5, 2, stream)));
        var adam = new Adam { Second = [zeros(4, 4), zeros(2, 5)] };
        var (W, expected) = (nn.W[0], nn.W[0].Clone());
        var other = zeros(2, 4);
        if (field == "dW") nn.dW[1] = other;
        if (field == "vW") nn.vW[1] = other;
        if (field == "W") nn.W[1] = zeros(2, 0);
        if (field == "second") adam.Second = [zeros(4, 4), other];
        Assert.That(() => adam.Apply(nn), Throws.ArgumentException.With.Message.Contains("must hold"));
        Assert.That((W, adam.Steps), Is.EqualTo((expected, 0)));
    }
}
