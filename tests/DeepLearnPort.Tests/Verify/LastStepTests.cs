using DeepLearnPort.Tests.Cli;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public sealed class LastStepTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SetUp]
    public void Silence() => Display.Writer = TextWriter.Null;

    public static IEnumerable<TestCaseData> Settings()
    {
        yield return Case("defaults", nn => nn);
        yield return Case("no momentum", nn => nn with { momentum = 0 });
        yield return Case("dropout", nn => nn with { dropoutFraction = 0.5 });
        yield return Case("sparsity", nn => nn with { nonSparsityPenalty = 0.1, activation_function = "sigm" });
        yield return Case("L2", nn => nn with { weightPenaltyL2 = 1e-2 });
        yield return Case("L2, no momentum", nn => nn with { weightPenaltyL2 = 1e-2, momentum = 0 });
        yield return Case("softmax", nn => nn with { output = "softmax" });
        yield return Case("linear", nn => nn with { output = "linear", learningRate = 0.1 });
        yield return Case("relu", nn => nn with { activation_function = "relu", learningRate = 0.1 });
        yield return Case("scaled rate", nn => nn with { scaling_learningRate = 0.9, momentum = 0 });
        yield return Case("noise", nn => nn with { inputZeroMaskedFraction = 0.5 });
        yield return Case("all", nn => nn with
        {
            activation_function = "sigm",
            output = "softmax",
            dropoutFraction = 0.3,
            nonSparsityPenalty = 0.1,
            weightPenaltyL2 = 1e-3,
            scaling_learningRate = 0.9,
            inputZeroMaskedFraction = 0.2,
        });

        static TestCaseData Case(string name, Func<Nn, Nn> change) => new TestCaseData(change).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Settings))]
    public async Task Check_NetworkTrainedHere_IsRepeated(Func<Nn, Nn> change)
    {
        save(_folder.Path("net.mat"), "anything", Trained(change));

        var run = await Dlport.RunAsync("verify", "--step", _folder.Path("net.mat"));

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")), run.Output);
        Assert.That(run.Output, Does.Match(@"^passed    net: anything  [^\n]*\n1 passed, 0 failed\r?\n$"));
    }

    [TestCaseSource(nameof(Settings))]
    public void Check_OneWeightMoved_FailsAndNamesThePlace(Func<Nn, Nn> change)
    {
        var nn = Trained(change);
        nn.W[1] = Moved(nn.W[1], 1, 3);

        var result = LastStep.Check(MatConvert.From(nn), "nn");

        Assert.That(result.Status, Is.EqualTo(CaseStatus.Failed));
        Assert.That(result.Place, Does.Match(@"^nn\.((a\{3\}|e)\(\d+,2\)|dW\{\d\}\(\d,\d\)|L)$"));
        Assert.That(result.Report(), Does.Contain("differ by more than 1.0e-10").And.Contain("got ").And.Contain("expected "));
    }

    [Test]
    public void Check_OneGradientMoved_NamesIt()
    {
        var nn = Trained(nn => nn);
        nn.dW[0] = Moved(nn.dW[0], 1, 2);

        Assert.That(LastStep.Check(MatConvert.From(nn), "nn").Place, Is.EqualTo("nn.dW{1}(2,3)"));
    }

    [TestCase(1)]
    [TestCase(0.35)]
    public void Check_ConvolutionalNetworkTrainedHere_IsRepeatedWithTheRateItWasTrainedWith(double alpha)
    {
        var cnn = TrainedCnn(alpha);
        var passed = LastStep.Check(MatConvert.From(cnn), "cnn");
        Assert.That((passed.Status, passed.Function), Is.EqualTo((CaseStatus.Passed, "cnntrain")), passed.Report());

        var moved = cnn;
        moved.layers.at(1).k.at(0)[2] = Moved(cnn.layers[1].k[0][2], 1, 1);
        var failed = LastStep.Check(MatConvert.From(moved), "cnn");
        Assert.That(failed.Status, Is.EqualTo(CaseStatus.Failed));
        Assert.That(failed.Report(), Does.Contain("opts.alpha").And.Contain("cnn.layers{2}.a{3}("));
    }

    [Test]
    public void Check_ConvolutionalNetworkWithLessInIt_IsComparedWhereItIs()
    {
        var cnn = (MatStruct)MatConvert.From(TrainedCnn(1));
        var layers = (MatCell)cnn["layers"];
        var lean = layers.Select((layer, l) => l == 0 ? layer : Without((MatStruct)layer, "a", "d"));

        var result = LastStep.Check(With(cnn, "layers", MatCell.Row([.. lean])), "cnn");

        Assert.That(result.Status, Is.EqualTo(CaseStatus.Passed), result.Report());
    }

    [Test]
    public void Check_AutoencodersInACell_AreFoundWhereTheyAre()
    {
        var stream = new MatlabStream();
        var sae = saesetup([6, 4, 3], stream);
        sae = saetrain(sae, rand(20, 6, stream), new() { numepochs = 1, batchsize = 5 }, stream);
        save(_folder.Path("sae.mat"), "sae", sae, "other", rand(3, 3, stream));

        var results = LastStep.Check(_folder.Path("sae.mat"));

        Assert.That(results.Select(r => r.Case), Is.EqualTo(new[] { "sae: sae.ae{1}", "sae: sae.ae{2}" }));
        Assert.That(results.Select(r => r.Status), Is.All.EqualTo(CaseStatus.Passed));
    }

    /// <summary>Networks that Octave left in the recorded trainings: dropout, sparsity, noise, penalty, every output.</summary>
    [TestCase("nntrain_*.mat", 50)]
    [TestCase("saetrain_*.mat", 20)]
    [TestCase("cnntrain_*.mat", 5)]
    public void Check_NetworksTrainedByTheOriginal_AreRepeated(string files, int least)
    {
        var results = Directory.GetFiles(Repository.Path("matlab-ref", "cases"), files)
            .SelectMany(file => LastStep.Check(file, 1e-12)).Where(r => r.Case.Contains(": out{1}")).ToList();

        Assert.That(results.Where(r => r.Status is CaseStatus.Failed or CaseStatus.Unusable).Select(r => r.Report()), Is.Empty);
        Assert.That(results.Count(r => r.Status == CaseStatus.Passed), Is.GreaterThanOrEqualTo(least));
    }

    [Test]
    public void Check_SinglePrecision_SaysSo()
    {
        var nn = (MatStruct)MatConvert.From(Trained(nn => nn));
        var singles = ((MatCell)nn["W"]).Select(W => Single((MatNumeric)W));

        var result = LastStep.Check(With(nn, "W", MatCell.Row([.. singles])), "nn");

        static MatValue Single(MatNumeric W) =>
            MatNumeric.Create(Array.ConvertAll(W.AsDoubles(), w => (float)w), W.Rows, W.Columns);

        Assert.That((result.Status, result.Message), Is.EqualTo((CaseStatus.Skipped, result.Message)));
        Assert.That(result.Message, Does.StartWith("nn.W is of class single"));
    }

    [Test]
    public void Check_PassMadeSinceTheLastStep_SaysSo()
    {
        var stream = new MatlabStream();
        var nn = nnff(Trained(nn => nn), rand(7, 5, stream), rand(7, 2, stream));

        var result = LastStep.Check(MatConvert.From(nn), "nn");

        const string message = "nn.a is of a pass made since the last step: it repeats with nn.W as is";
        Assert.That((result.Status, result.Message), Is.EqualTo((CaseStatus.Skipped, message)));
    }

    [TestCase("a", "nn.a is not there")]
    [TestCase("e", "nn.e is not there")]
    [TestCase("dW", "nn.dW is not there")]
    [TestCase("vW", "nn.vW{1} must be 6×6; is not there")]
    public void Check_FieldMissing_SaysWhich(string field, string message)
    {
        var result = LastStep.Check(Without((MatStruct)MatConvert.From(Trained(nn => nn)), field), "nn");

        Assert.That((result.Status, result.Message), Is.EqualTo((CaseStatus.Skipped, result.Message)));
        Assert.That(result.Message, Does.StartWith(message));
    }

    [Test]
    public void Check_BiasesInAFieldOfTheirOwn_SaysThatTheFormIsAnOlderOne()
    {
        var result = LastStep.Check(With((MatStruct)MatConvert.From(Trained(nn => nn)), "b", MatCell.Row(0.0)), "nn");

        Assert.That((result.Status, result.Message), Is.EqualTo((CaseStatus.Skipped, result.Message)));
        Assert.That(result.Message, Does.Contain("nn.b"));
    }

    /// <summary>Whatever a stranger's struct holds, what is wrong with it is found before it is calculated with.</summary>
    [Test]
    public void Repeat_AnyFieldOfAnyKind_IsRepeatedOrRefused()
    {
        var nn = (MatStruct)MatConvert.From(Trained(nn => nn with
        {
            dropoutFraction = 0.5,
            nonSparsityPenalty = 0.1,
            activation_function = "sigm",
        }));
        var cnn = (MatStruct)MatConvert.From(TrainedCnn(1));
        foreach (var value in OddValues())
        {
            foreach (string field in nn.Fields)
                Refuses(() => LastStepNn.Repeat(With(nn, field, value)), $"nn.{field} = {value}");
            foreach (string field in cnn.Fields)
                Refuses(() => LastStepCnn.Repeat(With(cnn, field, value)), $"cnn.{field} = {value}");
            for (int l = 0; l < 3; l++)
            {
                var layers = ((MatCell)cnn["layers"]).ToArray();
                var layer = (MatStruct)layers[l];
                foreach (string field in layer.Fields)
                {
                    layers[l] = With(layer, field, value);
                    var network = With(cnn, "layers", MatCell.Row(layers));
                    Refuses(() => LastStepCnn.Repeat(network), $"layers{{{l + 1}}}.{field} = {value}");
                }
            }
        }

        static void Refuses(Func<RepeatedStep> repeat, string what)
        {
            try
            {
                Assert.That(repeat(), Is.Not.Null);
            }
            catch (Exception e) when (e is not AssertionException)
            {
                Assert.That(e, Is.InstanceOf<ArgumentException>().Or.InstanceOf<NotSupportedException>(), what);
            }
        }
    }

    private static MatValue[] OddValues() =>
    [
        MatNumeric.Empty, 1.0, -1.0, 0.5, double.NaN, 1e300, 2e9, "text", true, MatStruct.Create(("x", 1.0)),
        MatNumeric.Row(1, 2), MatNumeric.Row(2e9, 2e9), MatNumeric.Column(3, 1), MatNumeric.Create(new double[12], 2, 3, 2),
        MatNumeric.Complex([1.0], [1.0], 1, 1), MatCell.Row(), MatCell.Row(1.0),
        MatCell.Row("x", MatNumeric.Empty, MatCell.Row()), MatCell.Row(MatNumeric.Row(1, 2, 3), MatNumeric.Row(1, 2, 3)),
    ];

    [Test]
    public async Task Verify_FileWithoutNetwork_Returns2AndSaysWhatIsLookedFor()
    {
        save(_folder.Path("data.mat"), "x", 3.0);
        File.WriteAllText(_folder.Path("text.mat"), "not a MAT file");

        var run = await Dlport.RunAsync("verify", "--step", _folder.Path("data.mat"), _folder.Path("text.mat"));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(2));
        Assert.That(run.Error, Does.Contain("data.mat holds no network").And.Contain("text.mat"));
        Assert.That(run.Output, Does.EndWith($"0 passed, 0 failed{Environment.NewLine}"));
    }

    [Test]
    public async Task Verify_NetworkNeverTrained_IsSkipped()
    {
        save(_folder.Path("nn.mat"), "nn", nnsetup([3, 2], new MatlabStream()));

        var run = await Dlport.RunAsync("verify", "--step", _folder.Path(""));

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Match(@"^skipped   nn: nn  nn\.a is not there[^\n]*\n1 skipped\r?\n0 passed, 0 failed"));
        Assert.That((await Dlport.RunAsync("verify", "--step", "--allow-skip", _folder.Path("nn.mat"))).ExitCode, Is.Zero);
    }

    private static Nn Trained(Func<Nn, Nn> change)
    {
        var stream = new MatlabStream();
        rand("state", 0, stream);
        var nn = change(nnsetup([5, 6, 2], stream));
        Mat x = rand(30, 5, stream), y = x.SubMatrix(0, 30, 0, 2).PointwiseRound();
        return nntrain(nn, x, y, new() { numepochs = 2, batchsize = 10 }, stream: stream);
    }

    private static Cnn TrainedCnn(double alpha)
    {
        var stream = new MatlabStream();
        Cnn cnn = default;
        cnn.layers =
        [
            new() { type = "i" },
            new() { type = "c", outputmaps = 3, kernelsize = 3 },
            new() { type = "s", scale = 2 },
        ];
        var x = Array3.FromRows(rand(12, 64, stream), 8, 8);
        Mat y = rand(2, 12, stream).PointwiseRound();
        return cnntrain(cnnsetup(cnn, x, y, stream), x, y, new() { alpha = alpha, batchsize = 4, numepochs = 2 }, stream);
    }

    private static Mat Moved(Mat matrix, int row, int column) =>
        matrix.MapIndexed((i, j, value) => (i, j) == (row, column) ? value + 1e-6 : value);

    private static MatStruct Without(MatStruct fields, params string[] names) =>
        MatStruct.Create([.. fields.Fields.Except(names).Select(name => (name, fields[name]))]);

    private static MatStruct With(MatStruct fields, string name, MatValue value) =>
        MatStruct.Create([.. fields.Fields.Except([name]).Select(field => (field, fields[field])), (name, value)]);
}
