using DeepLearnPort.Cli;
using SkiaSharp;

namespace DeepLearnPort.Tests.Cli;

[TestFixture]
public class ExampleCommandTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("example").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    // The errors are those that the scripts reach in GNU Octave 7.3 with the original toolbox. The draws are the same, so some agree
    // to the last image; tanh_opt with a learning rate of 2 lets the last bits of a sum grow.
    [Category("Slow")]
    [TestCase("nn", new[] { 0.0765, 0.0722, 0.0855, 0.0786, 0.0791, 0.0843 }, "nn-ex5.png", "nn-ex6.png")]
    [TestCase("sae", new[] { 0.1223 }, "sae-weights.png")]
    [TestCase("dbn", new[] { 0.0756 }, "dbn-weights.png")]
    [TestCase("cnn", new[] { 0.1127 }, "cnn-loss.png")]
    public void Run_OnAllOfMnist_StaysBelowTheExamplesLimitsWithOctavesErrors(string name, double[] errors, params string[] figures)
    {
        Display.Writer = TextWriter.Null;
        var mnist = Mnist.Load(Repository.Path("matlab-ref", "data", "mnist_uint8.mat"));

        var limited = ExampleCommand.Run(name, mnist, _folder).Where(experiment => experiment.Limit is not null).ToArray();

        Assert.That(limited, Has.All.Property(nameof(Experiment.Passed)).True);
        Assert.That(limited.Select(experiment => experiment.Value), Is.EqualTo(errors).Within(4e-3));
        AssertPictures(figures);
    }

    [Test, Category("Slow")]
    public async Task RunAsync_ConvolutionalAutoencoder_PrintsOctavesErrorAndWritesItsFigures()
    {
        var run = await Dlport.RunAsync("example", "cae", "--data", Repository.Path("matlab-ref", "data", "mnist_uint8.mat"), "--out", _folder);

        Assert.That(run.ExitCode, Is.Zero);
        // Octave's mean is 0.5864313232.
        Assert.That(run.Output, Does.Match(@"1000/1000 rounds\r?\nElapsed time is [0-9.]+ seconds\.\r?\nex 1 .*reconstruction errors 0\.58643, [0-9.]+ s"));
        AssertPictures("cae-loss.png", "cae-kernels.png");
    }

    [TestCase("example", "knn")]
    [TestCase("example")]
    public async Task RunAsync_NoSuchExample_Returns2(params string[] args) => Assert.That((await Dlport.RunAsync(args)).ExitCode, Is.EqualTo(2));

    [Test]
    public async Task RunAsync_FileOfAnotherLayout_Returns2AndSaysWhatIsMissing()
    {
        string data = Path.Combine(_folder, "data.mat");
        MatFile.Save(data, [new("train_x", Mat.Build.Dense(3, 784)), new("train_y", Mat.Build.Dense(3, 9))]);

        var run = await Dlport.RunAsync("example", "nn", "--data", data, "--out", _folder);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, $"dlport: train_y of {data} must have 10 columns; is 3x9 double{Environment.NewLine}")));
    }

    [TestCase(0.07, 0.08, true)]
    [TestCase(0.08, 0.08, false)]
    [TestCase(double.NaN, 0.08, false)]
    public void Experiment_Limit_IsPassedBelowIt(double value, double limit, bool passed) =>
        Assert.That(Experiment.Error("", value, limit).Passed, Is.EqualTo(passed));

    private void AssertPictures(params string[] names)
    {
        Assert.That(Directory.GetFiles(_folder).Select(Path.GetFileName).Order(), Is.EqualTo(names.Order()));
        foreach (string name in names)
        {
            using var picture = SKBitmap.Decode(Path.Combine(_folder, name));
            Assert.That(picture.Pixels.Distinct().Count(), Is.GreaterThan(10), name);
        }
    }
}
