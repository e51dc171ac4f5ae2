using DeepLearnPort.Cli;

namespace DeepLearnPort.Tests.Cli;

/// <summary>
/// Every option of the commands that train and draw, with right and wrong values: it is taken, or refused in one line that names
/// it.
/// </summary>
public class OptionValuesTests
{
    private static readonly CancellationToken Stopped = new(canceled: true);

    private static readonly string[] Values =
    [
        "", " ", "0", "-0", "1", "2", "3", "10", "20", "-1", "-5", "+5", "5 ", " 5", "0.5", "0.25", "0,5", "1,000", "1.000",
        "5,5", "1e3", "1e-3", "1E400", "-1e308", "1e308", "5e-324", "nan", "NaN", "inf", "Infinity", "-inf", "∞", "½", "٣", "−1",
        "2147483647", "2147483648", "4294967295", "4294967296", "-2147483648", "99999999999999999999", "0x10", "1_000", "7",
        "true", "false", "yes", "mapped", "Uniform", "log", "adam", "matlab", "relu", "paper", "12,x", ",", "1;2",
        "100000,100000", "a\nb", "\u001b[31m", "--seed", "/", "/dev/null", "no/such/thing",
    ];

    private static readonly string[] GanOptions = [.. GanSettings.All.Select(option => option.Name), "--data", "--resume"];

    private readonly SmallImages _images = new();

    [TearDown]
    public void RemoveFolder() => _images.Dispose();

    private async Task<string> Trained()
    {
        await Dlport.RunAsync(Gan("cgan", "--out", _images.InFolder("trained")));
        return _images.InFolder("trained", "networks.mat");
    }

    private string[] Gan(string preset, params string[] more) =>
        ["gan", "--preset", preset, "--num", "20", "--batch-size", "10", "--iterations", "1", "--g-hidden", "4", "--d-hidden",
            "4", "--data", _images.File, .. more];

    // The option stands once: instead of the same one with its usual value, if there is one.
    private static string[] With(string[] command, string option, string value)
    {
        int at = Array.IndexOf(command, option);
        return at < 0 ? [.. command, option, value] : [.. command[..(at + 1)], value, .. command[(at + 2)..]];
    }

    [TestCaseSource(nameof(GanOptions)), CancelAfter(300000)]
    public async Task Gan_AnyValue_IsTakenOrRefusedInALine(string option)
    {
        int taken = 0, refused = 0;
        foreach (string value in Values)
        {
            string[] command = option == "--resume" ? ["gan", "--data", _images.File] : Gan("cgan");
            var run = await Dlport.RunAsync(With(command, option, value), Stopped); // all is checked, nothing trained
            Check(run, option, value, stopped: 1);
            (taken, refused) = run.ExitCode == 1 ? (taken + 1, refused) : (taken, refused + 1);
        }
        TestContext.Out.WriteLine($"{option}: {taken} taken, {refused} refused");
        Assert.That(refused, Is.GreaterThan(1));
        Assert.That(taken, option is "--resume" or "--data" ? Is.Zero : Is.GreaterThan(0));
    }

    // The values that are taken do train, to the end.
    [TestCaseSource(nameof(GanOptions)), Category("Slow"), CancelAfter(600000)]
    public async Task Gan_EveryValueTaken_TrainsToTheEnd(string option)
    {
        if (option is "--out" or "--data" or "--resume" or "--iterations")
            return; // other places, or longer than a test may take
        foreach (string value in Values)
        {
            string[] command = With(Gan("cgan", "--out", _images.InFolder("out")), option, value);
            if ((await Dlport.RunAsync(command, Stopped)).ExitCode == 2)
                continue;
            var run = await Dlport.RunAsync(command);
            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")), $"{option} {value}");
            Assert.That(File.Exists(_images.InFolder("out", "report.html")));
        }
    }

    [TestCase("--count")]
    [TestCase("--digit")]
    [TestCase("--seed")]
    [TestCase("--out")]
    public async Task Sample_AnyValue_IsTakenOrRefusedInALine(string option)
    {
        string networks = await Trained();
        foreach (string value in Values)
            if (option != "--out" || value is not ("no/such/thing" or "/dev/null")) // files, here and there
                await Check(With(["sample", networks, "--out", _images.InFolder("grid.png")], option, value), option, value, 1);
    }

    [TestCase("--samples")]
    [TestCase("--seed")]
    [TestCase("--data")]
    public async Task GanEval_AnyValue_IsTakenOrRefusedInALine(string option)
    {
        string networks = await Trained();
        foreach (string value in Values)
            await Check(With(["gan-eval", networks, "--data", _images.File], option, value), option, value, 1);
    }

    [TestCase("--out")]
    [TestCase("--data")]
    public async Task Example_AnyValue_IsRefusedInALine(string option)
    {
        foreach (string value in Values) // the images are not those of the examples, which is the last thing to be refused
            await Check(With(["example", "nn", "--data", _images.File], option, value), option, value, 2);
    }

    [TestCase("--tol")]
    [TestCase("--timeout")]
    [TestCase("--csv")]
    public async Task Verify_AnyValue_IsTakenOrRefusedInALine(string option)
    {
        foreach (string value in Values)
            if (value != "/dev/null") // which takes the rows
                await Check(["verify", Repository.Path("matlab-ref", "cases", "nnff_inf.mat"), option, value], option, value, 1);
    }

    [TestCase("--precision")]
    [TestCase("--variable")]
    public async Task Export_AnyValue_IsTakenOrRefusedInALine(string option)
    {
        foreach (string value in Values)
            await Check(["export", _images.File, _images.InFolder("model.onnx"), option, value], option, value, 2);
    }

    [TestCase("gan")]
    [TestCase("gan-eval")]
    [TestCase("sample")]
    [TestCase("example")]
    [TestCase("mnist")]
    [TestCase("info")]
    [TestCase("verify")]
    [TestCase("run")]
    [TestCase("export")]
    public async Task Help_NamesNoTypeOfOurs(string command)
    {
        var run = await Dlport.RunAsync(command, "--help");
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.Not.Contain("System.").And.Not.Contain("`1"));
    }

    private static async Task Check(string[] command, string option, string value, int stopped) =>
        Check(await Dlport.RunAsync(command, Stopped), option, value, stopped);

    private static void Check(DlportRun run, string option, string value, int stopped)
    {
        string line = run.Error.TrimEnd('\r', '\n');
        Assert.That(run.ExitCode, Is.EqualTo(2).Or.EqualTo(stopped), $"{option} '{value}': {run.Error}");
        Assert.That(line, Does.StartWith("dlport: "), $"{option} '{value}'");
        Assert.That(line.Any(char.IsControl), Is.False, $"{option} '{value}': {line}");
        Assert.That(line, Does.Not.Match("System[.]|Nullable|Parameter '|Object reference|One or more errors|denied"),
            $"{option} '{value}'");
        if (run.ExitCode == 2 && line.EndsWith("Try --help.", StringComparison.Ordinal))
            // A switch needs no value.
            Assert.That(line, Does.Contain(option).Or.Contain($"'{CommandLine.OneLine(value)}'"), $"'{value}'");
    }
}
