using System.Diagnostics.CodeAnalysis;

namespace DeepLearnPort.Tests;

[TestFixture]
public sealed class RecordedCaseTests : IDisposable
{
    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Replay_OneWeightAltered_FailsAndNamesThePlace()
    {
        var altered = _folder.Altered("nnapplygrads_momentum", nn =>
        {
            var trained = MatConvert.To<Nn>(nn);
            trained.W[1] = trained.W[1].MapIndexed((i, j, w) => (i, j) == (2, 4) ? w + 1e-9 : w);
            return MatConvert.From(trained);
        });

        var result = altered.Replay();

        Assert.Multiple(() =>
        {
            Assert.That(result.Status, Is.EqualTo(CaseStatus.Failed));
            Assert.That(result.Place, Is.EqualTo("out{1}.W{2}(3,5)"));
            Assert.That(result.Error, Is.EqualTo(1e-9).Within(1e-12));
            Assert.That(result.Differences.Select(d => d.Place), Is.EqualTo(new[] { "out{1}.W{2}(3,5)" }));
            Assert.That(altered.Replay(tolerance: 1e-8).Status, Is.EqualTo(CaseStatus.Passed));
            Assert.That(() => altered.Verify(), Throws.TypeOf<RecordedCaseException>().With.Message.Contains("out{1}.W{2}(3,5): got "));
        });
    }

    [Test]
    public void Replay_LabelAltered_FailsAndNamesThePlace()
    {
        var altered = _folder.Altered("nnpredict_sigm", labels => labels.AsMatrix().MapIndexed((i, _, label) => i == 6 ? label % 3 + 1 : label));

        Assert.That(altered.Replay().Place, Is.EqualTo("out{1}(7,1)"));
    }

    [Test]
    public void Replay_FunctionNotHere_IsSkipped()
    {
        var result = _folder.Write("a", "nosuchfunction", [], []).Replay();

        Assert.That((result.Status, result.Function), Is.EqualTo((CaseStatus.Skipped, "nosuchfunction")));
    }

    [Test]
    public void Replay_FunctionThrows_FailsWithItsMessage()
    {
        var result = _folder.Write("a", "nnsetup", [5.0], [0.0]).Replay();

        Assert.That(result.Status, Is.EqualTo(CaseStatus.Failed));
        Assert.That(result.Message, Does.Contain("at least two layers"));
    }

    [Test]
    public void Replay_ArgumentDoesNotFit_FailsAndNamesTheField()
    {
        var opts = MatStruct.Create(("numepochs", 1.5));
        var result = _folder.Write("a", "nntrain", [MatConvert.From(Toolbox.nnsetup(2, 1)), Mat.Build.Dense(1, 2), Mat.Build.Dense(1, 1), opts], []).Replay();

        Assert.That(result.Status, Is.EqualTo(CaseStatus.Failed));
        Assert.That(result.Message, Does.Contain("opts.numepochs: 1.5 is not a whole number"));
    }

    private static MatValue UInt8(params byte[] values) => MatNumeric.Create(values, 1, values.Length);

    [Test]
    public void Replay_ClassThatIsNotTaken_FailsAndNamesFunctionArgumentAndClass()
    {
        string single = _folder.Write("a", "sigm", [MatNumeric.Create<float>([1], 1, 1)], [0.5]).Replay().Message;
        string field = _folder.Write("b", "nnpredict", [MatStruct.Create(("learningRate", UInt8(2))), 1.0], [1.0]).Replay().Message;

        Assert.That(single, Does.Contain("sigm does not take these arguments: P: this value is 1x1 single, not double or logical"));
        Assert.That(field, Does.Contain("nnpredict does not take these arguments: nn.learningRate: this value is 1x1 uint8, not double or logical"));
    }

    [Test]
    public void Replay_ArgumentsOfAnyClass_GiveTheClassOfMatlab()
    {
        var text = MatNumeric.Create<float>([0.5f], 1, 1);
        Assert.Multiple(() =>
        {
            AssertPasses("flipudf", [MatNumeric.Create<byte>([1, 2], 2, 1)], MatNumeric.Create<byte>([2, 1], 2, 1));
            AssertPasses("fliplrf", ["abc"], "cba");
            AssertPasses("moved", [UInt8(3), 2.6], UInt8(3, 3));
            AssertPasses("moved", [true, false], MatNumeric.Logical([true, false], 1, 2));
            AssertPasses("moved", [-1.0, UInt8(200), MatNumeric.Create<sbyte>([-1], 1, 1)], UInt8(0, 200, 0));
            AssertPasses("moved", ["a", 66.0], "aB");
            AssertPasses("moved", [text, 1.0], MatNumeric.Create<float>([0.5f, 1], 1, 2));
            AssertPasses("chosen", [MatNumeric.Create<sbyte>([-3], 1, 1), double.NaN], MatNumeric.Create<sbyte>([0], 1, 1));
            AssertPasses("chosen", ["a", true], 97.0);
            AssertPasses("calculated", [UInt8(7), 2.5], UInt8(18));
            AssertPasses("calculated", [true, true], 1.0);
            AssertPasses("sigm", [UInt8(1)], 0.5);
            Assert.That(_folder.Write("a", "calculated", [UInt8(7), MatNumeric.Create<sbyte>([1], 1, 1)], []).Replay(functions: [typeof(Own)]).Message,
                Does.Contain("x, y: uint8 and int8 do not go together"));
        });

        void AssertPasses(string function, MatValue[] arguments, MatValue expected) =>
            Assert.That(_folder.Write("a", function, arguments, [expected]).Replay(0, [typeof(Toolbox), typeof(Own)]).Report(), Does.StartWith("passed"));
    }

    [Test]
    public void Replay_EmptyArgumentOfSeveral_IsOneArgument()
    {
        Assert.That(_folder.Write("a", "count", [MatNumeric.Empty], [1.0]).Replay(functions: [typeof(Own)]).ToString(), Does.StartWith("passed"));
        Assert.That(_folder.Write("a", "count", [], [0.0]).Replay(functions: [typeof(Own)]).ToString(), Does.StartWith("passed"));
        Assert.That(_folder.Write("a", "nnsetup", [MatNumeric.Row(2, 1)], []).Replay().Status, Is.EqualTo(CaseStatus.Passed), "a vector of sizes is the whole list");
    }

    [Test]
    public void Replay_FormThatIsNotHere_SaysWhichAre() =>
        Assert.That(_folder.Write("a", "rdivide", [1.0], [1.0]).Replay().Message, Does.Contain("rdivide does not take (1x1 double); it takes rdivide(x, y)"));

    [Test]
    public void Replay_MoreOutputsThanHere_Fails()
    {
        var result = _folder.Write("a", "sigm", [0.0], [0.5, 0.5]).Replay();

        Assert.That(result.Message, Does.Contain("returns 1 outputs here, 2 were recorded"));
    }

    [Test]
    public void Replay_DamagedFile_IsUnusable()
    {
        string path = Path.Combine(_folder.Path, "damaged.mat");
        byte[] whole = File.ReadAllBytes(Repository.Path("matlab-ref", "cases", "nnff_nan.mat"));
        File.WriteAllBytes(path, whole[..(whole.Length / 2)]);

        Assert.That(new RecordedCase(path).Replay().Status, Is.EqualTo(CaseStatus.Unusable));
        Assert.That(() => new RecordedCase(path).Verify(), Throws.TypeOf<RecordedCaseException>());
    }

    [TestCase("fn")]
    [TestCase("args")]
    [TestCase("out")]
    [TestCase("rng_before")]
    public void Replay_VariableMissing_IsUnusableAndNamesIt(string variable)
    {
        var result = _folder.Write("a", "sigm", [0.0], [0.5], (variable, null)).Replay();

        Assert.That(result.Status, Is.EqualTo(CaseStatus.Unusable));
        Assert.That(result.Message, Does.Contain($"'{variable}'"));
    }

    [Test]
    public void Replay_UnknownEngine_IsUnusable()
    {
        var result = _folder.Write("a", "sigm", [0.0], [0.5], ("rng_before", MatStruct.Create(("engine", "scilab")))).Replay();

        Assert.That(result.Status, Is.EqualTo(CaseStatus.Unusable));
        Assert.That(result.Message, Does.Contain("a.mat").And.Contain("scilab"));
    }

    [Test]
    public void Replay_GeneratorThatIsNotHere_FailsAndNamesIt()
    {
        var before = MatStruct.Create(("engine", "matlab"), ("calls", MatCell.Row(MatCell.Row("rng", 1.0, "philox"))));
        var result = _folder.Write("a", "sigm", [0.0], [0.5], ("rng_before", before)).Replay();

        Assert.That(result.Status, Is.EqualTo(CaseStatus.Failed));
        Assert.That(result.Message, Does.Contain("philox"));
    }

    [Test]
    public void Replay_OwnTolerance_CountsInsteadOfTheCallers()
    {
        var published = _folder.Write("a", "sigm", [1.0], [0.7311], ("tol", 1e-4));

        Assert.That(published.Replay(tolerance: 0).Status, Is.EqualTo(CaseStatus.Passed));
        Assert.That(_folder.Write("b", "sigm", [1.0], [0.7311]).Replay().Status, Is.EqualTo(CaseStatus.Failed));
    }

    [Test]
    public void Replay_CallsOfEitherEngine_SeedTheStream()
    {
        // MATLAB's famous first number, and Octave's.
        var matlab = MatStruct.Create(("engine", "matlab"), ("calls", MatCell.Row(MatCell.Row("rand", "state", 0.0))));

        Assert.That(_folder.Write("m", "rand", [1.0, 1.0], [0.95012928514717543], ("rng_before", matlab)).Replay().ToString(), Does.StartWith("passed"));
        Assert.That(_folder.Write("o", "rand", [1.0, 1.0], [0.84442185152504812]).Replay().ToString(), Does.StartWith("passed"));
    }

    [Test]
    public void Replay_MatlabStates_AreRestored()
    {
        var stream = new MatlabStream();
        stream.Reseed(42);
        var twister = stream.Save();
        var modern = MatStruct.Create(("engine", "matlab"), ("type", twister.Type), ("seed", twister.Seed!.Value), ("state", twister.State[0]));
        double u = Toolbox.rand(stream);
        stream.SetState("rand", "state", [7]);
        var pair = stream.Save();
        var legacy = MatStruct.Create(("engine", "matlab"), ("type", "Legacy"), ("seed", "Not applicable"), ("state", MatNumeric.Empty), ("rand", pair.State[0]), ("randn", pair.State[1]));
        var cell = MatStruct.Create(("engine", "matlab"), ("type", "legacy"), ("seed", "Not applicable"), ("state", MatCell.Row(pair.State[0], pair.State[1])));
        double v = Toolbox.rand(stream);

        Assert.That(_folder.Write("a", "rand", [1.0], [u], ("rng_before", modern)).Replay(tolerance: 0).ToString(), Does.StartWith("passed"));
        Assert.That(_folder.Write("b", "rand", [1.0], [v], ("rng_before", legacy)).Replay(tolerance: 0).ToString(), Does.StartWith("passed"));
        Assert.That(_folder.Write("c", "rand", [1.0], [v], ("rng_before", cell)).Replay(tolerance: 0).ToString(), Does.StartWith("passed"));
    }

    [Test]
    [SuppressMessage("Style", "IDE0059", Justification = "The stream is what is looked at.")]
    public void Replay_Always_LeavesAmbientStreamAndDisplayAlone()
    {
        var stream = new OctaveStream(1);
        using var use = RandStream.Use(stream);
        double[] before = stream.GetState("rand", "state");
        using var lines = new StringWriter();
        Display.Writer = lines;

        new RecordedCase(Repository.Path("matlab-ref", "cases", "nntrain_sigm.mat")).Verify();

        Assert.That(RandStream.Global, Is.SameAs(stream));
        Assert.That(stream.GetState("rand", "state"), Is.EqualTo(before));
        Assert.That(Display.Writer, Is.SameAs(lines));
        Assert.That(lines.ToString(), Is.Empty);
    }

    [Test]
    public void Replay_OwnClass_FindsItsFunctions()
    {
        var recorded = _folder.Write("a", "twice", ["x", 2.0], ["xx", MatNumeric.Logical([true], 1, 1)]);

        Assert.That(recorded.Replay(functions: [typeof(Toolbox), typeof(Own)]).ToString(), Does.StartWith("passed"));
        Assert.That(recorded.Replay().Status, Is.EqualTo(CaseStatus.Skipped));
    }

    [Test]
    public void In_Folder_NamesCasesOfSubfoldersInOrder()
    {
        _folder.Write("b", "sigm", [0.0], [0.5]);
        _folder.Write("sub/a", "sigm", [0.0], [0.5]);
        _folder.Write("a", "sigm", [0.0], [0.5]);

        Assert.That(RecordedCase.In(_folder.Path).Select(c => c.ToString()), Is.EqualTo(new[] { "a", "b", "sub/a" }));
    }

    [Test]
    public void In_NothingToTest_Throws()
    {
        Assert.That(() => RecordedCase.In(_folder.Path), Throws.TypeOf<FileNotFoundException>());
        Assert.That(() => RecordedCase.In(_folder.Path + "-none"), Throws.TypeOf<DirectoryNotFoundException>());
    }

    private static class Own
    {
        [MatClassOf("parts")]
        public static Mat moved(params Mat[] parts) => Toolbox.horzcat(parts);

        [MatClassOf("x", "y", Rule = MatClassRule.Chosen)]
        public static Mat chosen(Mat x, double y) => Matlab.max(x, y);

        [MatClassOf("x", "y", Rule = MatClassRule.Calculated)]
        public static double calculated(double x, double y) => x * y;

        public static double count(params Mat[] parts) => parts.Length;

        public static (string Text, bool Changed) twice(string text, int times) => (string.Concat(Enumerable.Repeat(text, times)), times != 1);
    }
}
