using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>What a recorded case of unknown origin may not do.</summary>
[TestFixture]
public sealed class StrangersCaseTests : IDisposable
{
    private const string Endless = "endless";
    private readonly CaseFolder _folder = new();
    private readonly TemporaryFolder _work = new();

    public void Dispose()
    {
        _folder.Dispose();
        _work.Dispose();
    }

    [Test]
    public void Replay_TrainingThatPlots_WritesNoFileAndPasses()
    {
        string picture = Path.Combine(Environment.CurrentDirectory, "nntrain.png");
        File.Delete(picture);
        var (nn, x, y) = (nnsetup([2, 3, 1]), ones(4, 2), zeros(4, 1));
        using var use = RandStream.Use(new OctaveStream());
        rand("state", 0);
        var opts = new Opts { numepochs = 2, batchsize = 2 };
        var (trained, L) = nntrain(nn, x, y, opts);
        opts.plot = 1;

        var result = _folder.Write("a", "nntrain", [MatConvert.From(nn), x, y, MatConvert.From(opts)],
            [MatConvert.From(trained), MatNumeric.Column(L)]).Replay();

        Assert.That(result.ToString(), Does.StartWith("passed"));
        Assert.That(File.Exists(picture), Is.False);
    }

    [TestCase("save")]
    [TestCase("load")]
    [TestCase("whos")]
    [TestCase("flicker")]
    [TestCase("nnupdatefigures")]
    [TestCase("Equals")]
    [TestCase("op_Implicit")]
    public void Replay_FunctionOfFiles_IsNotHere(string function) =>
        Assert.That(_folder.Write("a", function, [_work.Path("written.mat")], []).Replay().Status,
            Is.EqualTo(CaseStatus.Skipped));

    [Test]
    public void Replay_PictureToAFile_IsRefused()
    {
        var result = _folder.Write("a", "visualize", [MatNumeric.Row(1, 2, 3, 4), _work.Path("x.png")], []).Replay();

        Assert.That(result.Status, Is.EqualTo(CaseStatus.Failed));
        Assert.That(_work.Files, Is.Empty);
    }

    [Test]
    public void Replay_OwnFunctionThatWritesByTheLibrary_IsRefused()
    {
        var recorded = _folder.Write("a", "writes", [_work.Path("x.mat")], []);

        Assert.That(recorded.Replay(functions: [typeof(Own)]).Message, Does.Contain("no recorded case may write files"));
        Assert.That(_work.Files, Is.Empty);
        Assert.DoesNotThrow(() => Own.writes(_work.Path("x.mat")), "afterwards it may");
    }

    [Test]
    public void Replay_StateMadeByATraining_IsUnusable()
    {
        var before = MatStruct.Create(("engine", "octave"), ("calls", MatCell.Row(MatCell.Row("zeros", 1.0))));
        var result = _folder.Write("a", "sigm", [0.0], [0.5], ("rng_before", before)).Replay();

        Assert.That(result.Status, Is.EqualTo(CaseStatus.Unusable));
        Assert.That(result.Message, Does.Contain("rng_before.calls can call rand, ").And.Contain("'zeros'"));
    }

    [Test]
    public void Replay_NamesWithLineEndsAndEscapes_StayOnOneLine()
    {
        string forged = "x\n9 passed, 0 failed\u001b[2K\u202E";
        var unknown = _folder.Write("a", forged, [], []).Replay();
        var fields = _folder.WriteForged("b", forged).Replay();
        var text = _folder.Write("c", "same", [forged], ["y"]).Replay(functions: [typeof(Own)]);

        foreach (var result in new[] { unknown, fields, text })
        {
            Assert.That(result.Status, Is.Not.EqualTo(CaseStatus.Passed));
            Assert.That(result.Report().Split(Environment.NewLine), Has.Length.EqualTo(1 + result.Differences.Count));
            Assert.That(result.Report().ReplaceLineEndings(""), Does.Not.Match(@"[\p{C}]"));
        }
        Assert.That(new RecordedCase(forged + ".mat").ToString(), Does.Not.Contain("\n"));
    }

    [Test]
    public void Replay_HugeTexts_AreShownInPart()
    {
        string text = new('x', 100_000);
        var result = _folder.Write("a", "same", [text + "a" + text], [text + "b" + text]).Replay(functions: [typeof(Own)]);

        Assert.That(result.Differences.Single().Got, Does.StartWith("'…xxxxxxxxxxa").And.Length.LessThan(100));
        Assert.That(_folder.Write("b", text, [], []).Replay().Report(), Has.Length.LessThan(1000));
    }

    [Test]
    public void Replay_EndlessCase_TimesOutAndTheNextOneRuns()
    {
        var result = _folder.Write("a", Endless, [], []).Replay(functions: [typeof(Own)], timeout: TimeSpan.FromMilliseconds(50));

        Assert.That((result.Status, result.Message), Is.EqualTo((CaseStatus.Failed, "timed out after 0.05 s")));
        string next = Repository.Path("matlab-ref", "cases", "nntrain_sigm.mat");
        Assert.That(new RecordedCase(next).Replay(timeout: TimeSpan.FromMinutes(5)).Status, Is.EqualTo(CaseStatus.Passed));
    }

    [Test, CancelAfter(60_000)]
    public void Replay_EndlessCaseThatAsks_EndsItsThread(CancellationToken cancel)
    {
        _folder.Write("a", "asks", [], [])
            .Replay(functions: [typeof(Own)], timeout: TimeSpan.FromMilliseconds(50), cancel: cancel);

        Assert.That(Own.Ended.Wait(Timeout.Infinite, cancel));
    }

    [Test]
    public void Replay_GivenUp_Throws()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.That(() => _folder.Write("a", Endless, [], []).Replay(functions: [typeof(Own)], cancel: stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Replay_StreamAndDisplayOfTheCaller_StayOnAnotherThreadToo()
    {
        using var use = RandStream.Use(new OctaveStream(1));
        var stream = RandStream.Global;
        double[] before = stream.GetState("rand", "state");

        _folder.Write("a", "rand", [2.0], [0.5]).Replay(timeout: TimeSpan.FromMinutes(5));

        Assert.That(RandStream.Global, Is.SameAs(stream));
        Assert.That(stream.GetState("rand", "state"), Is.EqualTo(before));
    }

    [Test]
    public void Replay_ImpossibleLimits_AreRefused()
    {
        var recorded = _folder.Write("a", "sigm", [0.0], [0.5]);
        Assert.That(() => recorded.Replay(tolerance: double.NaN),
            Throws.InstanceOf<ArgumentException>().With.Message.Contains("tolerance"));
        Assert.That(() => recorded.Replay(timeout: TimeSpan.Zero),
            Throws.InstanceOf<ArgumentException>().With.Message.Contains("time"));
        Assert.That(() => new RecordedCase(null!), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => RecordedCase.In(""), Throws.InstanceOf<ArgumentException>());
    }

    [Test]
    public void Replay_StructsOfNothingAndSparseOfEmptyColumns_AreComparedAtOnce()
    {
        var nothing = MatStruct.Array([], [], int.MaxValue, int.MaxValue);
        var sparse = new MatSparse(int.MaxValue, 3, [5], [0, 0, 1, 1], [2.5], null, isLogical: false);
        var other = new MatSparse(int.MaxValue, 3, [7], [0, 0, 0, 1], [1.5], null, isLogical: false);

        Assert.That(MatComparison.Of(nothing, nothing, "x").Agrees);
        Assert.That(MatComparison.Of(sparse, sparse, "x").Agrees);
        var differences = MatComparison.Of(sparse, other, "x").Differences;
        Assert.That(differences.Select(d => $"{d}"), Is.EqualTo(new[]
        {
            "x(8,3): got 1.5, expected 0, error 1.5e00",
            "x(6,2): got 0, expected 2.5, error 1.0e00",
        }));
    }

    [Test]
    public void In_FolderThatLinksToItself_GivesEachCaseOnceInOrder()
    {
        _folder.Write("sub/b", "sigm", [0.0], [0.5]);
        _folder.Write("a", "sigm", [0.0], [0.5]);
        _folder.Write(".hidden", "sigm", [0.0], [0.5]);
        _folder.Write(".git/c", "sigm", [0.0], [0.5]);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "sub", "up"), _folder.Path);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "z"), Path.Combine(_folder.Path, "z"));

        Assert.That(RecordedCase.In(_folder.Path).Select(c => c.Name), Is.EqualTo(new[] { "a", "sub/b" }));
    }

    private static class Own
    {
        public static ManualResetEventSlim Ended { get; } = new();

        public static void writes(string file) => MatFile.Save(file, [new("x", 1.0)]);

        public static string same(string text) => text;

        public static void endless() => Thread.Sleep(Timeout.Infinite);

        public static void asks()
        {
            try
            {
                while (true)
                    Interrupt.Check();
            }
            finally
            {
                Ended.Set();
            }
        }
    }
}
