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

    [TestCase("article")]
    [TestCase("paper")]
    [TestCase("lsgan")]
    [TestCase("gaussian")]
    public void Run_NumbersThatAreNotFinite_LeavesEveryFileAndSaysSo(string preset)
    {
        var run = Run(Shrunk(preset) with { LearningRate = 1e308 });
        run.Run();
        Assert.That(run.Failures, Is.Empty);
        Assert.That(Files(), Has.Length.EqualTo(7).And.Member("networks.mat").And.Member("report.html"));
        Assert.That(run.Verdict, Does.StartWith("The training has diverged: from alternation 1 on"));
    }

    [Test]
    public void Run_GaussianFromSeveralInputs_DrawsTheFirst()
    {
        var run = Run(Shrunk("gaussian") with { NoiseSize = 5 });
        run.Run();
        Assert.That(run.Failures, Is.Empty);
        Assert.That(File.ReadAllText(Path.Combine(Out, "report.html")), Does.Contain("the first number of z"));
    }

    [Test]
    public void Run_BothAtTheEndsOfTheirSigmoids_SaysSoWithoutAWordOfDigits()
    {
        var run = Run(Shrunk("paper") with { LearningRate = 1e9 });
        run.Run();
        Assert.That(run.Verdict, Does.StartWith("D and G are saturated").And.Not.Contain("digit"));
    }

    [Test]
    public void Run_SamplesAllAlike_ComparesThemWithTheImages()
    {
        var run = Run(Small);
        run.Run();
        Assert.That(run.Verdict, Does.Match("the real images by 0[.][0-9]{3}").And.Not.Contain("digit"));
    }

    // Each is made a folder while the run goes on.
    [TestCase("losses.png")]
    [TestCase("nearest.png")]
    [TestCase("samples-00003.png")]
    public void Run_PictureThatCannotBeMade_TakesNothingElseAlong(string file)
    {
        var run = Run(Small);
        run.Run(row => Directory.CreateDirectory(_images.InFolder("out", row.iteration == 2 ? file : "")));
        Assert.That(run.Failures.Keys, Is.EqualTo(new[] { file }));
        string report = File.ReadAllText(Path.Combine(Out, "report.html"));
        Assert.That(report, Does.Contain(file).And.Contain("is a folder, not a file"));
        Assert.That(Files(), Has.Member("networks.mat").And.Length.EqualTo(6));
    }

    [Test]
    public void Run_NetworksThatCannotBeWritten_FailsWithTheRestWritten()
    {
        var run = Run(Small);
        Assert.That(() => run.Run(_ => Directory.CreateDirectory(_images.InFolder("out", "networks.mat"))),
            Throws.InstanceOf<IOException>().With.Message.Contains("networks.mat is a folder"));
        Assert.That(Files(), Is.SupersetOf(new[] { "log.csv", "losses.png", "nearest.png", "report.html" }));
    }

    [Test]
    public void Run_FolderInPlaceOfAFile_IsRefusedBeforeAnything()
    {
        Directory.CreateDirectory(_images.InFolder("out", "networks.mat"));
        Assert.That(() => Run(Small), Throws.InstanceOf<IOException>().With.Message.Contains("networks.mat is a folder"));
        Assert.That(Files(), Is.Empty);
    }

    [TestCase("article", 10000, 10000, "noise-size, g-hidden, d-hidden and num must leave|a MAT file can hold")]
    [TestCase("paper", 13000, 13000, "a MAT file can hold|memory")]
    [TestCase("paper", int.MaxValue, 1, "g-hidden would need a matrix of 2147483647×101, 1735 GB")]
    public void Gan_NetworksThatCannotBeHeldOrSaved_AreRefused(string preset, int first, int second, string message) =>
        Assert.That(() => Run(GanPresets.Get(preset) with { Num = 20, BatchSize = 10, GHidden = [first, second] }),
            Throws.ArgumentException.With.Message.Match(message));

    [Test]
    public void Run_FolderOfAnotherRun_IsRefusedAndLeftAlone()
    {
        var run = Run(Small);
        using (RunFolder.Enter(Out))
        {
            Assert.That(() => Run(Small), Throws.InstanceOf<IOException>().With.Message.Contains("another run is writing to"));
            Assert.That(() => run.Run(), Throws.InstanceOf<IOException>().With.Message.Contains("another run is writing to"));
        }
        Assert.That(Files(), Is.Empty);
        run.Run();
        Assert.That(Files(), Has.Member("networks.mat"));
    }

    [TestCase("article", true)]
    [TestCase("conditional", false)]
    [TestCase("paper", true)]
    [TestCase("paper", false)]
    public void Step_StoppedInside_IsAsIfItHadNotBegun(string preset, bool inTheFirst)
    {
        var options = Shrunk(preset);
        Display.Writer = TextWriter.Null;
        var unbroken = Gan.Create(options, _images.Set);
        var data = new StoppingData(_images.Set);
        var broken = Gan.Create(options, data);
        if (!inTheFirst) // later ones are broken off only where they take long
            Assert.That(broken.Step() with { seconds = 0 }, Is.EqualTo(unbroken.Step() with { seconds = 0 }));

        using var cancel = new CancellationTokenSource();
        data.Stop = cancel.Cancel;
        var round = broken.Step(cancel.Token);
        data.Stop = null;

        Assert.That(round is null, Is.EqualTo(inTheFirst));
        if (!inTheFirst)
            Assert.That(round!.Value with { seconds = 0 }, Is.EqualTo(unbroken.Step() with { seconds = 0 }));
        Assert.That(broken.Iteration, Is.EqualTo(unbroken.Iteration));
        for (int i = 0; i < 2; i++)
            Assert.That(broken.Step() with { seconds = 0 }, Is.EqualTo(unbroken.Step() with { seconds = 0 }));
        Assert.That(broken.nn_G.W.Concat(broken.nn_D.vW), Is.EqualTo(unbroken.nn_G.W.Concat(unbroken.nn_D.vW)));
    }

    [TestCase("article")]
    [TestCase("paper")]
    public void Resume_AfterAStop_EndsBitEqualThoughNoCheckpointsWereAskedFor(string preset)
    {
        var options = Shrunk(preset) with { Iterations = 5 };
        var unbroken = Run(options);
        unbroken.Run();
        string[] log = Log();

        using var cancel = new CancellationTokenSource();
        var stopped = Run(options);
        stopped.Run(row => { if (row.iteration == 2) cancel.Cancel(); }, cancel.Token);
        Assert.That(Files(), Has.Member("checkpoint.mat").And.Member("networks.mat"));
        var resumed = GanRun.Resume(_images.Set, Out);
        resumed.Run();

        Assert.That(Log(), Is.EqualTo(log));
        Assert.That(resumed.Gan.nn_G.W, Is.EqualTo(unbroken.Gan.nn_G.W));
        Assert.That(Files(), Has.No.Member("checkpoint.mat"), "the run is at its end");
    }

    [Test]
    public void Run_ImagesOfNoSquare_AreRefusedBeforeAnything()
    {
        var data = ImageSet.Load(_images.Oblong());
        Assert.That(() => new GanRun(Small, data, Out, 2),
            Throws.ArgumentException.With.Message.Contains("image-height must say how many rows").And.Message.Contains("12 pixels"));
        Assert.That(() => new GanRun(Small with { ImageHeight = 5 }, data, Out, 2),
            Throws.ArgumentException.With.Message.Contains("image-height must divide the 12 pixels"));
        Assert.That(Directory.Exists(Out), Is.False);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Run_ImagesOfKnownHeight_AreDrawnInTheirForm(bool pages)
    {
        var options = pages ? Small : Small with { ImageHeight = 3 };
        new GanRun(options, ImageSet.Load(_images.Oblong(pages)), Out, 3).Run();
        using var picture = SKBitmap.Decode(Path.Combine(Out, "samples-00003.png"));
        Assert.That((picture.Width, picture.Height), Is.EqualTo((10 * (4 * 2 + 2) + 2, 4 * (3 * 2 + 2) + 2)),
            "40 images of 3×4, ten in a row");
        Assert.That(Generator.Load(Path.Combine(Out, "networks.mat")).Height, Is.EqualTo(3));
    }

    [Test]
    public void ImageSet_OfPages_HasTheSameRowsAsTheMatrix() =>
        Assert.That(ImageSet.Load(_images.Oblong(pages: true)).Rows(..), Is.EqualTo(ImageSet.Load(_images.Oblong()).Rows(..)));

    [TestCase(new byte[] { 0, 0 }, "row 1 is [0 0 0 0 0 0 0 0 0 0]")]
    [TestCase(new byte[] { 1, 1 }, "row 1 is [1 1 0 0 0 0 0 0 0 0]")]
    [TestCase(new byte[] { 7, 0 }, "row 1 is [7 0 0 0 0 0 0 0 0 0]")]
    public void ImageSet_LabelsThatAreNotOneHot_NamesTheRow(byte[] firstRow, string message)
    {
        string path = _images.InFolder("labels.mat");
        var label = new byte[2 * RealData.Classes];
        (label[0], label[2], label[1]) = (firstRow[0], firstRow[1], 1);
        var images = MatNumeric.Create(new byte[2 * 16], 2, 16);
        MatFile.Save(path, [new("train_x", images), new("train_y", MatNumeric.Create(label, 2, RealData.Classes))]);
        Assert.That(() => ImageSet.Load(path, "train_x", "train_y"),
            Throws.ArgumentException.With.Message.Contains("train_y of").And.Message.Contains(message));
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

    /// <summary>Images that call for a stop when they are read.</summary>
    private sealed class StoppingData(ImageSet images) : RealData
    {
        public Action? Stop { get; set; }

        public override int Count => images.Count;

        public override int Pixels => images.Pixels;

        public override bool IsLabelled => true;

        public override Mat Labels(ReadOnlySpan<int> index) => images.Labels(index);

        public override Mat Rows(ReadOnlySpan<int> index)
        {
            Stop?.Invoke();
            return images.Rows(index);
        }
    }
}
