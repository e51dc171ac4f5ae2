namespace DeepLearnPort.Tests;

public class GanRunTests
{
    private static readonly GanOptions Small = new() { Engine = RandEngine.Octave, Iterations = 3, Num = 20, BatchSize = 10 };
    private readonly string _folder = Directory.CreateTempSubdirectory("dlport-test-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    private ImageSet Images()
    {
        var pixels = new double[40 * 16];
        new OctaveStream(5).Rand(pixels);
        string path = Path.Combine(_folder, "images.mat");
        MatFile.Save(path, [new("train_x", MatNumeric.Create(pixels.Select(p => (byte)(p * 256)).ToArray(), 40, 16))]);
        return ImageSet.Load(path);
    }

    private GanRun Run(GanOptions options, int snapshotEvery = 2) => new(options, Images(), Path.Combine(_folder, "out"), snapshotEvery);

    private string[] Files() => [.. Directory.GetFiles(Path.Combine(_folder, "out")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Test]
    public void Run_ToItsEnd_LeavesEveryFile()
    {
        var run = Run(Small);
        run.Run();
        Assert.That(Files(), Is.EqualTo(new[] { "log.csv", "losses.png", "networks.mat", "report.html", "samples-00002.png", "samples-00003.png" }));

        string[] log = File.ReadAllLines(Path.Combine(_folder, "out", "log.csv"));
        Assert.That(log[0], Is.EqualTo("iteration,loss_d,loss_g,d_real,d_fake,seconds"));
        Assert.That(log, Has.Length.EqualTo(4));
        Assert.That(double.Parse(log[3].Split(',')[1], System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(run.Log[2].loss_d), "17 digits read back to the same bits");
    }

    [Test]
    public void Run_Networks_ReadBackAsTheyWere()
    {
        var run = Run(Small);
        run.Run();
        var file = MatFile.Load(Path.Combine(_folder, "out", "networks.mat"));
        var nn_G = MatConvert.To<Nn>(file["nn_G"]);
        Assert.That(nn_G.W, Is.EqualTo(run.Gan.nn_G.W));
        Assert.That(nn_G.vW, Is.EqualTo(run.Gan.nn_G.vW));
        Assert.That(MatConvert.To<Nn>(file["nn_D"]).size, Is.EqualTo(new[] { 16, 100, 1 }));
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

    [Test]
    public void Run_Report_NeedsNothingBesideIt()
    {
        Run(Small).Run();
        string html = File.ReadAllText(Path.Combine(_folder, "out", "report.html"));
        Assert.That(html, Does.Not.Match("(src|href)=\"(?!data:)").And.Not.Contain("http"));
        Assert.That(html, Does.Contain("data:image/png;base64,"));
    }

    [Test]
    public void Step_SameSeed_SameNumbers_AnotherSeed_Others()
    {
        double Loss(uint seed)
        {
            Display.Writer = TextWriter.Null;
            return new Gan(Small with { Seed = seed }, Images()).Step().loss_d;
        }
        double[] losses = [Loss(1), Loss(1), Loss(2)];
        Assert.That(losses[1], Is.EqualTo(losses[0]));
        Assert.That(losses[2], Is.Not.EqualTo(losses[0]));
    }

    [Test]
    public void Step_TrainingTheStack_LeavesDAsItWas()
    {
        Display.Writer = TextWriter.Null;
        var gan = new Gan(Small, Images());
        gan.Step();
        Assert.That(gan.nn_G.W[^1], Is.Not.EqualTo(gan.nn_D.W[^1]), "the stack's copy moved after it was shared");
        Assert.That(gan.nn_G.W[1], Is.Not.EqualTo(gan.nn_D.W[0]));
    }

    [TestCase(41, 10, "num must not exceed the 40 images")]
    [TestCase(20, 3, "batch size must divide num = 20")]
    [TestCase(0, 10, "num must be at least 1")]
    public void Gan_SettingsThatDoNotFit_AreNamed(int num, int batchSize, string message) =>
        Assert.That(() => Run(Small with { Num = num, BatchSize = batchSize }), Throws.ArgumentException.With.Message.Contains(message));

    [Test]
    public void ImageSet_Rows_AreTheMatrixOver255()
    {
        var images = Images();
        var x = MatFile.Load(Path.Combine(_folder, "images.mat"), "train_x").AsMatrix();
        Assert.That(images.Rows([40, 1, 7]), Is.EqualTo(x.Rows([40, 1, 7]).Map(pixel => pixel / 255))); // MathNet's own "/ 255" multiplies by 1/255
        var mapped = Mat.Build.Dense(3, 16);
        images.CopyMapped([40, 1, 7], mapped);
        Assert.That(mapped, Is.EqualTo(Toolbox.mapminmax(images.Rows([40, 1, 7]), 0, 1).Y));
        Assert.That(() => images.Rows([41]), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("image 41"));
    }
}
