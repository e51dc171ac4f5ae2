using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class CnnTests
{
    private static readonly Opts Opts = new() { alpha = 1, numepochs = 2, batchsize = 10 };

    [SetUp]
    public void Silence() => Display.Writer = TextWriter.Null;

    private static (Cnn cnn, Array3 x, Mat y) Problem(int rows = 12, int columns = 12, int samples = 20)
    {
        var stream = new OctaveStream(3);
        var x = rand(rows, columns, samples, stream);
        var y = Mat.Build.Dense(3, samples, (i, j) => i == j % 3 ? 1 : 0);
        Cnn cnn = default;
        cnn.layers = [
            new() { type = "i" },
            new() { type = "c", outputmaps = 6, kernelsize = 5 },
            new() { type = "s", scale = 2 },
            new() { type = "c", outputmaps = 4, kernelsize = 3 },
            new() { type = "s", scale = 2 },
        ];
        return (cnnsetup(cnn, x, y, stream), x, y);
    }

    private static double Distance(in Cnn a, in Cnn b)
    {
        double distance = (a.ffW - b.ffW).L2Norm() + (a.ffb - b.ffb).L2Norm();
        foreach (int l in new[] { 1, 3 })
            distance += a.layers[l].k.SelectMany(k => k).Zip(b.layers[l].k.SelectMany(k => k), (k, other) => (k - other).L2Norm()).Sum();
        return distance;
    }

    [Test]
    public void Cnnff_SingleImage_GivesWhatItGivesAmongOthers()
    {
        var (cnn, x, _) = Problem();
        var all = cnnff(cnn, x);
        var one = cnnff(cnn, x.Page(7));
        Assert.That((one.o - all.o.SubMatrix(0, 3, 7, 1)).L2Norm(), Is.LessThan(1e-15));
        Assert.That(size(one.layers[1].a[2]), Is.EqualTo(new[] { 8, 8 }));
    }

    [Test]
    public void Cnnff_MoreSamplesThanGoThroughAtOnce_AreAllThere()
    {
        var (cnn, x, _) = Problem(samples: CnnBatch.UsualSamples + 7);
        var all = cnnff(cnn, x);
        var last = cnnff(cnn, x.Pages(CnnBatch.UsualSamples, 7));
        Assert.That(all.layers[3].a[1].Pages(CnnBatch.UsualSamples, 7), Is.EqualTo(last.layers[3].a[1]));
        Assert.That(all.layers[0].a[0], Is.EqualTo(x));
        Assert.That(all.fv.ColumnCount, Is.EqualTo(x.PageCount));
    }

    [Test]
    public void Cnnff_Convolution_IsTheOriginalsSum()
    {
        var (cnn, x, _) = Problem(16, 12, 3);
        var layers = cnnff(cnn, x).layers;
        var z = convn(layers[2].a[0], layers[3].k[0][2], "valid");
        for (int i = 1; i < 6; i++)
            z += convn(layers[2].a[i], layers[3].k[i][2], "valid");
        Assert.That((sigm(z + layers[3].b[2]) - layers[3].a[2]).Span.ToArray(), Is.All.EqualTo(0).Within(1e-15));
    }

    [Test]
    public void Cnntrain_Minibatches_AreFfBpAndApplygrads()
    {
        var (cnn, x, y) = Problem(40, 36, 24); // large enough for several parts
        var opts = Opts with { batchsize = 12 };
        var trained = cnntrain(cnn, x, y, opts, new OctaveStream(5));

        var stream = new OctaveStream(5);
        double rL = 0;
        for (int i = 0; i < opts.numepochs; i++)
        {
            var kk = randperm(24, stream);
            for (int l = 0; l < 2; l++)
            {
                int[] index = kk[(l * 12)..((l + 1) * 12)];
                cnn = cnnff(cnn, x.Pages(index));
                cnn = cnnbp(cnn, y.Transpose().Rows(index).Transpose());
                cnn = cnnapplygrads(cnn, opts);
                rL = 0.99 * (i + l == 0 ? cnn.L : rL) + 0.01 * cnn.L;
            }
        }

        Assert.That(Distance(trained, cnn), Is.LessThan(1e-13));
        Assert.That(trained.rL, Has.Exactly(5).Items);
        Assert.That(trained.rL[^1], Is.EqualTo(rL).Within(1e-14));
        Assert.That((trained.e - cnn.e).L2Norm() + (trained.dffW - cnn.dffW).L2Norm() + Math.Abs(trained.L - cnn.L),
            Is.LessThan(1e-13));
        Assert.That((trained.layers[2].d[3] - cnn.layers[2].d[3]).Span.ToArray(), Is.All.EqualTo(0).Within(1e-15));
    }

    [Test]
    public void Cnntrain_AnyNumberOfThreads_GivesTheSameBits()
    {
        var (cnn, x, y) = Problem(40, 36, 24);
        var many = cnntrain(cnn, x, y, Opts with { batchsize = 24 }, new OctaveStream(5));
        int threads = WorkPool.Threads;
        try
        {
            WorkPool.Threads = 1;
            Assert.That(Distance(cnntrain(cnn, x, y, Opts with { batchsize = 24 }, new OctaveStream(5)), many), Is.Zero);
        }
        finally
        {
            WorkPool.Threads = threads;
        }
    }

    [Test]
    public void Cnntrain_Network_LeavesItsArgumentAsItWas()
    {
        var (cnn, x, y) = Problem();
        var trained = cnntrain(cnn, x, y, Opts, new OctaveStream(1));
        var (W, k, a) = (trained.ffW.Clone(), trained.layers[1].k[0][3].Clone(), trained.layers[1].a[0] * 1);
        var again = cnntrain(trained, x, y, Opts, new OctaveStream(2));
        Assert.That((trained.ffW, trained.layers[1].k[0][3], trained.layers[1].a[0]), Is.EqualTo((W, k, a)));
        Assert.That(again.ffW, Is.Not.EqualTo(W));
        Assert.That(cnn.layers[1].a, Is.Empty, "nothing of the passes has got into the network given");
    }

    [Test]
    public void Cnntrain_PartialBatch_TakesTheSamplesThatAreLeft()
    {
        var (cnn, x, y) = Problem();
        Assert.That(() => cnntrain(cnn, x, y, Opts with { batchsize = 8 }),
            Throws.ArgumentException.With.Message.Contains("must divide the 20 samples"));
        var trained = cnntrain(cnn, x, y, Opts with { batchsize = 8, numepochs = 1, PartialBatch = true }, new OctaveStream(1));
        Assert.That((trained.rL.Length, trained.o.ColumnCount), Is.EqualTo((4, 4)));
    }

    [Test]
    public void Cnntrain_Epoch_DisplaysItsNumberAndTime()
    {
        var (cnn, x, y) = Problem();
        Display.Writer = new StringWriter();
        cnntrain(cnn, x, y, Opts with { numepochs = 1 }, new OctaveStream(1));
        Assert.That(Display.Writer.ToString(), Does.Match(@"^epoch 1/1\r?\nElapsed time is [0-9.]+ seconds\.\r?\n$"));
    }

    [Test]
    public void Cnntest_OneOutput_IsNeverWrong()
    {
        var (cnn, x, y) = Problem();
        cnn = cnnsetup(cnn, x, y.SubMatrix(0, 1, 0, 20), new OctaveStream(1));
        double er = cnntest(cnn, x, y.SubMatrix(0, 1, 0, 20));
        Assert.That(er, Is.Zero);
    }

    [Test]
    public void Cnnsetup_LayersThatCannotBe_Throw()
    {
        var x = rand(10, 9, 1, new OctaveStream(0));
        Cnn Net(params Layer[] layers) => new() { layers = new(layers) };
        var i = new Layer { type = "i" };
        var c = new Layer { type = "c", outputmaps = 1, kernelsize = 3 };
        Assert.That(() => cnnsetup(Net(c), x, x.Page(0)), Throws.ArgumentException.With.Message.Contains("type \"i\""));
        Assert.That(() => cnnsetup(Net(i, new Layer { type = "p" }), x, x.Page(0)),
            Throws.ArgumentException.With.Message.Contains("cnn.layers{2}.type"));
        Assert.That(() => cnnsetup(Net(i, new Layer { type = "c" }), x, x.Page(0)),
            Throws.ArgumentException.With.Message.Contains("outputmaps and kernelsize"));
        Assert.That(() => cnnsetup(Net(i, new Layer { type = "s" }), x, x.Page(0)),
            Throws.ArgumentException.With.Message.Contains("scale of 1"));
        Assert.That(() => cnnsetup(Net(i, new Layer { type = "s", scale = 2 }), x, x.Page(0)),
            Throws.ArgumentException.With.Message.Contains("Layer 2 size must be integer. Actual: 5 4.5"));
        Assert.That(() => cnnsetup(Net(i, c with { kernelsize = 10 }), x, x.Page(0)),
            Throws.ArgumentException.With.Message.Contains("10×10 must fit"));
        var cc = cnnff(cnnsetup(Net(i, c, c), x, x.Page(0)), x);
        Assert.That(() => cnnbp(cc, cc.o), Throws.ArgumentException.With.Message.Contains("both of type \"c\""));
    }

    [Test]
    public void CnnFunctions_CalledOutOfTurn_SayWhatIsMissing()
    {
        var (cnn, x, y) = Problem();
        Assert.That(() => cnnff(cnn with { ffb = null! }, x), Throws.ArgumentException.With.Message.Contains("cnnsetup"));
        Assert.That(() => cnnbp(cnn, y), Throws.ArgumentException.With.Message.Contains("cnnff"));
        Assert.That(() => cnnapplygrads(cnn, Opts), Throws.ArgumentException.With.Message.Contains("cnnbp"));
        Assert.That(() => cnnapplygrads(cnnff(cnn, x), Opts), Throws.ArgumentException.With.Message.Contains("cnnbp"));
        Assert.That(() => cnnff(cnn, default(Array3)), Throws.ArgumentException.With.Message.Contains("at least one sample"));
        Assert.That(() => cnnff(cnn, rand(16, 12, 2)),
            Throws.ArgumentException.With.Message.Contains("x must hold images of 12×12, samples in the last dimension (12×12×m)"));
        Assert.That(() => cnntrain(cnn, x, y.SubMatrix(0, 3, 0, 5), Opts),
            Throws.ArgumentException.With.Message.Contains("y must have 20 columns"));
        Assert.That(() => cnntest(cnn, x, y.SubMatrix(0, 2, 0, 20)),
            Throws.ArgumentException.With.Message.Contains("y must have 3 rows"));
        Assert.That(() => cnnbp(cnnff(cnn, x), y.SubMatrix(0, 3, 0, 5)),
            Throws.ArgumentException.With.Message.Contains("y must have 20 columns"));
        var other = cnnff(cnn, x);
        other.layers.at(2).a = cnn.layers[2].a;
        Assert.That(() => cnnbp(other, y), Throws.ArgumentException.With.Message.Contains("cnn.layers{3}.a must hold 6 maps"));
        cnn.layers.at(1).k = default;
        Assert.That(() => cnnff(cnn, x),
            Throws.ArgumentException.With.Message.Contains("cnn.layers{2}.k must hold 1 (maps below)"));
    }
}
