using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>
/// What the functions of convolutional networks refuse: each error names the field that is missing or does not fit.
/// </summary>
public class CnnArgumentTests
{
    private static readonly Opts Opts = new() { alpha = 1, numepochs = 1, batchsize = 4 };
    private static readonly Array3 X = rand(8, 8, 4, new OctaveStream(1));
    private static readonly Mat Y = Mat.Build.Dense(3, 4, (i, j) => i == j % 3 ? 1 : 0);
    private static readonly Cnn SetUp = cnnsetup(Net(C(2, 3), S(2), C(3, 2), S(1)), X, Y, new OctaveStream(2));
    private static readonly Cnn Trained = cnnbp(cnnff(SetUp, X), Y);

    private static readonly (string Name, Func<Cnn, object> Call)[] Functions =
    [
        ("cnnff", cnn => cnnff(cnn, X)),
        ("cnntest", cnn => cnntest(cnn, X, Y)),
        ("cnntrain", cnn => cnntrain(cnn, X, Y, Opts, new OctaveStream(3))),
        ("cnnbp", cnn => cnnbp(cnn, Y)),
        ("cnnapplygrads", cnn => cnnapplygrads(cnn, Opts)),
        ("cnnnumgradcheck", cnn => { cnnnumgradcheck(cnn, X, Y); return ""; }),
    ];

    [SetUp]
    public void Silence() => Display.Writer = TextWriter.Null;

    private static Cnn Net(params IEnumerable<Layer> layers) => new() { layers = [new() { type = "i" }, .. layers] };

    private static Layer C(int maps, int kernelsize) => new() { type = "c", outputmaps = maps, kernelsize = kernelsize };

    private static Layer S(int scale) => new() { type = "s", scale = scale };

    private delegate void Change(ref Layer layer);

    private static Cnn With(int l, Change change)
    {
        var cnn = Trained;
        change(ref cnn.layers.at(l));
        return cnn;
    }

    private static Cell<Cell<Mat>> Replaced(Cell<Cell<Mat>> k, Mat kernel)
    {
        k.at(0)[1] = kernel;
        return k;
    }

    // What is wrong with the network, how the error names it, and who uses that.
    private static IEnumerable<(Cnn Cnn, string Named, string Users)> Spoiled() =>
    [
        (Trained with { ffb = null! }, "cnn.ffb is missing", "cnnff cnntest cnntrain cnnapplygrads cnnnumgradcheck"),
        (Trained with { ffb = Mat.Build.Dense(3, 2) }, "must be 3×", "cnnff cnntest cnntrain cnnapplygrads cnnnumgradcheck"),
        (Trained with { ffW = null! }, "cnn.ffW is missing", "cnnff cnntest cnntrain cnnbp cnnapplygrads cnnnumgradcheck"),
        (Trained with { ffW = Mat.Build.Dense(2, 12) }, "ffW must be ",
            "cnnff cnntest cnntrain cnnbp cnnapplygrads cnnnumgradcheck"),
        (Trained with { dffW = null! }, "cnn.dffW is missing", "cnnapplygrads cnnnumgradcheck"),
        (Trained with { dffW = Mat.Build.Dense(3, 1) }, "cnn.dffW must be 3×12", "cnnapplygrads cnnnumgradcheck"),
        (Trained with { dffb = Mat.Build.Dense(1, 3) }, "cnn.dffb must be 3×1", "cnnapplygrads cnnnumgradcheck"),
        (Trained with { fv = null! }, "cnn.fv is missing", "cnnbp"),
        (Trained with { fv = Mat.Build.Dense(12, 3) }, "cnn.fv must be 12×4", "cnnbp"),
        (Trained with { o = Mat.Build.Dense(3, 3) }, "cnn.o must be 3×4", "cnnbp"),
        (With(0, (ref Layer layer) => layer.a = []), "cnn.layers{", "cnnbp cnnapplygrads"),
        (With(1, (ref Layer layer) => layer.a = []), "must hold ", "cnnbp cnnapplygrads"),
        (With(1, (ref Layer layer) => layer.a[1] = default), "cnn.layers{2}.a{2} must be 6×6×4", "cnnbp"),
        (With(2, (ref Layer layer) => layer.a[0] = X), "cnn.layers{3}.a{1} must be 3×3×4", "cnnbp"),
        (With(1, (ref Layer layer) => layer.k = default), "cnn.layers{2}.k must hold 1",
            "cnnff cnntest cnntrain cnnapplygrads cnnnumgradcheck"),
        (With(1, (ref Layer layer) => layer.k = Replaced(layer.k, Y)), "cnn.layers{2}.k{1}{2}",
            "cnnff cnntest cnntrain cnnapplygrads cnnnumgradcheck"),
        (With(1, (ref Layer layer) => layer.k = Replaced(layer.k, null!)), "cnn.layers{2}.k{1}{2}",
            "cnnff cnntest cnntrain cnnapplygrads cnnnumgradcheck"),
        (With(3, (ref Layer layer) => layer.k = Replaced(layer.k, Y)), "cnn.layers{4}.k{1}{2}",
            "cnnff cnntest cnntrain cnnbp cnnapplygrads cnnnumgradcheck"),
        (With(3, (ref Layer layer) => layer.b = [1]), "cnn.layers{4}.b must hold 3",
            "cnnff cnntest cnntrain cnnapplygrads cnnnumgradcheck"),
        (With(3, (ref Layer layer) => layer.dk = Replaced(layer.dk, Y)), "cnn.layers{4}.dk{1}{2} must be 2×2",
            "cnnapplygrads cnnnumgradcheck"),
        (With(3, (ref Layer layer) => layer.db = default), "cnn.layers{4}.db must hold 3", "cnnapplygrads cnnnumgradcheck"),
        (With(1, (ref Layer layer) => layer.type = null!), "cnn.layers{2}.type", "cnnff cnntest cnntrain cnnbp cnnnumgradcheck"),
        (With(1, (ref Layer layer) => layer.kernelsize = int.MaxValue), "", "cnnff cnntest cnntrain cnnbp cnnnumgradcheck"),
        (With(1, (ref Layer layer) => layer.kernelsize = -5), "cnn.layers{2}, type \"c\"",
            "cnnff cnntest cnntrain cnnbp cnnnumgradcheck"),
        (With(1, (ref Layer layer) => layer.outputmaps = int.MaxValue), "", "cnnff cnntest cnntrain cnnbp cnnnumgradcheck"),
        (With(3, (ref Layer layer) => layer.outputmaps = int.MaxValue), "", "cnnff cnntest cnntrain cnnbp cnnnumgradcheck"),
        (With(2, (ref Layer layer) => layer.scale = int.MaxValue), "", "cnnff cnntest cnntrain cnnbp cnnnumgradcheck"),
        (With(2, (ref Layer layer) => layer.scale = 0), "cnn.layers{3}, type \"s\"",
            "cnnff cnntest cnntrain cnnbp cnnnumgradcheck"),
        (Trained with { layers = default }, "cnn", "cnnff cnntest cnntrain cnnbp cnnapplygrads cnnnumgradcheck"),
    ];

    [Test]
    public void EveryFunction_FieldThatDoesNotFit_IsNamedByThoseThatUseIt()
    {
        foreach (var (cnn, named, users) in Spoiled())
            foreach (var (name, call) in Functions)
                if (users.Split(' ').Contains(name))
                    Assert.That(() => call(cnn),
                        Throws.InstanceOf<ArgumentException>().With.Message.Contains(named), $"{name}: {named}");
                else
                    Assert.That(() => call(cnn), Throws.Nothing, $"{name} does not use it: {named}");
    }

    [Test]
    public void EveryFunction_AfterAFailure_ReturnsWhatItDoesWithoutOne()
    {
        foreach (var (name, call) in Functions)
        {
            var expected = MatConvert.From(Result(call(Trained)));
            foreach (var (cnn, _, users) in Spoiled())
                if (users.Split(' ').Contains(name))
                    Assert.That(() => call(cnn), Throws.Exception);
            Assert.That(MatComparison.Of(expected, MatConvert.From(Result(call(Trained))), name, 0).Agrees, name);
        }

        static Cnn Result(object result) => result is Cnn cnn ? cnn : default;
    }

    [Test]
    public void EveryFunction_ArgumentThatIsMissing_IsNamed()
    {
        Assert.That(() => cnnsetup(SetUp, X, null!), Throws.ArgumentNullException.With.Message.Contains("'y'"));
        Assert.That(() => cnntest(SetUp, X, null!), Throws.ArgumentNullException.With.Message.Contains("'y'"));
        Assert.That(() => cnntrain(SetUp, X, null!, Opts), Throws.ArgumentNullException.With.Message.Contains("'y'"));
        Assert.That(() => cnnbp(Trained, null!), Throws.ArgumentNullException.With.Message.Contains("'y'"));
        Assert.That(() => cnnnumgradcheck(Trained, X, null!), Throws.ArgumentNullException.With.Message.Contains("'y'"));
        Assert.That(() => cnnsetup(SetUp, default, Y), Throws.ArgumentException.With.Message.Contains("at least one sample"));
        Assert.That(() => cnnsetup(SetUp, new Array3(0, 8, 2, []), Y),
            Throws.ArgumentException.With.Message.Contains("with pixels"));
        Assert.That(() => cnntrain(SetUp, X, Y, new Opts { numepochs = 1, batchsize = 4 }),
            Throws.ArgumentException.With.Message.Contains("opts.alpha"));
        Assert.That(() => cnntrain(SetUp, X, Y, new Opts { alpha = 1, batchsize = 4 }),
            Throws.ArgumentException.With.Message.Contains("opts.numepochs"));
        Assert.That(() => cnnapplygrads(Trained, new Opts()), Throws.ArgumentException.With.Message.Contains("opts.alpha"));
    }

    [Test]
    public void Cnnff_ImagesOfAnotherShape_SaysWhichShapeAndHowToGetThere()
    {
        var stream = new OctaveStream(1);
        var x = rand(28, 28, 5, stream);
        var cnn = cnnsetup(Net(C(6, 5), S(2), C(12, 5), S(2)), x, Mat.Build.Dense(10, 5), stream);

        Assert.That(() => cnnff(cnn, rand(100, 784, stream)),
            Throws.ArgumentException.With.Message.Contains("x must hold images of 28×28, samples in the last dimension (28×28×m)")
            .And.Message.Contains("is 100×784×1").And.Message.Contains("Array3.FromRows(x, 28, 28)")
                .And.Message.Contains("reshape(x', 28, 28, [])"));
        Assert.That(() => cnnff(cnn, permute(x, [3, 1, 2])),
            Throws.ArgumentException.With.Message.Contains("permute(x, [2, 3, 1])"));
        Assert.That(() => cnntest(cnn, rand(32, 32, 5, stream), Mat.Build.Dense(10, 5)),
            Throws.ArgumentException.With.Message.Contains("28×28×m").And.Message.Contains("is 32×32×5"));
        Assert.That(cnnff(cnn, Array3.FromRows(x.ToRows(), 28, 28)).o, Is.EqualTo(cnnff(cnn, x).o), "as the message says");

        var wide = cnnsetup(Net(C(2, 3), S(2)), rand(8, 12, 2, stream), Y, stream);
        Assert.That(() => cnnff(wide, rand(3, 96, stream)), Throws.ArgumentException.With.Message.Contains("FromRows(x, 8, 12)"));
        Assert.That(() => cnnff(wide, rand(5, 5, 2, stream)), Throws.ArgumentException.With.Message.Contains("leave 30 numbers"));
    }

    [Test]
    public void Cnnsetup_LayersThatWouldBeTooLarge_AreRefusedBeforeMemoryIsAskedFor()
    {
        foreach (var layer in new[] { C(int.MaxValue, 1), C(int.MaxValue, 8), C(2_000_000_000, 3) })
            Assert.That(() => cnnsetup(Net(layer), X, Y),
                Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("GB"));
        Assert.That(() => cnnsetup(Net(C(1_000_000, 1), C(1_000_000, 1)), X, Y),
            Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Cnnsetup_VeryManyLayers_AreSetUpAndPassed()
    {
        var cnn = cnnsetup(Net(Enumerable.Repeat(S(1), 20_000)), X.Pages(0, 1), Y, new OctaveStream(1));
        Assert.That(cnnff(cnn, X.Pages(0, 1)).layers[^1].a[0], Is.EqualTo(X.Pages(0, 1)));
    }

    [Test]
    public void Cnnnumgradcheck_Nan_IsAnError()
    {
        Assert.That(() => cnnnumgradcheck(Trained with { dffW = Trained.dffW * double.NaN }, X, Y),
            Throws.InvalidOperationException.With.Message.Contains("cnn.ffW(1,1)"));
        Assert.That(() => cnnnumgradcheck(Trained, X * double.NaN, Y),
            Throws.InvalidOperationException.With.Message.Contains("NaN"));
    }

    [Test]
    public void Cnntrain_NoEpochs_LeavesAnEmptyCurve()
    {
        var cnn = cnntrain(SetUp, X, Y, Opts with { numepochs = 0 });
        Assert.That(MatConvert.From(cnn)["rL"].Dimensions.ToArray(), Is.EqualTo(new[] { 0, 0 }));
        Assert.That(cnn.ffW, Is.SameAs(SetUp.ffW));
    }

    [Test]
    public void EveryFunction_SparseTargets_CountAsDense()
    {
        var sparse = Mat.Build.SparseOfMatrix(Y);
        Assert.That(cnnbp(Trained, sparse).e, Is.EqualTo(Trained.e));
        Assert.That(cnntrain(SetUp, X, sparse, Opts, new OctaveStream(3)).ffW,
            Is.EqualTo(cnntrain(SetUp, X, Y, Opts, new OctaveStream(3)).ffW));
        Assert.That((double)cnntest(SetUp, X, sparse), Is.EqualTo((double)cnntest(SetUp, X, Y)));
        var weights = SetUp with { ffW = Mat.Build.SparseOfMatrix(SetUp.ffW) };
        Assert.That(cnnff(weights, X).o, Is.EqualTo(cnnff(SetUp, X).o));
    }
}
