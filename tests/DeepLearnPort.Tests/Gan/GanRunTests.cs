using System.Globalization;
using SkiaSharp;

namespace DeepLearnPort.Tests;

public class GanRunTests
{
    private static readonly GanOptions Small = new() { Engine = RandEngine.Octave, Iterations = 3, Num = 20, BatchSize = 10 };
    private static readonly IReadOnlyList<string> Presets = GanPresets.Names;
    private readonly SmallImages _images = new();

    private string Out => _images.InFolder("out");

    [TearDown]
    public void RemoveFolder() => _images.Dispose();

    /// <summary>A preset's kind of training, small enough for a test.</summary>
    private static GanOptions Shrunk(string preset)
    {
        var options = GanPresets.Get(preset) with { Iterations = 3, Num = 20, BatchSize = 10, DHidden = [6] };
        return options with { GHidden = options.GHidden.Count == 0 ? [] : [8], NoiseUnits = options.NoiseUnits > 0 ? 3 : 0 };
    }

    private GanRun Run(GanOptions options, int snapshotEvery = 2, int checkpointEvery = 0) => new(options, Data(options), Out, snapshotEvery, checkpointEvery);

    private RealData Data(GanOptions options) => options.Gaussian ? GaussianData.For(options) : _images.Set;

    private string[] Files() => [.. Directory.GetFiles(Out).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    // The columns that must not depend on when a run was broken: all but the sixth, seconds.
    private string[] Log() => [.. File.ReadLines(Path.Combine(Out, "log.csv")).Select(line => string.Join(',', line.Split(',').Where((_, i) => i != 5)))];

    [Test]
    public void Run_ToItsEnd_LeavesEveryFile()
    {
        var run = Run(Small);
        run.Run();
        Assert.That(Files(), Is.EqualTo(new[] { "log.csv", "losses.png", "nearest.png", "networks.mat", "report.html", "samples-00002.png", "samples-00003.png" }));

        string[] log = File.ReadAllLines(Path.Combine(Out, "log.csv"));
        Assert.That(log[0], Is.EqualTo("iteration,loss_d,loss_g,d_real,d_fake,seconds,grad_d,grad_g,pixel_spread"));
        Assert.That(log, Has.Length.EqualTo(4));
        Assert.That(double.Parse(log[3].Split(',')[1], CultureInfo.InvariantCulture), Is.EqualTo(run.Log[2].loss_d), "17 digits read back to the same bits");
    }

    [Test]
    public void Run_Losses_AreFourPanelsWithCurvesInEach()
    {
        Run(Small).Run();
        using var picture = SKBitmap.Decode(Path.Combine(Out, "losses.png"));
        int height = picture.Height / 4;
        int Coloured(int panel) => Enumerable.Range(panel * height, height)
            .Sum(y => Enumerable.Range(0, picture.Width).Count(x => picture.GetPixel(x, y) is var p && Math.Abs(p.Red - p.Blue) > 60));
        Assert.That(Enumerable.Range(0, 4).Select(Coloured), Has.All.GreaterThan(100));
    }

    [Test]
    public void Run_Networks_ReadBackAsTheyWere()
    {
        var run = Run(Small);
        run.Run();
        var file = MatFile.Load(Path.Combine(Out, "networks.mat"));
        var nn_G = MatConvert.To<Nn>(file["nn_G"]);
        Assert.That(nn_G.W, Is.EqualTo(run.Gan.nn_G.W));
        Assert.That(nn_G.vW, Is.EqualTo(run.Gan.nn_G.vW));
        Assert.That(MatConvert.To<Nn>(file["nn_D"]).size, Is.EqualTo(new[] { 16, 100, 1 }));
    }

    [TestCaseSource(nameof(Presets))]
    public void Run_EveryPreset_LogsNumbersAndLeavesAGenerator(string preset)
    {
        var options = Shrunk(preset);
        var run = Run(options);
        run.Run();
        Assert.That(run.Log.Select(row => row.loss_d + row.loss_g + row.d_real + row.d_fake + row.grad_d + row.grad_g + row.pixel_spread), Has.All.Matches<double>(double.IsFinite));
        var generator = Generator.Load(Path.Combine(Out, "networks.mat"));
        Assert.That(generator.nn.W, Is.EqualTo(run.Gan.Generator.nn.W));
        Assert.That(generator.IsConditional, Is.EqualTo(options.Conditional));
        var samples = generator.Sample(7, new OctaveStream(1));
        Assert.That((samples.RowCount, samples.ColumnCount), Is.EqualTo((7, options.Gaussian ? 1 : 16)));
    }

    [Test]
    public void Run_Cancelled_SavesWhatWasDone()
    {
        using var cancel = new CancellationTokenSource();
        var run = Run(Small with { Iterations = 1000 });
        run.Run(row => { if (row.iteration == 3) cancel.Cancel(); }, cancel.Token);
        Assert.That(run.Log, Has.Count.EqualTo(3));
        Assert.That(Files(), Has.Member("networks.mat").And.Member("report.html").And.Member("samples-00003.png"));
    }

    [TestCase("article")]
    [TestCase("conditional-deep")]
    [TestCase("paper")]
    [TestCase("cgan")]
    [TestCase("gaussian")]
    public void Resume_AfterABreakAnywhere_EndsBitEqual(string preset)
    {
        var options = Shrunk(preset) with { Iterations = 7 };
        var unbroken = Run(options);
        unbroken.Run();
        string[] log = Log();

        // The checkpoint is that of alternation 4; 5 and a half written 6 are in the log.
        var broken = Run(options, checkpointEvery: 4);
        Assert.That(() => broken.Run(row => { if (row.iteration == 5) throw new InvalidOperationException("killed"); }), Throws.InvalidOperationException);
        File.AppendAllText(Path.Combine(Out, "log.csv"), "6,0.12");
        var resumed = GanRun.Resume(Data(options), Out);
        Assert.That(resumed.Gan.Iteration, Is.EqualTo(4));
        resumed.Run();

        Assert.That(Log(), Is.EqualTo(log));
        foreach (var (now, before) in new[] { (resumed.Gan.nn_G, unbroken.Gan.nn_G), (resumed.Gan.nn_D, unbroken.Gan.nn_D) })
        {
            Assert.That(now.W, Is.EqualTo(before.W));
            Assert.That(now.vW, Is.EqualTo(before.vW));
        }
        Assert.That(resumed.Gan.Step() with { seconds = 0 }, Is.EqualTo(unbroken.Gan.Step() with { seconds = 0 }), "the streams stand at the same place");
    }

    [Test]
    public void Resume_BeforeTheFirstCheckpointIsDue_BeginsAgain()
    {
        var options = Shrunk("paper");
        _ = Run(options, checkpointEvery: 100);
        var resumed = GanRun.Resume(_images.Set, Out);
        resumed.Run();
        Assert.That(resumed.Log, Has.Count.EqualTo(3));
    }

    [Test]
    public void Resume_WithoutACheckpoint_Says()
    {
        Run(Small).Run();
        Assert.That(() => GanRun.Resume(_images.Set, Out), Throws.InstanceOf<FileNotFoundException>().With.Message.Contains("only a run with checkpoints"));
    }

    [Test]
    public void Resume_OfAnotherMatFile_Says()
    {
        Run(Small).Run();
        File.Copy(Repository.Path("matlab-ref", "article", "octave_seed0_0020_curves.mat"), Path.Combine(Out, "checkpoint.mat"));
        Assert.That(() => GanRun.Resume(_images.Set, Out), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("not a checkpoint of dlport gan"));
    }

    [TestCaseSource(nameof(Presets))]
    public void Checkpoint_OfAnyPreset_HoldsTheGeneratorAsItMakesSamples(string preset)
    {
        var run = Run(Shrunk(preset), checkpointEvery: 1);
        run.Run();
        var (saved, checkpoint) = (Generator.Load(Path.Combine(Out, "networks.mat")), Generator.Load(Path.Combine(Out, "checkpoint.mat")));
        Assert.That(checkpoint.nn.W, Is.EqualTo(saved.nn.W));
        Assert.That((checkpoint.Noise, checkpoint.IsConditional), Is.EqualTo((saved.Noise, saved.IsConditional)));
    }

    [TestCase("article")]
    [TestCase("gaussian")]
    public void Run_Report_NeedsNothingBesideIt(string preset)
    {
        Run(Shrunk(preset)).Run();
        string html = File.ReadAllText(Path.Combine(Out, "report.html"));
        Assert.That(html, Does.Not.Match("(src|href)=\"(?!data:)").And.Not.Contain("http"));
        Assert.That(html, Does.Contain("data:image/png;base64,").And.Contains("type=\"range\""));
    }

    [Test]
    public void Step_SameSeed_SameNumbers_AnotherSeed_Others([Values("article", "paper")] string preset)
    {
        double Loss(uint seed)
        {
            Display.Writer = TextWriter.Null;
            return Gan.Create(Shrunk(preset) with { Seed = seed }, _images.Set).Step().loss_d;
        }
        double[] losses = [Loss(1), Loss(1), Loss(2)];
        Assert.That(losses[1], Is.EqualTo(losses[0]));
        Assert.That(losses[2], Is.Not.EqualTo(losses[0]));
    }

    [Test]
    public void Step_TrainingTheStack_LeavesDAsItWas()
    {
        Display.Writer = TextWriter.Null;
        var gan = Gan.Create(Small, _images.Set);
        gan.Step();
        Assert.That(gan.nn_G.W[^1], Is.Not.EqualTo(gan.nn_D.W[^1]), "the stack's copy moved after it was shared");
        Assert.That(gan.nn_G.W[1], Is.Not.EqualTo(gan.nn_D.W[0]));
    }

    [Test]
    public void Step_AnotherAlternation_LeavesNetworksThatWereTaken([Values(GanOptimizer.Adam, GanOptimizer.Sgd)] GanOptimizer optimizer)
    {
        var gan = Gan.Create(Shrunk("paper") with { Optimizer = optimizer }, _images.Set);
        gan.Step();
        var (nn_G, nn_D) = (gan.nn_G, gan.nn_D);
        Mat[] before = [.. nn_G.W.Concat(nn_D.W).Select(W => W.Clone())];
        gan.Step();
        Assert.That(nn_G.W.Concat(nn_D.W), Is.EqualTo(before));
        Assert.That(gan.nn_G.W, Is.Not.EqualTo(nn_G.W));
    }

    [TestCase(41, 10, "num must not exceed the 40 images")]
    [TestCase(20, 3, "batch-size must divide num = 20")]
    [TestCase(0, 10, "num must be at least 1")]
    public void Gan_SettingsThatDoNotFit_AreNamed(int num, int batchSize, string message) =>
        Assert.That(() => Run(Small with { Num = num, BatchSize = batchSize }), Throws.ArgumentException.With.Message.Contains(message));

    [Test]
    public void Gan_WhatOnlyThePapersTrainingHas_IsRefusedInTheArticles()
    {
        Assert.That(() => Run(Small with { Loss = GanLoss.Log }), Throws.ArgumentException.With.Message.Contains("a log loss needs freeze-d"));
        Assert.That(() => Run(Small with { Optimizer = GanOptimizer.Adam }), Throws.ArgumentException.With.Message.Contains("needs freeze-d"));
        Assert.That(() => Run(Small with { Activation = "relu", GradientPenalty = 1 }), Throws.ArgumentException.With.Message.Contains("needs freeze-d"));
        Assert.That(() => Run(Small with { FreezeD = true, GradientPenalty = 1 }), Throws.ArgumentException.With.Message.Contains("needs activation relu or leaky_relu"));
        Assert.That(() => Run(Small with { Conditional = true, NoiseUnits = 3 }), Throws.ArgumentException.With.Message.Contains("noise-units"));
        Assert.That(() => Gan.Create(Small with { Conditional = true }, ImageSet.Load(_images.File)), Throws.ArgumentException.With.Message.Contains("labelled images"));
    }

    [Test]
    public void ImageSet_Rows_AreTheMatrixOver255()
    {
        var images = _images.Set;
        var x = MatFile.Load(_images.File, "train_x").AsMatrix();
        Assert.That(images.Rows([40, 1, 7]), Is.EqualTo(x.Rows([40, 1, 7]).Map(pixel => pixel / 255))); // MathNet's own "/ 255" multiplies by 1/255
        var mapped = Mat.Build.Dense(3, 16);
        images.CopyMapped([40, 1, 7], mapped);
        Assert.That(mapped, Is.EqualTo(Toolbox.mapminmax(images.Rows([40, 1, 7]), 0, 1).Y));
        Assert.That(() => images.Rows([41]), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("image 41"));
        Assert.That(images.DigitsOf([40, 1, 7]), Is.EqualTo(new[] { 9, 0, 6 }));
    }
}
