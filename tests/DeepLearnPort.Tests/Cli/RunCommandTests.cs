using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DeepLearnPort.Tests.Cli;

public sealed class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task Run_ScriptWithArgumentsAndAwait_UsesTheToolboxAndReturnsItsExitCode()
    {
        var run = await Run("""
            #!/usr/bin/env dotnet-script
            #r "nuget: DeepLearnPort, 0.1.0"
            #r "../anywhere/MathNet.Numerics.dll"
            using static DeepLearnPort.Toolbox; // said twice does no harm
            await Task.Yield();
            Matrix<double> x = ones(2, 3);
            var nn = nnsetup([3, 2]);
            (nn, var L) = nntrain(nn, x, zeros(2, 2), new Opts { numepochs = 1, batchsize = 1 });
            disp($"{string.Join('|', Args)} {L.Length} {nn.W[^1].RowCount}");
            return 3;
            """, "5", "--slow");

        Assert.That(run.Error, Is.Empty);
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Output.Split('\n')[^2], Is.EqualTo("5|--slow 2 2"));
    }

    [Test]
    public async Task Run_ScriptWithoutReturn_ExitsWith0() => Assert.That((await Run("var x = 1;")).ExitCode, Is.Zero);

    [Test]
    public async Task Run_DrawingScript_DrawsFromTheCallersStream()
    {
        using var _ = RandStream.Use(new OctaveStream(5));
        var run = await Run("disp(rand());");
        Display.Writer = new StringWriter { NewLine = "\n" };
        Toolbox.disp(Toolbox.rand(new OctaveStream(5)));
        Assert.That(run.Output, Is.EqualTo(Display.Writer.ToString()));
    }

    [Test]
    public async Task Run_ScriptsThatDoNotCompile_SayWhereAndRunNothing()
    {
        Write("part.csx", "int F(int a) =>\n    nosuch(a);\n");
        var run = await Run("""
            #load "part.csx"
            disp("ran");
            var x = 3;
                x.foo();
            """);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Is.Empty);
        Assert.That(run.Error, Does.Match(@"script\.csx\(4,7\): error CS1061: 'int' does not contain a definition for 'foo'").And.Match(@"part\.csx\(2,5\): error CS0103: "));
    }

    [Test]
    public async Task Run_ExceptionInALoadedScript_SaysItsLine()
    {
        Write("part.csx", "void F(Matrix<double> x)\n{\n    if (x.RowCount < 3)\n        throw new ArgumentException(\"too\\nfew\");\n}\n");
        var run = await Run("#load \"part.csx\"\nF(ones(2, 2));\n");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error.TrimEnd(), Does.Match(@"^\S*part\.csx\(4,9\): ArgumentException: too few$"));
    }

    [Test]
    public async Task Run_ExceptionInTheLibrary_SaysTheScriptsLine()
    {
        var run = await Run("var x = ones(2, 2);\nvar y = x.Rows([3]);\n");
        Assert.That(run.Error.TrimEnd(), Does.Match(@"^\S*script\.csx\(2,9\): ArgumentOutOfRangeException: row 3 is outside the matrix"));
    }

    [Test]
    public async Task Run_ArgumentThatIsNotGiven_SaysTheLineThatWantsIt()
    {
        var run = await Run("\nvar n = int.Parse(Args[0]);\ndisp(n);\n");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error.TrimEnd(), Does.Match(@"^\S*script\.csx\(2,9\): ArgumentOutOfRangeException: "));
    }

    [Test]
    public async Task Run_ExceptionAfterAwait_SaysItsLine()
    {
        var run = await Run("""
            await Task.Delay(1);
            async Task F()
            {
                await Task.Yield();
                throw new InvalidOperationException("late");
            }
            await F();
            """);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error.TrimEnd(), Does.Match(@"^\S*script\.csx\(5,5\): InvalidOperationException: late$"));
    }

    [TestCase("#load \"nosuch.csx\"", "CS1504")]
    [TestCase("#r \"NoSuch.dll\"", "CS0006")]
    [TestCase("var x = ;", "CS1525")]
    public async Task Run_LineThatCannotBe_SaysWhereAndReturns2(string line, string error)
    {
        var run = await Run($"{line}\ndisp(\"ran\");");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Match($@"script\.csx\(1,\d+\): error {error}: "));
    }

    [Test]
    public async Task Run_Verbose_WritesTheStackTrace()
    {
        Write("script.csx", "throw new InvalidOperationException(\"no\");");
        var run = await Dlport.RunAsync("--verbose", "run", _folder.Path("script.csx"));
        Assert.That(run.Error, Does.Contain("InvalidOperationException: no").And.Contain("script.csx:line 1"));
    }

    [Test]
    public async Task Run_NoSuchScript_Returns2()
    {
        var run = await Dlport.RunAsync("run", _folder.Path("none.csx"));
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Match(@"^dlport: there is no script \S*none\.csx\s*$"));
    }

    [Test]
    public async Task Run_ReferenceToADll_LoadsIt()
    {
        var library = CSharpCompilation.Create("Library", [CSharpSyntaxTree.ParseText("public static class Library { public static string Name => \"a library\"; }")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new(OutputKind.DynamicallyLinkedLibrary));
        Assert.That(library.Emit(_folder.Path("Library.dll")).Success);

        Assert.That((await Run("#r \"Library.dll\"\ndisp(Library.Name);")).Output, Is.EqualTo("a library\n"));
    }

    [Test]
    public async Task Run_ReferenceToARestoredPackage_NeedsNoSource()
    {
        Write("NuGet.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        Write("part.csx", "#r \"nuget: FSharp.Core, 6.0.0\"\nvar list = Microsoft.FSharp.Collections.ListModule.OfSeq([1, 2, 3]);");
        var run = await Run("#load \"part.csx\"\ndisp(list.Length);");
        Assert.That(run.Error, Is.Empty);
        Assert.That(run.Output, Is.EqualTo("3\n"));
    }

    [Test]
    public async Task Run_ReferenceToAPackageThatIsNowhere_SaysSoAtItsLine()
    {
        Write("NuGet.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        var run = await Run("\n#r \"nuget: No.Such.Package.Anywhere, 1.2.3\"\n");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Match(@"script\.csx\(2,1\): error CS0006: .*No\.Such\.Package\.Anywhere").And.Match(@"error NU\d+: .*No\.Such\.Package\.Anywhere"));
    }

    private void Write(string name, string text) => File.WriteAllText(_folder.Path(name), text);

    /// <summary>Runs the script; its output is what it displays.</summary>
    private async Task<DlportRun> Run(string script, params string[] args)
    {
        Write("script.csx", script);
        using var shown = new StringWriter { NewLine = "\n" };
        Display.Writer = shown;
        var run = await Dlport.RunAsync(["run", _folder.Path("script.csx"), .. args]);
        return run with { Output = shown.ToString() };
    }
}
