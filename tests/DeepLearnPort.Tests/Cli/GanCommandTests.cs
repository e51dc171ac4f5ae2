using System.Diagnostics;
using DeepLearnPort.Cli;

namespace DeepLearnPort.Tests.Cli;

public class GanCommandTests
{
    private static readonly string[] Tiny = ["--preset", "cgan", "--num", "20", "--batch-size", "10", "--g-hidden", "8", "--d-hidden", "6", "--seed", "3"];
    private readonly SmallImages _images = new();

    [TearDown]
    public void RemoveFolder() => _images.Dispose();

    private string[] Train(string folder, params string[] more) => ["gan", .. Tiny, "--data", _images.File, "--out", _images.InFolder(folder), .. more];

    private string[] Log(string folder) => [.. File.ReadLines(_images.InFolder(folder, "log.csv")).Select(line => string.Join(',', line.Split(',').Where((_, i) => i != 5)))];

    [Test]
    public async Task Gan_ThenEvalAndSample_PrintAndDraw()
    {
        var (code, output, error) = await Dlport.RunAsync(Train("out", "--iterations", "2"));
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Contain("alternation 2/2").And.Contain("report.html"));
        string networks = _images.InFolder("out", "networks.mat");

        (code, output, error) = await Dlport.RunAsync("gan-eval", networks, "--samples", "30", "--data", _images.File);
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Contain("classifier [16 300 10]").And.Contain("taken for the digit asked for").And.Contain("training images").And.Contain("uniform noise"));

        string grid = _images.InFolder("grid.png");
        (code, _, error) = await Dlport.RunAsync("sample", networks, "--count", "20", "--digit", "7", "--out", grid);
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(File.ReadAllBytes(grid)[1..4], Is.EqualTo("PNG"u8.ToArray()));
    }

    [Test]
    public async Task Sample_OfAGeneratorOfNumbers_IsRefused()
    {
        string folder = _images.InFolder("gaussian");
        await Dlport.RunAsync("gan", "--preset", "gaussian", "--iterations", "1", "--out", folder);
        var (code, _, error) = await Dlport.RunAsync("sample", Path.Combine(folder, "networks.mat"));
        Assert.That((code, error), Is.EqualTo((2, "dlport: the generator makes numbers, not images: look at the gaussian.png beside it" + Environment.NewLine)));
    }

    [TestCase("no-such", null, null, "preset must be one of article, figure")]
    [TestCase("article", "--loss", "log", "needs freeze-d")]
    [TestCase("paper", "--g-hidden", "12,x", "--g-hidden takes numbers")]
    [TestCase("paper", "--noise-units", "3", "noise-units")]
    public async Task Gan_BadSettings_SayWhichAndEndWithTwo(string preset, string? option, string? value, string message)
    {
        string[] more = option is null ? [] : [option, value!];
        var (code, _, error) = await Dlport.RunAsync(["gan", "--preset", preset, .. more, "--num", "20", "--batch-size", "10", "--data", _images.File, "--out", _images.InFolder("out")]);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain(message));
        Assert.That(Directory.Exists(_images.InFolder("out")), Is.False, "nothing is begun");
    }

    [Test]
    public async Task Resume_WithASetting_IsRefused()
    {
        var (code, _, error) = await Dlport.RunAsync("gan", "--resume", _images.Folder, "--seed", "1");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("--seed does not go with --resume"));
    }

    [Test, Category("Slow")]
    public async Task Resume_AfterTheProcessWasKilled_EndsBitEqual()
    {
        // Long enough that the kill comes before the end; the same run unbroken is the one to agree with.
        const string iterations = "400";
        await Dlport.RunAsync(Train("unbroken", "--iterations", iterations));

        string program = typeof(CommandLine).Assembly.Location;
        using (var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. Train("killed", "--iterations", iterations, "--checkpoint-every", "3")]) { RedirectStandardOutput = true })!)
        {
            string log = _images.InFolder("killed", "log.csv");
            while (!process.HasExited && !(File.Exists(log) && File.ReadLines(log).Count() > 8))
                await Task.Delay(5);
            process.Kill();
            await process.WaitForExitAsync();
        }
        Assert.That(Log("killed"), Has.Length.LessThan(401), "the process was killed before its end");

        var (code, _, error) = await Dlport.RunAsync("gan", "--resume", _images.InFolder("killed"), "--data", _images.File);
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(Log("killed"), Is.EqualTo(Log("unbroken")));
        foreach (string name in new[] { "nn_G", "nn_D" })
        {
            Nn[] both = [.. new[] { "killed", "unbroken" }.Select(folder => MatConvert.To<Nn>(MatFile.Load(_images.InFolder(folder, "networks.mat"), name)))];
            Assert.That(both[0].W, Is.EqualTo(both[1].W));
            Assert.That(both[0].vW, Is.EqualTo(both[1].vW));
        }
    }
}
