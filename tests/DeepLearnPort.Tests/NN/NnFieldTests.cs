using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>
/// Networks with a field that does not fit: each function names it as MATLAB does, asks for no field that it does not use, and
/// works right after it has failed.
/// </summary>
public class NnFieldTests
{
    private delegate void Change(ref Nn nn);

    private static readonly Mat X = rand(6, 4, new OctaveStream(1)), Y = rand(6, 2, new OctaveStream(2));
    private static readonly Opts Opts = new() { numepochs = 1, batchsize = 3 };

    private static readonly Dictionary<string, Func<Nn, Nn>> Functions = new()
    {
        ["nnff"] = nn => nnff(nn, X, Y, new OctaveStream(3)),
        ["nnbp"] = nnbp,
        ["nnapplygrads"] = nnapplygrads,
        ["nntrain"] = nn => nntrain(nn, X, Y, Opts, stream: new OctaveStream(3)),
        ["nneval"] = nn => Result(nneval(nn, default, X, Y).train.e[0]),
        ["nnpredict"] = nn => Result(nnpredict(nn, X).Select(label => (double)label)),
        ["nntest"] = nn => Result(nntest(nn, X, Y).er),
        ["nnchecknumgrad"] = nn => Checked(nn),
        ["saetrain"] = nn => saetrain(Stack(nn), X, Opts, new OctaveStream(3)).ae[1],
    };

    [SetUp]
    public void Silence() => Display.Writer = TextWriter.Null;

    // A network on which everything has been called, so that no field is missing.
    private static Nn Net(int outputs = 2)
    {
        var nn = nnsetup([4, 5, 3, outputs], new OctaveStream(4));
        (nn.dropoutFraction, nn.nonSparsityPenalty, nn.activation_function) = (0.5, 0.1, "sigm");
        return nnbp(nnff(nn, X, rand(6, outputs, new OctaveStream(2)), new OctaveStream(5)));
    }

    private static Nn Result(params IEnumerable<double> numbers) =>
        default(Nn) with { e = Mat.Build.DenseOfRowMajor(1, numbers.Count(), numbers) };

    private static Nn Checked(Nn nn)
    {
        using var ambient = RandStream.Use(new OctaveStream(0));
        nn = nn with { dW = nn.dW };
        try
        {
            nnchecknumgrad(nn, X, Y);
        }
        catch (InvalidOperationException)
        {
            // of the random network the gradients are those of other masks: it is the fields that count here
        }
        return Result(rand());
    }

    private static Sae Stack(Nn second)
    {
        Sae sae = default;
        sae.ae = [nnsetup([4, 4, 4], new OctaveStream(6)), second];
        return sae;
    }

    private static Mat Zeros(int rows, int columns) => Mat.Build.Dense(rows, columns);

    private static IEnumerable<TestCaseData> Damages()
    {
        string[] passes = ["nnff", "nntrain", "nneval", "nnpredict", "nntest", "nnchecknumgrad", "saetrain"];
        string[] steps = ["nnapplygrads", "nntrain", "saetrain"], checks = ["nnapplygrads", "nnchecknumgrad"];
        string[] drops = ["nnff", "nntrain", "nnchecknumgrad", "saetrain"];
        string[] all = [.. Functions.Keys];

        foreach (var (names, field, damage) in new (string[], string, Change)[]
        {
            (all, "nn.n must be 2 or more", (ref Nn nn) => nn.n = 1),
            (all, "nn.n must be 2 or more", (ref Nn nn) => nn.n = int.MinValue),
            (all, "nn.", (ref Nn nn) => nn.n = int.MaxValue),
            (all, "nn.", (ref Nn nn) => nn = default),
            ([.. passes, "nnapplygrads"], "nn.W is missing", (ref Nn nn) => nn.W = []),
            ([.. passes, "nnapplygrads"], "nn.W{2} is missing", (ref Nn nn) => nn.W[1] = null!),
            (["nnbp"], "nn.W must have 3 elements", (ref Nn nn) => nn.W = [nn.W[0]]),
            ([.. passes, "nnapplygrads"], "nn.W{3}", (ref Nn nn) => nn.W[2] = Zeros(0, 0)),
            (passes, "nn.W{3} must", (ref Nn nn) => nn.W[2] = Zeros(2, 3)),
            (["nnbp"], "nn.a{3} must be 6×7", (ref Nn nn) => nn.W[2] = Zeros(2, 7)),
            (["nnbp"], "nn.W{3} must have 2 rows", (ref Nn nn) => nn.W[2] = Zeros(3, 4)),
            ([.. passes, "nnbp"], "nn.W{2}", (ref Nn nn) => nn.W[1] = Zeros(3, 0)),
            (passes, "nn.W{1}", (ref Nn nn) => nn.W[0] = Zeros(5, 0)),
            (passes, "nn.W{1}", (ref Nn nn) => nn.W[0] = Zeros(5, 4)),
            ([.. passes, "nnbp"], "nn.activation_function", (ref Nn nn) => nn.activation_function = null!),
            ([.. passes, "nnbp"], "nn.output", (ref Nn nn) => nn.output = "sigmoid"),
            ([.. passes, "nnbp"], "nn.p is missing", (ref Nn nn) => nn.p = []),
            ([.. passes, "nnbp"], "nn.p{2} is missing", (ref Nn nn) => nn.p[1] = null!),
            ([.. passes, "nnbp"], "nn.p{3} must be 1×3", (ref Nn nn) => nn.p[2] = Zeros(1, 4)),
            (drops, "nn.testing must be 0 or 1; is NaN", (ref Nn nn) => nn.testing = double.NaN),
            (["nnpredict", "nntest"], "nn.size is missing", (ref Nn nn) => nn.size = []),
            (["nnpredict", "nntest"], "nn.size(end) must be 2", (ref Nn nn) => nn.size[^1] = 3),
            (["nnpredict", "nntest"], "nn.a{4} is missing", (ref Nn nn) => (nn.n, nn.size, nn.a[3]) = (3, [3], null!)),
            (["nntest"], "nn.a{4} must have 6 rows", (ref Nn nn) => (nn.n, nn.size, nn.a[3]) = (3, [3], Zeros(5, 2))),
            (["nnbp"], "nn.e is missing: call nnff", (ref Nn nn) => nn.e = null!),
            (["nnbp"], "nn.a{4} must be 5×2", (ref Nn nn) => nn.e = Zeros(5, 2)),
            (["nnbp"], "nn.a{4} must be 6×3", (ref Nn nn) => nn.e = Zeros(6, 3)),
            (["nnbp"], "nn.a{4} must be 0×0", (ref Nn nn) => nn.e = Zeros(0, 0)),
            (["nnbp"], "nn.a is missing: call nnff", (ref Nn nn) => nn.a = []),
            (["nnbp"], "nn.a must have 4 elements to fit nn.n; has 2", (ref Nn nn) => nn.a = [nn.a[0], nn.a[1]]),
            (["nnbp"], "nn.a{4} must be 6×2", (ref Nn nn) => nn.a[3] = Zeros(6, 1)),
            (["nnbp"], "nn.a{3} must be 6×4", (ref Nn nn) => nn.a[2] = Zeros(6, 3)),
            (["nnbp"], "nn.a{2} is missing", (ref Nn nn) => nn.a[1] = null!),
            (["nnbp"], "nn.a{2} must be 6×6", (ref Nn nn) => nn.a[1] = Zeros(1000, 6)),
            (["nnbp"], "nn.a{1} must have 6 rows", (ref Nn nn) => nn.a[0] = Zeros(5, 5)),
            (["nnbp"], "nn.dropOutMask is missing: call nnff with nn.testing = 0", (ref Nn nn) => nn.dropOutMask = []),
            (["nnbp"], "nn.dropOutMask{2} is missing", (ref Nn nn) => nn.dropOutMask[1] = null!),
            (["nnbp"], "nn.dropOutMask{3} must be 6×3", (ref Nn nn) => nn.dropOutMask[2] = Zeros(6, 4)),
            (steps[1..], "nn.dropOutMask is missing", (ref Nn nn) => (nn.testing, nn.dropOutMask) = (1, [])),
            (steps[1..], "nn.dropOutMask{3} must be 3×3", (ref Nn nn) => (nn.testing, nn.dropOutMask[1]) = (1, Zeros(3, 5))),
            (steps[1..], "nn.dropOutMask{2} must be 3×5", (ref Nn nn) => nn.testing = 1),
            (checks, "nn.dW is missing: call nnff and nnbp", (ref Nn nn) => nn.dW = []),
            (checks, "nn.dW must have 3 elements to fit nn.n; has 1", (ref Nn nn) => nn.dW = [nn.dW[0]]),
            (checks, "nn.dW{3} is missing", (ref Nn nn) => nn.dW[2] = null!),
            (checks, "nn.dW{1} must be 5×5", (ref Nn nn) => nn.dW[0] = Zeros(5, 4)),
            (steps, "nn.vW is missing", (ref Nn nn) => nn.vW = []),
            (steps, "nn.vW{1} is missing", (ref Nn nn) => nn.vW[0] = null!),
            (steps, "nn.vW{2} must be 3×6", (ref Nn nn) => nn.vW[1] = Zeros(3000, 6)),
        })
            foreach (string name in names)
                yield return new TestCaseData(name, field, damage).SetArgDisplayNames(name, field);
    }

    [TestCaseSource(nameof(Damages))]
    public void Function_FieldThatDoesNotFit_NamesItAndLeavesTheThreadUsable(string name, string message, Delegate damage)
    {
        bool stacked = name == "saetrain";
        var nn = stacked ? Net(outputs: 4) : Net();
        var right = Functions[name](nn);
        var broken = nn;
        ((Change)damage)(ref broken);
        if (stacked)
            message = message.Replace("nn.", "sae.ae{2}.", StringComparison.Ordinal);

        Assert.That(() => Functions[name](broken), Throws.ArgumentException.With.Message.Contains(message));

        var again = Functions[name](nn);
        Assert.That(again.W.Concat([again.e]), Is.EqualTo(right.W.Concat([right.e])));
    }

    [Test]
    public void Functions_FieldsThatTheSettingsLeaveUnused_MayBeMissing()
    {
        var nn = nnsetup([4, 5, 3, 2], new OctaveStream(4)) with { momentum = 0 };
        (nn.vW, nn.p, nn.size) = (default, default, default);

        nn = nntrain(nn, X, Y, Opts, stream: new OctaveStream(3));
        var step = nnapplygrads(nn with { a = default, e = null! });
        nn = nnbp(nn with { output = "linear", a = [.. nn.a.SkipLast(1)] });

        Assert.That(step.W[0], Is.Not.EqualTo(nn.W[0]));
        Assert.That(nneval(nn, default, X, Y).train.e, Has.Length.EqualTo(1));
    }

    [Test]
    public void Nnbp_WithoutHiddenLayers_NeedsNoWeights()
    {
        var nn = nnff(nnsetup([4, 2], new OctaveStream(4)), X, Y);
        var bare = nn with { W = default, activation_function = null! };
        Assert.That(nnbp(bare).dW[0], Is.EqualTo(nnbp(nn).dW[0]));
    }

    [TestCase("sigm", 2)]
    [TestCase("tanh_opt", 3)]
    public void Nnff_LowerN_EndsAtThatLayerAndKeepsTheRest(string activation_function, int n)
    {
        var whole = Net() with { activation_function = activation_function, dropoutFraction = 0 };
        var nn = nnff(whole with { n = n }, X, Zeros(6, whole.size[n - 1]));
        Assert.That(nn.a, Has.Length.EqualTo(4));
        Assert.That(nn.a[3], Is.SameAs(whole.a[3]));
        Assert.That(nn.e, Is.EqualTo(-nn.a[n - 1]));
        Assert.That(nn.a[n - 1].ColumnCount, Is.EqualTo(whole.size[n - 1]), "an output layer: no bias");
    }

    [Test]
    public void Nntrain_StreamThatFailsInTheMiddle_LeavesTheThreadUsable([Range(0, 6)] int call)
    {
        var nn = Net() with { inputZeroMaskedFraction = 0.5 };
        var right = nntrain(nn, X, Y, Opts, stream: new OctaveStream(3));

        Assert.That(() => nntrain(nn, X, Y, Opts, stream: new FailingStream(call)),
            Throws.InvalidOperationException.With.Message.Contains("no more draws"));

        var again = nntrain(nn, X, Y, Opts, stream: new OctaveStream(3));
        Assert.That(again.nn.W, Is.EqualTo(right.nn.W));
        Assert.That(again.L, Is.EqualTo(right.L));
    }

    [Test]
    public void Nntrain_WhileTesting_GoesBackThroughTheMasksThatAreThere()
    {
        var nn = nnff(Net(), X.Rows(..3), Y.Rows(..3), new OctaveStream(7)) with { testing = 1 };
        var trained = nntrain(nn, X, Y, Opts, stream: new OctaveStream(3)).nn;
        Assert.That(trained.dropOutMask, Is.EqualTo(nn.dropOutMask));
        Assert.That(() => nntrain(nn, X, Y, Opts with { batchsize = 4, PartialBatch = true }),
            Throws.ArgumentException.With.Message.Contains("nn.testing must be 0 for dropout"));
    }
}
