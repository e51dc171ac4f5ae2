using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>
/// What is given beside the network: sparse matrices, none at all, no samples, labels in one column, options left out.
/// </summary>
public class NnSampleTests
{
    private static readonly Opts Opts = new() { numepochs = 2, batchsize = 5 };

    [SetUp]
    public void Silence() => Display.Writer = TextWriter.Null;

    private static (Nn nn, Mat x, Mat y) Problem()
    {
        var stream = new OctaveStream(3);
        var nn = nnsetup([4, 3, 3], stream);
        var x = rand(10, 4, stream).Map(v => v > 0.5 ? v : 0);
        return (nn, x, Mat.Build.Dense(10, 3, (i, j) => i % 3 == j ? 1 : 0));
    }

    private static Mat Sparse(Mat x) => Mat.Build.SparseOfMatrix(x);

    [Test]
    public void Functions_SparseOrDiagonalMatrices_GiveWhatDenseOnesGive()
    {
        var (nn, x, y) = Problem();
        (nn.output, nn.dropoutFraction) = ("softmax", 0.5);
        var eye = Mat.Build.DiagonalIdentity(4);
        var identity = Mat.Build.DenseIdentity(4);
        var thin = nn;
        for (int i = 0; i < 2; i++)
            (thin.W[i], thin.vW[i], thin.p[i + 1]) = (Sparse(nn.W[i]), Sparse(nn.vW[i]), Sparse(nn.p[i + 1]));
        var (a, b) = (new OctaveStream(1), new OctaveStream(1));

        var dense = nntrain(nn, x, y, Opts, x, y, a);
        var sparse = nntrain(thin, Sparse(x), Sparse(y), Opts, Sparse(x), Sparse(y), b);

        Assert.That((sparse.nn.W, sparse.nn.vW, sparse.L), Is.EqualTo((dense.nn.W, dense.nn.vW, dense.L)));
        Assert.That(nnff(thin, eye, Sparse(y.Rows(..4)), b).e, Is.EqualTo(nnff(nn, identity, y.Rows(..4), a).e));
        Assert.That(nnpredict(thin, eye), Is.EqualTo(nnpredict(nn, identity)));
        Assert.That(nntest(thin, Sparse(x), Sparse(y)).bad, Is.EqualTo(nntest(nn, x, y).bad));
        Assert.That(nneval(thin, default, Sparse(x), Sparse(y)).train.e, Is.EqualTo(nneval(nn, default, x, y).train.e));
        Assert.That(saetrain(saesetup([4, 2], new OctaveStream(2)), Sparse(x), Opts, b).ae[0].W,
            Is.EqualTo(saetrain(saesetup([4, 2], new OctaveStream(2)), x, Opts, a).ae[0].W));
    }

    [Test]
    public void Nnff_SparseZeroTimesInfinity_IsNaN()
    {
        var (nn, _, y) = Problem();
        nn.W[0][0, 1] = double.PositiveInfinity;
        var zeros = Mat.Build.Dense(10, 4);
        Assert.That(nnff(nn, Sparse(zeros), y).a[1], Is.EqualTo(nnff(nn, zeros, y).a[1]));
        Assert.That(nnff(nn, Sparse(zeros), y).a[1][0, 1], Is.NaN);
    }

    [Test]
    public void Functions_ArgumentThatIsNull_NameIt()
    {
        var (nn, x, y) = Problem();
        Assert.Multiple(() =>
        {
            Assert.That(() => nnff(nn, null!, y), Named("x"));
            Assert.That(() => nnff(nn, x, null!), Named("y"));
            Assert.That(() => nntrain(nn, null!, y, Opts), Named("train_x"));
            Assert.That(() => nntrain(nn, x, null!, Opts), Named("train_y"));
            Assert.That(() => nneval(nn, default, null!, y), Named("train_x"));
            Assert.That(() => nnpredict(nn, null!), Named("x"));
            Assert.That(() => nntest(nn, x, null!), Named("y"));
            Assert.That(() => nnchecknumgrad(nnbp(nnff(nn, x, y)), x, null!), Named("y"));
            Assert.That(() => nnsetup(null!, null), Named("architecture"));
            Assert.That(() => saesetup(null!, null), Named("size"));
            Assert.That(() => saetrain(default, null!, Opts), Named("x"));
        });
    }

    private static NUnit.Framework.Constraints.IResolveConstraint Named(string argument) =>
        Throws.TypeOf<ArgumentNullException>().With.Property("ParamName").EqualTo(argument);

    [Test]
    public void Functions_LabelsInOneColumn_SayWhatIsNeeded()
    {
        var (nn, x, y) = Problem();
        var labels = Mat.Build.Dense(10, 1, (i, _) => 1 + i % 3);
        Assert.Multiple(() =>
        {
            const string needed = "1 in the column of each sample's class and 0 elsewhere";
            Assert.That(() => nntest(nn, x, labels), Throws.ArgumentException.With.Message.Contains(needed));
            Assert.That(() => nntrain(nn, x, labels, Opts), Throws.ArgumentException.With.Message.Contains(needed));
            Assert.That(() => nntrain(nn, x, y, Opts, x, labels), Throws.ArgumentException.With.Message.Contains(needed));
            Assert.That(() => nneval(nn, default, x, labels), Throws.ArgumentException.With.Message.Contains(needed));
            Assert.That(() => nnff(nn, x, labels), Throws.ArgumentException.With.Message.Contains(needed));
        });
        var one = nnsetup([4, 3, 1], new OctaveStream(0));
        Assert.That(nntest(one, x, labels).er, Is.Zero, "with one output every sample is of the one class");
    }

    [Test]
    public void Nntest_FewerClassesInTheLabels_Counts()
    {
        var (nn, x, y) = Problem();
        Assert.That(nntest(nn, x, y.SubMatrix(0, 10, 0, 2)).bad, Is.SupersetOf(nntest(nn, x, y).bad.Where(i => i % 3 != 0)));
    }

    [Test]
    public void Nntrain_NoSamples_DisplaysNaNAndLearnsNothing()
    {
        var (nn, x, y) = Problem();
        Display.Writer = new StringWriter();
        var (trained, L) = nntrain(nn, x.Rows(..0), y.Rows(..0), Opts, x, y, new OctaveStream(1));
        Assert.That(trained.W, Is.EqualTo(nn.W));
        Assert.That(L, Is.Empty);
        Assert.That(Display.Writer.ToString(),
            Does.Match(@"^epoch 1/2\. Took .* training set is NaN; Full-batch train mse = NaN, val mse = \d\.\d{6}\r?\n"));
    }

    [Test]
    public void Nntrain_ErrorsThatAreInfinite_DisplayAsInMatlab()
    {
        var (nn, x, y) = Problem();
        Display.Writer = new StringWriter();
        nn = nn with { output = "linear", learningRate = 0 };
        nntrain(nn, x, y + 1e200, Opts with { numepochs = 1 }, stream: new OctaveStream(1));
        Assert.That(Display.Writer.ToString(), Does.Contain("Full-batch train err = Inf"));
    }

    [TestCase(0, 5, 0)]
    [TestCase(3, 5, 3)]
    [TestCase(3, 10, 3)]
    public void Nnff_InputMasksOfATrainingSetting_AreNotDrawn(double masked, int rows, int hidden)
    {
        var (nn, x, y) = Problem();
        (nn.inputZeroMaskedFraction, nn.dropoutFraction) = (masked, hidden > 0 ? 0.5 : 0);
        var (one, other) = (new OctaveStream(1), new OctaveStream(1));
        nnff(nn, x.Rows(..rows), y.Rows(..rows), one);
        if (hidden > 0)
            rand(rows, hidden, other);
        Assert.That(rand(one), Is.EqualTo(rand(other)));
    }

    [TestCase(-1, 5, "opts.numepochs must not be negative")]
    [TestCase(1, 0, "opts.batchsize must divide the 10 samples")]
    [TestCase(1, -5, "opts.batchsize must divide the 10 samples")]
    [TestCase(0, 4, "opts.batchsize must divide the 10 samples")]
    public void Training_OptionsThatMakeNoSense_Throws(int numepochs, int batchsize, string message)
    {
        var (nn, x, y) = Problem();
        var opts = new Opts { numepochs = numepochs, batchsize = batchsize };
        Assert.That(() => nntrain(nn, x, y, opts), Throws.ArgumentException.With.Message.Contains(message));
        Assert.That(() => saetrain(saesetup(4, 2), x, opts), Throws.ArgumentException.With.Message.Contains(message));
    }

    [Test]
    public void Training_OptionThatWasNotSet_SaysWhich()
    {
        var (nn, x, y) = Problem();
        var dbn = new Dbn { sizes = [3] };
        Assert.Multiple(() =>
        {
            Assert.That(() => nntrain(nn, x, y, new Opts { batchsize = 5 }), Missing("numepochs"));
            Assert.That(() => nntrain(nn, x, y, new Opts { numepochs = 1 }), Missing("batchsize"));
            Assert.That(() => nntrain(nn, x, y, default), Missing("numepochs"));
            Assert.That(() => saetrain(saesetup(4, 2), x, default), Missing("numepochs"));
            Assert.That(() => dbnsetup(dbn, x, new Opts { momentum = 0 }), Missing("alpha"));
            Assert.That(() => dbnsetup(dbn, x, new Opts { alpha = 1 }), Missing("momentum"));
            dbn = dbnsetup(dbn, x, new Opts { alpha = 1, momentum = 0 });
            Assert.That(() => rbmtrain(dbn.rbm[0], x, default), Missing("numepochs"));
        });
        Assert.That(nntrain(nn, x, y, new Opts { numepochs = 0, batchsize = 5 }).L, Is.Empty, "no epochs on purpose");
        Assert.That(nntrain(nn, x, y, default(Opts) with { numepochs = 1, batchsize = 5 }).L, Has.Length.EqualTo(2));
    }

    private static NUnit.Framework.Constraints.IResolveConstraint Missing(string field) =>
        Throws.ArgumentException.With.Message.Contains($"opts has no field {field} yet");

    [Test]
    public void Nntrain_TooManyMinibatches_SaysWhatTheyNeed() =>
        Assert.That(() => nntrain(Problem().nn, Problem().x, Problem().y, new Opts { numepochs = int.MaxValue, batchsize = 1 }),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("GB"));

    [Test]
    public void Nnsetup_MoreWeightsThanAMatrixHolds_SaysWhatTheyNeed()
    {
        Assert.That(() => nnsetup(100_000, 100_000), TooMuch("nn.W{1} would need 81 GB"));
        Assert.That(() => nnsetup(int.MaxValue, 1), TooMuch("nn.W{1}"));

        static NUnit.Framework.Constraints.IResolveConstraint TooMuch(string message) =>
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains(message);
    }
}
