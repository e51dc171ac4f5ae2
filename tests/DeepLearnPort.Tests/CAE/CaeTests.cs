using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class CaeTests
{
    private static readonly Opts Opts = new() { rounds = 30, batchsize = 2, alpha = 0.5, ddinterval = 10, ddhist = 0.5 };

    private static readonly Cae Plain = new()
    {
        outputmaps = 2,
        inputkernel = [1, 3, 3],
        outputkernel = [1, 3, 3],
        scale = [1, 1, 1],
        sigma = 0.1,
        momentum = 0.9,
    };

    [SetUp]
    public void Silence() => Display.Writer = TextWriter.Null;

    private static Cell<Cell<Array3>> Data(int maps = 1)
    {
        var stream = new OctaveStream(4);
        return [.. Enumerable.Range(0, 3).Select(_ => (Cell<Array3>)[.. Enumerable.Range(0, maps).Select(_ => rand(12, 8, 6, stream) * 255)])];
    }

    [TestCase(1, 1, 1)]
    [TestCase(1, 2, 2)]
    [TestCase(1, 1, 2)]
    public void Caebp_ScalesAndSeveralInputs_AgreesWithDifferences(int samples, int rows, int columns)
    {
        using var ambient = RandStream.Use(new OctaveStream(1)); // max3d draws, and moves activations by 1e-12 at most
        var x = Data(maps: 2);
        var cae = scaesetup([Plain with { scale = [samples, rows, columns] }], x, Opts)[0];
        Cell<Array3> x1 = [.. x[0].Select(map => permute(permute(map, [2, 3, 1]).Pages(0, 2), [3, 1, 2]) / 255)];

        cae = caebp(caedown(caeup(cae, x1)), x1);
        Assert.That(() => caenumgradcheck(cae, x1, x1), Throws.Nothing);

        foreach (var (off, name) in new (Cae, string)[]
        {
            (cae with { dc = [cae.dc[0], cae.dc[1] + 1] }, "cae.c{2}"),
            (cae with { db = [cae.db[0] + 1, cae.db[1]] }, "cae.b{1}"),
            (cae with { dok = [cae.dok[0], [cae.dok[1][0] + 1, cae.dok[1][1]]] }, "cae.ok{2}{1}(1)"),
            (cae with { dik = [cae.dik[0], [cae.dik[1][0], cae.dik[1][1] + 1]] }, "cae.ik{2}{2}(1)"),
        })
            Assert.That(() => caenumgradcheck(off, x1, x1), Throws.InvalidOperationException.With.Message.Contains(name));
    }

    [Test]
    public void Scaetrain_Rounds_BringTheLossDown()
    {
        var x = Data();
        var scae = scaesetup([Plain with { scale = [1, 2, 2], outputmaps = 4 }], x, Opts, new OctaveStream(1));
        var trained = scaetrain(scae, x, Opts with { rounds = 200 }, new OctaveStream(2))[0];
        Assert.That(trained.rL.Length, Is.EqualTo(201));
        Assert.That(trained.rL.TakeLast(20).Average(), Is.LessThan(0.8 * trained.rL[0]));
        Assert.That(scae[0].rL, Is.Empty, "the one given is as it was");
    }

    [Test]
    public void Caetrain_Round_DisplaysItsNumberAndTime()
    {
        var x = Data();
        Display.Writer = new StringWriter();
        scaetrain(scaesetup([Plain], x, Opts, new OctaveStream(1)), x, Opts with { rounds = 1 }, new OctaveStream(2));
        Assert.That(Display.Writer.ToString(), Does.Match(@"^1/1 rounds\r?\nElapsed time is [0-9.]+ seconds\.\r?\n$"));
    }

    [Test]
    public void Max3d_Groups_LeavesTheLargestOfEach()
    {
        var X = new Array3(2, 2, 2, [1, 5, 2, 4, 8, 3, 7, 6]);
        var M = new Array3(2, 2, 1, [1, 4, 2, 3]); // groups {1, 2} and {4, 3}
        var max = max3d(X, M, new OctaveStream(1));
        Assert.That(max.Span.ToArray(), Is.EqualTo(new double[] { 0, 5, 0, 4, 8, 3, 7, 6 }).Within(1e-12));
        Assert.That(() => max3d(X, M * 3), Throws.ArgumentException.With.Message.Contains("from 1 to 8; holds 12"));
    }

    [Test]
    public void Scaesetup_StackOrBadSizes_Throw()
    {
        var x = Data();
        Assert.That(() => scaesetup([Plain, Plain], x, Opts), Throws.ArgumentException.With.Message.Contains("has 2"));
        Assert.That(() => scaesetup([Plain], [], Opts), Throws.ArgumentException.With.Message.Contains("training data"));
        Assert.That(() => scaesetup([Plain with { inputkernel = [3, 3] }], x, Opts),
            Throws.ArgumentException.With.Message.Contains("cae.inputkernel"));
        Assert.That(() => scaesetup([Plain with { scale = [1, 3, 3] }], x, Opts),
            Throws.ArgumentException.With.Message.Contains("[2 10 8]; was [1 3 3]"));
        Assert.That(() => scaetrain([], x, Opts), Throws.ArgumentException.With.Message.Contains("must hold an autoencoder"));
    }

    [Test]
    public void CaeFunctions_CalledOutOfTurnOrWithTooLittle_SayWhatIsMissing()
    {
        var x = Data();
        var cae = scaesetup([Plain], x, Opts, new OctaveStream(1))[0];
        Assert.That(() => caeup(Plain, x[0]), Throws.ArgumentException.With.Message.Contains("scaesetup"));
        Assert.That(() => caeup(cae, []), Throws.ArgumentException.With.Message.Contains("x must hold 1 array"));
        Assert.That(() => caebp(cae, x[0]), Throws.ArgumentException.With.Message.Contains("caedown"));
        Assert.That(() => caeapplygrads(cae), Throws.ArgumentException.With.Message.Contains("caebp"));
        Assert.That(() => caesdlm(cae, default, 1), Throws.ArgumentException.With.Message.Contains("ddinterval"));
        Assert.That(() => caetrain(cae, Data(maps: 2), Opts), Throws.ArgumentException.With.Message.Contains("one array"));
        Assert.That(() => caetrain(cae, x, Opts with { batchsize = 12 }),
            Throws.ArgumentException.With.Message.Contains("at least 13 samples"));
        Cell<Array3> x1 = [x[0][0] / 255];
        Assert.That(() => caebp(caedown(caeup(cae, x1)), x1),
            Throws.ArgumentException.With.Message.Contains("2×8×6"), "more samples than scaesetup was told");
    }
}
