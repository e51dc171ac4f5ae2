using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>Bad input is named: what was required, what was given.</summary>
public class NnArgumentTests
{
    private static Nn Net() => nnsetup([3, 2, 1], new OctaveStream(0));

    private static Mat Zeros(int rows, int columns) => Mat.Build.Dense(rows, columns);

    [Test]
    public void Nnsetup_OneLayerOrAnEmptyOne_Throws()
    {
        Assert.That(() => nnsetup(5), Throws.ArgumentException.With.Message.Contains("at least two layers"));
        Assert.That(() => nnsetup(5, 0, 1), Throws.ArgumentException.With.Message.Contains("[5 0 1]"));
    }

    [Test]
    public void Nnff_UnknownName_Throws()
    {
        var nn = Net();
        nn.activation_function = "softsign";
        Assert.That(() => nnff(nn, Zeros(2, 3), Zeros(2, 1)), Throws.ArgumentException.With.Message.Contains("\"leaky_relu\"; was \"softsign\""));
        nn = Net();
        nn.output = "sigmoid";
        Assert.That(() => nnff(nn, Zeros(2, 3), Zeros(2, 1)), Throws.ArgumentException.With.Message.Contains("nn.output"));
    }

    [TestCase(2, 4, 2, 1, "x must have 3 columns")]
    [TestCase(2, 3, 2, 2, "y must have 1 columns")]
    [TestCase(2, 3, 3, 1, "y must have 2 rows")]
    public void Nnff_ShapesThatDoNotFit_Throws(int xRows, int xColumns, int yRows, int yColumns, string message) =>
        Assert.That(() => nnff(Net(), Zeros(xRows, xColumns), Zeros(yRows, yColumns)), Throws.ArgumentException.With.Message.Contains(message));

    [Test]
    public void Nnff_WeightsOfAnotherShape_Throws()
    {
        var nn = Net();
        nn.W[0] = Zeros(2, 3);
        Assert.That(() => nnff(nn, Zeros(2, 3), Zeros(2, 1)), Throws.ArgumentException.With.Message.Contains("nn.W{1} is 2×3"));
    }

    [Test]
    public void Nntrain_BatchsizeThatDoesNotDivide_Throws() =>
        Assert.That(() => nntrain(Net(), Zeros(10, 3), Zeros(10, 1), new Opts { numepochs = 1, batchsize = 4 }),
            Throws.ArgumentException.With.Message.Contains("must divide the 10 samples"));

    [Test]
    public void Nntrain_OnlyOneValidationArgument_Throws() =>
        Assert.That(() => nntrain(Net(), Zeros(10, 3), Zeros(10, 1), new Opts { numepochs = 1, batchsize = 5 }, val_x: Zeros(2, 3)),
            Throws.ArgumentException.With.Message.Contains("given together"));

    [Test]
    public void Nnbp_BeforeNnff_Throws() => Assert.That(() => nnbp(Net()), Throws.ArgumentException.With.Message.Contains("nnff"));

    [Test]
    public void Nnapplygrads_BeforeNnbp_Throws() => Assert.That(() => nnapplygrads(Net()), Throws.ArgumentException.With.Message.Contains("nnbp"));
}
