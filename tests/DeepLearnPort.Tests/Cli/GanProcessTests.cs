namespace DeepLearnPort.Tests.Cli;

/// <summary><c>dlport gan</c> as a process of its own: stopped, killed, without an output, twice in one folder.</summary>
[Platform("Linux"), Category("Slow")]
public class GanProcessTests
{
    private const string Endless = "1000000";
    private readonly SmallImages _images = new();

    [TearDown]
    public void RemoveFolder() => _images.Dispose();

    private string[] Train(string folder, string iterations, params string[] more) =>
        ["gan", "--preset", "cgan", "--num", "20", "--batch-size", "10", "--g-hidden", "8", "--d-hidden", "6", "--seed", "3",
            "--iterations", iterations, "--data", _images.File, "--out", _images.InFolder(folder), .. more];

    private string[] Files(string folder) => [.. Directory.GetFiles(_images.InFolder(folder)).Select(f => Path.GetFileName(f))];

    private async Task UntilRows(string folder, int rows, DlportProcess process, CancellationToken cancel)
    {
        string log = _images.InFolder(folder, "log.csv");
        while (!process.HasExited && !(File.Exists(log) && File.ReadLines(log).Count() > rows))
            await Task.Delay(5, cancel);
    }

    [TestCase("INT")]
    [TestCase("TERM")]
    [TestCase("HUP"), CancelAfter(120000)]
    public async Task Signal_WhileItTrains_SavesAndSaysHowToGoOn(string signal, CancellationToken cancel)
    {
        using var process = DlportProcess.Start(Train("out", Endless));
        await UntilRows("out", 3, process, cancel);
        process.Signal(signal);
        var (code, output, error) = await process.EndAsync(cancel);

        string folder = _images.InFolder("out");
        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Match($"^dlport: stopped; dlport gan --resume {folder} --data {_images.File} "
            + $"goes on after alternation [0-9]+ of {Endless}\n$"));
        Assert.That(output, Does.Contain($"{folder}: report.html"));
        Assert.That(Files("out"),
            Is.SupersetOf(new[] { "checkpoint.mat", "log.csv", "losses.png", "nearest.png", "networks.mat", "report.html" }));
        Assert.That(Files("out"), Has.None.EndsWith(".tmp").And.None.EndsWith(".lock"));
        Assert.That(GanRun.Resume(_images.Set, folder).Gan.Iteration, Is.GreaterThan(2));
    }

    [Test, CancelAfter(120000)]
    public async Task Kill_ThenResume_LeavesNothingHalfWrittenBehind(CancellationToken cancel)
    {
        using (var process = DlportProcess.Start(Train("out", "60", "--checkpoint-every", "1")))
        {
            await UntilRows("out", 3, process, cancel);
            process.Signal("KILL");
            await process.EndAsync(cancel);
            File.WriteAllText(
                _images.InFolder("out", $"networks.mat.{process.Id}-{Guid.NewGuid():N}.tmp"), "what a kill may leave");
        }
        var (code, _, error) = await Dlport.RunAsync("gan", "--resume", _images.InFolder("out"), "--data", _images.File);
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(File.ReadLines(_images.InFolder("out", "log.csv")).Count(), Is.EqualTo(61));
        Assert.That(Files("out"), Has.None.EndsWith(".tmp").And.None.EndsWith(".lock"));
    }

    [Test, CancelAfter(120000)]
    public async Task SecondRun_InTheSameFolder_IsRefusedAndChangesNothing(CancellationToken cancel)
    {
        using var first = DlportProcess.Start(Train("out", Endless));
        await UntilRows("out", 3, first, cancel);
        var (code, _, error) = await Dlport.RunAsync(Train("out", "1"));
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith($"dlport: another run is writing to {_images.InFolder("out")}"));

        first.Signal("KILL"); // which gives the folder up
        await first.EndAsync(cancel);
        Assert.That(GanLog.Read(_images.InFolder("out", "log.csv"), 3), Has.Count.EqualTo(3));
        Assert.That((await Dlport.RunAsync(Train("out", "1"))).ExitCode, Is.Zero);
    }

    [TestCase("> /dev/full", "dlport: the run went on without its output: No space left on device\n")]
    [TestCase("| head -n 1", "")]
    [TestCase(">&-", null)]
    [TestCase("> /dev/full 2> /dev/full", "")]
    [CancelAfter(120000)]
    public async Task Output_ThatTakesNothing_DoesNotEndATraining(string redirection, string? message, CancellationToken cancel)
    {
        using var process = DlportProcess.Shell($"set -o pipefail; dlport {string.Join(' ', Train("out", "20"))} {redirection}");
        var (code, _, error) = await process.EndAsync(cancel);
        Assert.That(code, Is.Zero);
        Assert.That(error, message is null ? Does.StartWith("dlport: the run went on without its output") : Is.EqualTo(message));
        Assert.That(Files("out"), Is.SupersetOf(new[] { "log.csv", "losses.png", "nearest.png", "networks.mat", "report.html" }));
        Assert.That(File.ReadLines(_images.InFolder("out", "log.csv")).Count(), Is.EqualTo(21));
    }

    [Test, CancelAfter(120000)]
    public async Task Blas_ThatIsNone_IsRefusedInALine(CancellationToken cancel)
    {
        using var process = DlportProcess.Shell(
            $"export DEEPLEARNPORT_BLAS=/no/such.so; dlport {string.Join(' ', Train("out", "20"))}");
        var (code, _, error) = await process.EndAsync(cancel);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith("dlport: DEEPLEARNPORT_BLAS").And.EndsWith("\n").And.Not.Contains("   at "));
    }
}
