using System.Text.Json;
using DeepLearnPort.Cli;

namespace DeepLearnPort.Tests.Cli;

[TestFixture]
public sealed class VerifyCommandTests : IDisposable
{
    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task Verify_AllPass_PrintsOneLineACaseAndTheCount()
    {
        _folder.Write("a", "sigm", [0.0], [0.5]);
        _folder.Write("b", "sigm", [1.0], [0.7310585786300049 + 1e-13]);

        var run = await Dlport.RunAsync("verify", _folder.Path);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero);
            Assert.That(run.Error, Is.Empty);
            Assert.That(Lines(run.Output), Is.EqualTo(new[] { "passed    a  0", "passed    b  1.0e-13 at out{1}", "2 passed, 0 failed" }));
        });
    }

    [Test]
    public async Task Verify_OneDiffers_Returns1AndShowsTheThreeLargestPlaces()
    {
        string path = _folder.Write("a", "sigm", [MatNumeric.Row(0, 0, 0, 0)], [MatNumeric.Row(0.5, 1.5, 4.5, 2.5)]).Path;

        var run = await Dlport.RunAsync("verify", path);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(Lines(run.Output), Is.EqualTo(new[]
        {
            "failed    a  1.0e00 at out{1}(1,2)  3 differ by more than 1.0e-10",
            "          out{1}(1,2): got 0.5, expected 1.5, error 6.7e-01",
            "",
        }).Or.Length.EqualTo(5));
        Assert.That(Lines(run.Output)[^1], Is.EqualTo("0 passed, 1 failed"));
        Assert.That(run.Output, Does.Contain("out{1}(1,3): got 0.5, expected 4.5, error 8.9e-01"));
        Assert.That((await Dlport.RunAsync("verify", path, "--tol", "1")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Verify_FunctionNotHere_Returns1UnlessAllowed()
    {
        _folder.Write("a", "nosuchfunction", [], []);
        _folder.Write("b", "sigm", [0.0], [0.5]);

        var run = await Dlport.RunAsync("verify", _folder.Path);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(Lines(run.Output)[0], Does.StartWith("skipped   a").And.Contain("nosuchfunction"));
        Assert.That(Lines(run.Output)[^1], Is.EqualTo("1 passed, 0 failed"));
        Assert.That((await Dlport.RunAsync("verify", _folder.Path, "--allow-skip")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Verify_DamagedFile_Returns2AndReplaysTheOthers()
    {
        _folder.Write("b", "sigm", [0.0], [0.5]);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "a.mat"), "not a MAT file");

        var run = await Dlport.RunAsync("verify", _folder.Path);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(Lines(run.Error).Single(), Does.StartWith("dlport: ").And.Contain("a.mat"));
        Assert.That(Lines(run.Output)[^1], Is.EqualTo("1 passed, 0 failed"));
    }

    [TestCase("nowhere")]
    [TestCase(".")]
    [TestCase("--tol", "-1")]
    public async Task Verify_BadUsage_Returns2WithOneLine(params string[] args)
    {
        string nowhere = Path.Combine(_folder.Path, "nowhere");
        string[] line = args[0] == "--tol" ? ["verify", _folder.Write("a", "sigm", [0.0], [0.5]).Path, .. args] : ["verify", args[0] == "." ? _folder.Path : nowhere];

        var run = await Dlport.RunAsync(line);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Is.Empty);
        Assert.That(Lines(run.Error), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Verify_Csv_HoldsOneRowACase()
    {
        _folder.Write("a", "sigm", [0.0], [0.25]);
        string csv = Path.Combine(_folder.Path, "report.csv");

        await Dlport.RunAsync("verify", _folder.Path, "--csv", csv);

        Assert.That(await File.ReadAllLinesAsync(csv), Is.EqualTo(new[]
        {
            "case,function,status,error,place,tolerance,message",
            "a,sigm,failed,0.25,out{1},1E-10,1 differ by more than 1.0e-10",
        }));
    }

    [Test]
    public async Task Verify_Json_HoldsCountsAndDifferences()
    {
        _folder.Write("a", "sigm", [0.0], [double.PositiveInfinity]);

        var run = await Dlport.RunAsync("verify", _folder.Path, "--json");

        using var json = JsonDocument.Parse(run.Output);
        var only = json.RootElement.GetProperty("cases")[0];
        Assert.That(json.RootElement.GetProperty("failed").GetInt32(), Is.EqualTo(1));
        Assert.That(only.GetProperty("error").GetString(), Is.EqualTo("Infinity"));
        Assert.That(only.GetProperty("differences")[0].GetProperty("expected").GetString(), Is.EqualTo("Inf"));
    }

    [Test]
    public async Task Verify_Stopped_KeepsWhatWasDone()
    {
        _folder.Write("a", "sigm", [0.0], [0.5]);
        string csv = Path.Combine(_folder.Path, "report.csv");
        using var output = new StringWriter();
        using var error = new StringWriter();

        int exitCode = await CommandLine.RunAsync(["verify", _folder.Path, "--csv", csv], output, error, new CancellationToken(canceled: true));

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(error.ToString().Trim(), Does.StartWith("dlport: stopped"));
        Assert.That(Lines(output.ToString()), Is.EqualTo(new[] { "stopped: 1 of 1 not replayed", "0 passed, 0 failed" }));
        Assert.That(await File.ReadAllLinesAsync(csv), Has.Length.EqualTo(1));
    }

    [Test, CancelAfter(120_000)]
    public async Task Verify_StoppedInALongCase_PrintsWhatWasDone(CancellationToken cancel)
    {
        _folder.Write("a", "sigm", [0.0], [0.5]);
        WriteEndless("b");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var output = new StoppingWriter(stop, "passed    a");
        using var error = new StringWriter();

        int exitCode = await CommandLine.RunAsync(["verify", _folder.Path], output, error, stop.Token);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(Lines(output.ToString()),
            Is.EqualTo(new[] { "passed    a  0", "stopped: 1 of 2 not replayed", "1 passed, 0 failed" }));
    }

    [Test]
    public async Task Verify_EndlessCase_IsNamedAndTheOthersRun()
    {
        WriteEndless("a");
        _folder.Write("b", "sigm", [0.0], [0.5]);

        var run = await Dlport.RunAsync("verify", _folder.Path, "--timeout", "0.2");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(Lines(run.Output),
            Is.EqualTo(new[] { "failed    a  timed out after 0.2 s", "passed    b  0", "1 passed, 1 failed" }));
    }

    [TestCase("--timeout", "0")]
    [TestCase("--timeout", "nan")]
    [TestCase("--timeout", "1e9")]
    [TestCase("--memory", "-1")]
    [TestCase("--csv", ".")]
    [TestCase("--csv", "no/such/folder.csv")]
    public async Task Verify_OptionThatCannotBe_IsRefusedBeforeAnyCase(string option, string value)
    {
        _folder.Write("a", "sigm", [0.0], [0.5]);

        var run = await Dlport.RunAsync("verify", _folder.Path, option, value);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(Lines(run.Error).Single(), Does.Contain(option));
    }

    [Test]
    public async Task Verify_NamesThatForge_MakeNoLineNoFormulaAndNoEscape()
    {
        string forged = "=x\n9 passed, 0 failed\u001b[2K\u202E";
        _folder.Write("=1+1", forged, [], []);
        _folder.WriteForged("b", forged);
        _folder.Write("c", "sigm", [0.0], [0.5], ("rng_before", MatStruct.Create(("engine", forged))));
        string csv = Path.Combine(_folder.Path, "report.csv");

        var run = await Dlport.RunAsync("verify", _folder.Path, "--csv", csv);
        var json = await Dlport.RunAsync("verify", _folder.Path, "--json");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        foreach (string shown in new[] { run.Output, run.Error, File.ReadAllText(csv), json.Output })
            Assert.That(shown.ReplaceLineEndings(""), Does.Not.Match(@"[\p{C}]"));
        Assert.That(Lines(run.Output), Has.None.StartsWith("9 passed"));
        Assert.That(Lines(run.Error), Has.Length.EqualTo(1));
        Assert.That(File.ReadAllLines(csv)[1], Does.StartWith("\"'=1+1\",\"'=x"));
        using var parsed = JsonDocument.Parse(json.Output);
        Assert.That(parsed.RootElement.GetProperty("cases")[0].GetProperty("function").GetString(), Is.EqualTo(forged));
    }

    [Test, Platform("Linux")]
    public async Task Verify_DevicesAndProcesses_AreUnusable()
    {
        foreach (string path in new[] { "/dev/zero", "/dev/null", "/proc/self/status", "/proc/self/mem" })
        {
            var run = await Dlport.RunAsync("verify", path);
            Assert.That((run.ExitCode, Lines(run.Output)[^1]), Is.EqualTo((2, "0 passed, 0 failed")));
            Assert.That(Lines(run.Error).Single(), Does.Contain(path));
        }
    }

    [Test, Platform("Linux")]
    public async Task Verify_PipeThatNobodyWrites_TimesOut()
    {
        await Command.OutputOf("mkfifo", ["pipe.mat"], _folder.Path);

        var run = await Dlport.RunAsync("verify", _folder.Path, "--timeout", "0.2");

        Assert.That(Lines(run.Output)[0], Is.EqualTo("failed    pipe  timed out after 0.2 s"));
    }

    [Test, Category("Slow")]
    public async Task Verify_CaseThatWantsAllMemory_FailsAndTheNextOneRuns()
    {
        _folder.Write("a", "repmat", [1.0, 40_000.0, 40_000.0], [1.0]);
        _folder.Write("b", "sigm", [0.0], [0.5]);

        var (code, output, _) = await Command.RunAsync("dotnet",
            [typeof(CommandLine).Assembly.Location, "verify", _folder.Path, "--memory", "0.5"]);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(Lines(output)[0], Does.StartWith("failed    a").And.Contain("not enough memory"));
        Assert.That(Lines(output)[1..], Is.EqualTo(new[] { "passed    b  0", "1 passed, 1 failed" }));
    }

    [TestCase("INT")]
    [TestCase("TERM")]
    [Platform("Linux"), Category("Slow"), CancelAfter(120_000)]
    public async Task Verify_SignalInALongCase_PrintsWhatWasDoneAndEnds(string signal, CancellationToken cancel)
    {
        _folder.Write("a", "sigm", [0.0], [0.5]);
        WriteEndless("b");
        string shown = Path.Combine(_folder.Path, "shown");
        using var process = DlportProcess.Shell(
            $"exec env --default-signal=INT,TERM dotnet {typeof(CommandLine).Assembly.Location} verify {_folder.Path} > {shown}");
        while (!File.Exists(shown) || !File.ReadAllText(shown).Contains("passed    a"))
            await Task.Delay(20, cancel);
        process.Signal(signal);
        var (code, _, error) = await process.EndAsync(cancel);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(Lines(await File.ReadAllTextAsync(shown, cancel)),
            Is.EqualTo(new[] { "passed    a  0", "stopped: 1 of 2 not replayed", "1 passed, 0 failed" }));
        Assert.That(error, Does.StartWith("dlport: stopped"));
    }

    // 2^31 - 2 epochs of one minibatch.
    private void WriteEndless(string name)
    {
        Mat x = Mat.Build.Dense(2, 2, 0.5);
        using var use = RandStream.Use(new OctaveStream());
        var opts = new Opts { numepochs = int.MaxValue - 1, batchsize = 2, alpha = 1, momentum = 0 };
        var dbn = Toolbox.dbnsetup(new() { sizes = [2] }, x, opts);
        _folder.Write(name, "rbmtrain", [MatConvert.From(dbn.rbm[0]), x, MatConvert.From(opts)], [1.0]);
    }

    /// <summary>Stops the command once a line begins so.</summary>
    private sealed class StoppingWriter(CancellationTokenSource stop, string line) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.StartsWith(line, StringComparison.Ordinal) == true)
                stop.Cancel();
        }
    }

    private static string[] Lines(string text) => text.TrimEnd().ReplaceLineEndings("\n").Split('\n');
}
