using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>
/// What the functions of convolutional autoencoders refuse: each error names the field that is missing or does not fit.
/// </summary>
public class CaeArgumentTests
{
    private static readonly Opts Opts = new() { rounds = 1, batchsize = 2, alpha = 0.5, ddinterval = 1, ddhist = 0.5 };
    private static readonly Cae Plain = new()
    {
        outputmaps = 2,
        inputkernel = [1, 3, 3],
        outputkernel = [1, 3, 3],
        scale = [1, 2, 2],
    };

    private static readonly Cell<Cell<Array3>> Sets = [[rand(9, 6, 6, new OctaveStream(1)) * 255]];
    private static readonly Cell<Array3> X = [rand(2, 6, 6, new OctaveStream(2))];
    private static readonly Cae Trained = Passed(scaesetup([Plain], Sets, Opts, new OctaveStream(3))[0]);

    private static readonly (string Name, Func<Cae, Cae> Call)[] Functions =
    [
        ("caeup", cae => caeup(cae, X, new OctaveStream(4))),
        ("caedown", caedown),
        ("caebp", cae => caebp(cae, X)),
        ("caebbp", caebbp),
        ("caesdlm", cae => caesdlm(cae, Opts, 1)),
        ("caeapplygrads", caeapplygrads),
        ("caetrain", cae => caetrain(cae, Sets, Opts, new OctaveStream(5))),
    ];

    private static Cae Passed(Cae cae) => caebbp(caebp(caedown(caeup(cae, X, new OctaveStream(4))), X));

    [SetUp]
    public void Silence() => Display.Writer = TextWriter.Null;

    private static Cell<Cell<Array3>> Replaced(Cell<Cell<Array3>> kernels, Array3 kernel)
    {
        kernels.at(0)[1] = kernel;
        return kernels;
    }

    // What is wrong with the autoencoder, how the error names it, and who uses that.
    private static IEnumerable<(Cae Cae, string Named, string Users)> Spoiled() =>
    [
        (Trained with { a = [] }, "cae.a is empty", "caeup caedown caebp caebbp caesdlm caeapplygrads caetrain"),
        (Trained with { a = [Trained.a[0], default] }, "cae.a{2} must be", "caedown caebp caebbp caesdlm"),
        (Trained with { a = [Trained.a[0], X[0]] }, "cae.a{2} must be", "caedown caebp caebbp caesdlm"),
        (Trained with { a = [X[0], X[0]] }, "cae.a{1} must be 2×8×8", "caebp caebbp caesdlm"),
        (Trained with { o = [] }, "cae.o is empty", "caedown caebp caebbp caesdlm caeapplygrads caetrain"),
        (Trained with { o = [default] }, "caedown", "caebp caebbp caesdlm"),
        (Trained with { o = [rand(3, 6, 6)] }, "cae.a{1} must be 3×8×8", "caebp caebbp caesdlm"),
        (Trained with { i = [] }, "cae.i", "caebp caebbp caesdlm caeapplygrads"),
        (Trained with { i = [default] }, "cae.i{1} must be", "caebp caebbp caesdlm"),
        (Trained with { ik = [] }, "cae.ik", "caeup caeapplygrads caetrain"),
        (Trained with { ik = Replaced(Trained.ik, default) }, "cae.ik{1}{2} must be", "caeup caeapplygrads caetrain"),
        (Trained with { ik = Replaced(Trained.ik, X[0]) }, "cae.ik{1}{2} must be 1×3×3", "caeup caeapplygrads caetrain"),
        (Trained with { ok = Replaced(Trained.ok, X[0]) }, "cae.ok{1}{2} must be 1×3×3",
            "caedown caebp caebbp caesdlm caeapplygrads caetrain"),
        (Trained with { ok = [[]] }, "cae.ok{1} must hold 2", "caedown caebp caebbp caesdlm caeapplygrads caetrain"),
        (Trained with { b = [1] }, "cae.b must hold 2", "caeup caeapplygrads caetrain"),
        (Trained with { c = [] }, "cae.c must hold 1", "caedown caeapplygrads caetrain"),
        (Trained with { M = default }, "cae.M is empty", "caeup caetrain"),
        (Trained with { M = Trained.M * 9 }, "cae.M must hold places in an activation, from 1 to 128", "caeup caetrain"),
        (Trained with { edgemask = default }, "cae.edgemask", "caebp caebbp caesdlm caetrain"),
        (Trained with { edgemask = X[0].Pages(0, 2) }, "×6×2", "caebp caebbp caesdlm caetrain"),
        (Trained with { dik = Replaced(Trained.dik, X[0]) }, "cae.dik{1}{2} must be 1×3×3", "caeapplygrads"),
        (Trained with { dok = [] }, "cae.dok is empty", "caeapplygrads"),
        (Trained with { db = [1] }, "cae.db must hold 2", "caeapplygrads"),
        (Trained with { dc = [] }, "cae.dc must hold 1", "caeapplygrads"),
        (Trained with { ddok = Replaced(Trained.ddok, X[0]) }, "cae.ddok{1}{2} must be 1×3×3", "caesdlm caetrain"),
        (Trained with { ddik = [] }, "cae.ddik must hold", "caesdlm caetrain"),
        (Trained with { ddc = [1, 2] }, "cae.ddc must hold 1", "caesdlm caetrain"),
        (Trained with { ddb = [] }, "cae.ddb must hold 2", "caesdlm caetrain"),
        (Trained with { inputkernel = [] }, "cae.inputkernel", "caetrain"),
        (Trained with { inputkernel = [int.MaxValue, 3, 3] }, "x{1} must be one array of at least 2147483649 samples",
            "caetrain"),
    ];

    [Test]
    public void EveryFunction_FieldThatDoesNotFit_IsNamedByThoseThatUseIt()
    {
        foreach (var (cae, named, users) in Spoiled())
            foreach (var (name, call) in Functions)
                if (users.Split(' ').Contains(name))
                    Assert.That(() => call(cae),
                        Throws.InstanceOf<ArgumentException>().With.Message.Contains(named), $"{name}: {named}");
                else
                    Assert.That(() => call(cae), Throws.Nothing, $"{name} does not use it: {named}");
    }

    [Test]
    public void EveryFunction_AfterAFailure_ReturnsWhatItDoesWithoutOne()
    {
        foreach (var (name, call) in Functions)
        {
            var expected = MatConvert.From(call(Trained));
            foreach (var (cae, _, users) in Spoiled())
                if (users.Split(' ').Contains(name))
                    Assert.That(() => call(cae), Throws.Exception);
            Assert.That(MatComparison.Of(expected, MatConvert.From(call(Trained)), name, 0).Agrees, name);
        }
    }

    [Test]
    public void EveryFunction_ArgumentOrOptionThatDoesNotFit_IsNamed()
    {
        Assert.That(() => caeup(Trained, [X[0], X[0]]), Throws.ArgumentException.With.Message.Contains("x must hold 1 array"));
        Assert.That(() => caeup(Trained, [default]), Throws.ArgumentException.With.Message.Contains("x{1} must be"));
        Assert.That(() => caebp(Trained, []), Throws.ArgumentException.With.Message.Contains("y must hold 1 array"));
        Assert.That(() => caebp(Trained, [rand(1, 6, 6)]), Throws.ArgumentException.With.Message.Contains("y{1} must be 2×6×6"));
        Assert.That(() => caesdlm(Trained, new Opts { ddinterval = 1 }, 1),
            Throws.ArgumentException.With.Message.Contains("opts.ddhist"));
        Assert.That(() => caetrain(Trained, Sets, new Opts { batchsize = 2, ddinterval = 1 }),
            Throws.ArgumentException.With.Message.Contains("opts.rounds"));
        Assert.That(() => caetrain(Trained, [[rand(9, 6, 5)]], Opts),
            Throws.ArgumentException.With.Message.Contains("x{1}{1} must be n×6×6"));
        Assert.That(() => scaesetup([Plain], Sets, new Opts { batchsize = 2 }),
            Throws.ArgumentException.With.Message.Contains("opts.alpha"));
        Assert.That(() => scaesetup([Plain with { outputmaps = 0 }], Sets, Opts),
            Throws.ArgumentException.With.Message.Contains("cae.outputmaps"));
        Assert.That(() => scaesetup([Plain], Sets, Opts with { batchsize = -1 }),
            Throws.ArgumentException.With.Message.Contains("opts.batchsize"));
        Assert.That(() => caenumgradcheck(Trained with { dok = [] }, X, X),
            Throws.ArgumentException.With.Message.Contains("cae.dok"));
        Assert.That(() => caenumgradcheck(Trained with { dik = Replaced(Trained.dik, X[0]) }, X, X),
            Throws.ArgumentException.With.Message.Contains("cae.dik{1}{2}"));
    }

    [Test]
    public void Scaesetup_SizesThatWouldBeTooLarge_AreRefusedBeforeMemoryIsAskedFor()
    {
        foreach (var cae in new[]
        {
            Plain with { outputmaps = int.MaxValue },
            Plain with { inputkernel = [int.MaxValue, int.MaxValue, int.MaxValue] },
            Plain with { outputkernel = [1, int.MaxValue, 3] },
            Plain with { outputmaps = 1_000_000, outputkernel = [1, 1000, 1000] },
        })
            Assert.That(() => scaesetup([cae], Sets, Opts),
                Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("GB"));
        Assert.That(() => scaesetup([Plain], Sets, Opts with { batchsize = int.MaxValue }),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("GB"));
        Assert.That(() => scaesetup([Plain with { scale = [1, int.MaxValue, 2] }], Sets, Opts),
            Throws.ArgumentException.With.Message.Contains("cae.scale must divide"));
    }

    [Test]
    public void Caebp_MoreSamplesThanScaesetupWasToldOne_TakesTheMaskForEach()
    {
        var opts = Opts with { batchsize = 1 };
        var cae = scaesetup([Plain with { scale = [1, 1, 1] }], Sets, opts, new OctaveStream(3))[0];
        Cell<Array3> x = [rand(3, 6, 6, new OctaveStream(2))];
        cae = caebp(caedown(caeup(cae, x)), x);
        for (int sample = 0; sample < 3; sample++)
            Assert.That(cae.e[0][sample, 2, 2], Is.EqualTo(cae.o[0][sample, 2, 2] - x[0][sample, 2, 2]).And.Not.Zero);
        Assert.That((cae.e[0].RowCount, cae.e[0][2, 0, 1]), Is.EqualTo((3, 0)), "the edge of each");
        Assert.That(() => caenumgradcheck(cae, x, x), Throws.Nothing);
    }

    [Test]
    public void Caesdlm_Interval_IsMatlabsMod()
    {
        var changed = Trained with { ddc = [7] };
        Assert.That(caesdlm(changed, Opts with { ddinterval = 0 }, 4).ddc[0], Is.EqualTo(7), "mod(4, 0) is 4");
        Assert.That(caesdlm(changed, Opts with { ddinterval = 0 }, 0).ddc[0], Is.LessThan(7));
        Assert.That(caesdlm(changed, Opts with { ddinterval = -2 }, 4).ddc[0], Is.LessThan(7));
        Assert.That(caesdlm(changed, Opts with { ddinterval = -1 }, int.MinValue).ddc[0], Is.LessThan(7));
        Assert.That(caesdlm(changed, Opts with { ddinterval = 3 }, 4).ddc[0], Is.EqualTo(7));
    }

    [Test]
    public void Cae_FieldsThatAreZeroOrEmpty_AreThereOnceSet()
    {
        var cae = scaesetup([Plain], Sets, Opts with { alpha = 0 }, new OctaveStream(3))[0];
        Assert.That(MatConvert.From(cae)["alpha"].AsDouble(), Is.Zero);
        Assert.That(MatConvert.From(caeapplygrads(Passed(cae)))["sv"].AsDouble(), Is.Zero);
        Assert.That(MatConvert.From(caetrain(cae, Sets, Opts with { rounds = 0 }))["rL"].Dimensions.ToArray(),
            Is.EqualTo(new[] { 0, 0 }));
    }

    [Test]
    public void Caeup_Inputs_StandAsTheyWereGiven()
    {
        var cae = scaesetup([Plain], [[X[0], X[0]]], Opts, new OctaveStream(3))[0];
        Assert.That(MatConvert.From(cae)["i"].Dimensions.ToArray(), Is.EqualTo(new[] { 2, 1 }), "cell(numel(x), 1)");
        foreach (int[] size in new[] { new[] { 1, 2 }, [2, 1] })
        {
            var x = MatConvert.To<Cell<Array3>>(MatCell.Create([MatConvert.From(X[0]), MatConvert.From(X[0])], size));
            Assert.That(MatConvert.From(caeup(cae, x))["i"].Dimensions.ToArray(), Is.EqualTo(size));
            Assert.That(MatConvert.From(caeup(MatConvert.To<Cae>(MatConvert.From(cae)), x))["i"].Dimensions.ToArray(),
                Is.EqualTo(size), "read from MATLAB before");
        }
        Assert.That(MatConvert.From(caeup(cae, [X[0], X[0]]))["i"].Dimensions.ToArray(), Is.EqualTo(new[] { 1, 2 }), "{x1, x2}");
    }
}
