using DeepLearnPort.Tests.Cli;

namespace DeepLearnPort.Tests.Scripts;

/// <summary>Every <c>.csx</c> in <c>scripts/</c>, run through <c>dlport run</c> in this process with little work to do.</summary>
public sealed class CSharpScriptTests : IDisposable
{
    private static readonly string Folder = Repository.Path("scripts");
    private readonly TemporaryFolder _out = new();

    public static IEnumerable<string> Scripts => Directory.EnumerateFiles(Folder, "*.csx").Select(file => Path.GetFileName(file)).Order();

    public void Dispose() => _out.Dispose();

    [TestCaseSource(nameof(Scripts))]
    public async Task Run_EveryScript_Succeeds(string script)
    {
        if (script == "article-gan.csx")
            Assert.Pass("has a test of its own");
        var run = await Run(script, script switch
        {
            "case.csx" => [_out.Path("case.mat")],
            "draw.csx" => [_out.Path("")],
            "mnist.csx" or "test_example_NN.csx" or "test_example_CNN.csx" => ["600"],
            "test_example_SAE.csx" or "test_example_DBN.csx" => ["600", _out.Path("weights.png")],
            "train-csv.csx" => [Repository.Path("scripts", "rings.csv"), "3"],
            _ => [],
        });
        Assert.That(run.Error, Is.Empty);
        Assert.That(run.ExitCode, Is.Zero);
    }

    [TestCaseSource(nameof(Scripts))]
    public void FirstLine_EveryScriptToRun_SaysHowDotnetScriptRunsIt(string script)
    {
        if (script is "load.csx" or "mnist.csx")
            Assert.Pass("is for #load");
        string first = File.ReadLines(Path.Combine(Folder, script)).First();
        Assert.That(first, Does.StartWith($"// dlport run scripts/{script}").And.Match($@"; with dotnet-script: dotnet script (-c release )?scripts/{script} -- "));
    }

    [TestCase("x,y,ring\n1,2,a\n1,b\n", @"\(3\): 2 cells, but the first line has 3")]
    [TestCase("x,y,ring\n\n1,2,a\n1,x,b\n", @"\(4\): column y must hold numbers")]
    [TestCase("x;y;ring\n0,5;1;a\n1;1;b\n", @"\(2\): column x must hold numbers")]
    [TestCase("x,y,ring\n1,NaN,a\n1,2,b\n", @"\(2\): column y must hold numbers")]
    [TestCase("x,y,ring\n1,2,a\n", "two classes")]
    [TestCase("ring\na\nb\n", "columns of numbers")]
    [TestCase("", "two classes")]
    public async Task TrainCsv_TableThatIsWrong_NamesTheLine(string table, string error)
    {
        File.WriteAllText(_out.Path("table.csv"), table);
        var run = await Run("train-csv.csx", _out.Path("table.csv"), "1");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Match($@"InvalidDataException: \S*table\.csv.*{error}"));
    }

    [Test]
    public async Task TrainCsv_FewSamples_TrainsOnThem()
    {
        File.WriteAllText(_out.Path("few.csv"),
            "x,y,ring\n" + string.Concat(Enumerable.Range(0, 8).Select(i => $"{i}.5,{-i},{(i % 2 == 0 ? "inner" : "outer")}\n")));
        var run = await Run("train-csv.csx", _out.Path("few.csv"), "3");
        Assert.That((run.Error, run.ExitCode), Is.EqualTo(("", 0)));
    }

    [Test]
    public void Readme_EveryScript_HasALine()
    {
        string readme = File.ReadAllText(Path.Combine(Folder, "README.md"));
        Assert.That(Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Where(name => !name.StartsWith("bench", StringComparison.Ordinal) && !readme.Contains($"`{name}`")), Is.EqualTo(new[] { "README.md" }));
    }

    [Test]
    public async Task Article_SameSeed_WritesTheLogOfDlportGan()
    {
        var run = await Run("article-gan.csx", "2", _out.Path("script"));
        var gan = await Dlport.RunAsync("gan", "--iterations", "2", "--data", Repository.Path("matlab-ref", "data", "mnist_uint8.mat"), "--out", _out.Path("gan"));

        Assert.That((run.Error, run.ExitCode, gan.ExitCode), Is.EqualTo(("", 0, 0)));
        Assert.That(LogOf("script"), Is.EqualTo(LogOf("gan")));
        Assert.That(LogOf("script"), Has.Length.EqualTo(3));
        Assert.That(File.ReadAllBytes(_out.Path("script/samples.png")), Is.EqualTo(File.ReadAllBytes(_out.Path("gan/samples-00002.png"))));
    }

    [Test, Category("Slow")]
    public async Task Article_MakingAllImages_GivesTheSameNumbers()
    {
        await Run("article-gan.csx", "2", _out.Path("used"));
        await Run("article-gan.csx", "2", _out.Path("all"), "all");

        Assert.That(LogOf("all"), Is.EqualTo(LogOf("used")));
        Assert.That(LogOf("all"), Has.Length.EqualTo(3));
    }

    /// <summary>All columns but the sixth, the time.</summary>
    private string[] LogOf(string folder) => [.. File.ReadLines(_out.Path(folder + "/log.csv")).Select(line => string.Join(',', line.Split(',').Where((_, column) => column != 5)))];

    private static async Task<DlportRun> Run(string script, params string[] args)
    {
        using var _ = RandStream.Use(new MatlabStream());
        Display.Writer = TextWriter.Null;
        return await Dlport.RunAsync(["run", Path.Combine(Folder, script), .. args]);
    }
}
