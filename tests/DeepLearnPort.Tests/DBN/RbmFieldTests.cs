using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>
/// Machines with a field that does not fit: each function names it, asks for no other, and works right after it has failed.
/// </summary>
public class RbmFieldTests
{
    private delegate void Change(ref Rbm rbm);

    private static readonly Opts Opts = new() { numepochs = 1, batchsize = 5, alpha = 0.5, momentum = 0 };
    private static readonly Mat X = rand(10, 6, new OctaveStream(1)), H = rand(10, 4, new OctaveStream(2));

    private static readonly Dictionary<string, Func<Rbm, Mat>> Functions = new()
    {
        ["rbmtrain"] = rbm => rbmtrain(rbm, X, Opts, new OctaveStream(3)).W,
        ["rbmup"] = rbm => rbmup(rbm, X),
        ["rbmdown"] = rbm => rbmdown(rbm, H),
        ["dbntrain"] = rbm => dbntrain(With(rbm), X, Opts, new OctaveStream(3)).rbm[1].W,
        ["dbnunfoldtonn"] = rbm => dbnunfoldtonn(With(rbm), 2, new OctaveStream(3)).W[1],
    };

    [SetUp]
    public void Silence() => Display.Writer = TextWriter.Null;

    private static Dbn Net()
    {
        Dbn dbn = default;
        dbn.sizes = [6, 4];
        return dbntrain(dbnsetup(dbn, X, Opts), X, Opts, new OctaveStream(4));
    }

    private static Rbm Machine() => Net().rbm[1];

    private static Dbn With(Rbm second)
    {
        var dbn = Net();
        dbn.rbm[1] = second;
        return dbn;
    }

    private static IEnumerable<TestCaseData> Damages()
    {
        string[] training = ["rbmtrain", "dbntrain"];
        string[] up = [.. training, "rbmup", "dbnunfoldtonn"], down = [.. training, "rbmdown"];
        foreach (var (names, message, damage) in new (string[], string, Change)[]
        {
            ([.. up, "rbmdown"], "rbm.W is missing", (ref Rbm rbm) => rbm.W = null!),
            ([.. up, "rbmdown"], "rbm.", (ref Rbm rbm) => rbm = default),
            (up, "rbm.c is missing", (ref Rbm rbm) => rbm.c = null!),
            (up, "rbm.c must be 4×1 to fit rbm.W, 4×6; is 4×2", (ref Rbm rbm) => rbm.c = Mat.Build.Dense(4, 2)),
            (up, "rbm.c must be 4×1", (ref Rbm rbm) => rbm.c = Mat.Build.Dense(1, 4)),
            (down, "rbm.b is missing", (ref Rbm rbm) => rbm.b = null!),
            (down, "rbm.b must be 6×1", (ref Rbm rbm) => rbm.b = Mat.Build.Dense(0, 0)),
            (training, "rbm.vW must be 4×6", (ref Rbm rbm) => rbm.vW = Mat.Build.Dense(6, 4)),
            (training, "rbm.vb is missing", (ref Rbm rbm) => rbm.vb = null!),
            (training, "rbm.vb must be 6×1", (ref Rbm rbm) => rbm.vb = Mat.Build.Dense(7, 1)),
            (training, "rbm.vc must be 4×1", (ref Rbm rbm) => rbm.vc = Mat.Build.Dense(3, 1)),
        })
            foreach (string name in names)
                yield return new TestCaseData(name, message, damage).SetArgDisplayNames(name, message);
    }

    [TestCaseSource(nameof(Damages))]
    public void Function_FieldThatDoesNotFit_NamesItAndLeavesTheThreadUsable(string name, string message, Delegate damage)
    {
        var rbm = Machine();
        var right = Functions[name](rbm);
        var broken = rbm;
        ((Change)damage)(ref broken);
        if (name.StartsWith("dbn", StringComparison.Ordinal))
            message = message.Replace("rbm.", "dbn.rbm{2}.", StringComparison.Ordinal);

        Assert.That(() => Functions[name](broken), Throws.ArgumentException.With.Message.Contains(message));

        Assert.That(Functions[name](rbm), Is.EqualTo(right));
    }

    [Test]
    public void Functions_FieldsThatAreNotUsed_MayBeMissing()
    {
        var rbm = Machine();
        Assert.That(rbmup(new Rbm { W = rbm.W, c = rbm.c }, X), Is.EqualTo(rbmup(rbm, X)));
        Assert.That(rbmdown(new Rbm { W = rbm.W, b = rbm.b }, H), Is.EqualTo(rbmdown(rbm, H)));
    }

    [Test]
    public void Functions_SparseMatrices_GiveWhatDenseOnesGive()
    {
        var rbm = Machine();
        var thin = rbm with { W = Sparse(rbm.W), b = Sparse(rbm.b), vc = Sparse(rbm.vc) };
        var x = Sparse(X);
        Assert.That(rbmtrain(thin, x, Opts, new OctaveStream(5)).W, Is.EqualTo(rbmtrain(rbm, X, Opts, new OctaveStream(5)).W));
        Assert.That(rbmup(thin, x), Is.EqualTo(rbmup(rbm, X)));
        Assert.That(rbmdown(thin, Sparse(H)), Is.EqualTo(rbmdown(rbm, H)));
        Assert.That(dbntrain(With(thin), x, Opts, new OctaveStream(5)).rbm[1].W,
            Is.EqualTo(dbntrain(With(rbm), X, Opts, new OctaveStream(5)).rbm[1].W));

        static Mat Sparse(Mat x) => Mat.Build.SparseOfMatrix(x);
    }

    [Test]
    public void Rbmtrain_StreamThatFailsInTheMiddle_LeavesTheThreadUsable([Range(0, 2)] int call)
    {
        var right = rbmtrain(Machine(), X, Opts, new OctaveStream(3));
        Assert.That(() => rbmtrain(Machine(), X, Opts, new FailingStream(call)),
            Throws.InvalidOperationException.With.Message.Contains("no more draws"));
        Assert.That(rbmtrain(Machine(), X, Opts, new OctaveStream(3)).W, Is.EqualTo(right.W));
    }

    [Test]
    public void Functions_ArgumentThatIsNull_NameIt()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => rbmtrain(Machine(), null!, Opts), Throws.ArgumentNullException);
            Assert.That(() => rbmup(Machine(), null!), Throws.ArgumentNullException);
            Assert.That(() => rbmdown(Machine(), null!), Throws.ArgumentNullException);
            Assert.That(() => dbntrain(Net(), null!, Opts), Throws.ArgumentNullException);
            Assert.That(() => dbnsetup(new Dbn { sizes = [3] }, null!, Opts), Throws.ArgumentNullException);
            Assert.That(() => dbnunfoldtonn(Net(), (IReadOnlyList<int>)null!), Throws.ArgumentNullException);
        });
    }

    [Test]
    public void Dbntrain_MachinesThatDoNotFitEachOther_Throws()
    {
        var dbn = Net();
        dbn.rbm[1] = dbnsetup(new Dbn { sizes = [4] }, Mat.Build.Dense(1, 5), Opts).rbm[0];
        Assert.That(() => dbntrain(dbn, X, Opts),
            Throws.ArgumentException.With.Message.Contains("dbn.rbm{2}.W must have 6 columns"));
    }

    [Test]
    public void Dbnsetup_MoreWeightsThanAMatrixHolds_SaysWhatTheyNeed() => Assert.That(
        () => dbnsetup(new Dbn { sizes = [100_000, 100_000] }, Mat.Build.Dense(1, 1), Opts),
        Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("dbn.rbm{2}.W would need 80 GB"));
}
