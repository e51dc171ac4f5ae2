using DeepLearnPort.Cli;
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

    [Test]
    public async Task Run_PackageOfSeveralAssemblies_GivesThemAll()
    {
        Write("NuGet.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        var run = await RunProcess("""
            #r "nuget: PublicApiGenerator, 11.5.4"
            Console.WriteLine(PublicApiGenerator.ApiGenerator.GeneratePublicApi(typeof(Opts),
                new() { IncludeAssemblyAttributes = false }).Contains("numepochs"));
            Console.WriteLine(typeof(Mono.Cecil.AssemblyDefinition).Assembly.GetName().Name);
            """);
        Assert.That((run.Error, run.Output), Is.EqualTo(("", "True\nMono.Cecil\n")));
    }

    [Test]
    public async Task Run_PackageWithoutVersion_IsTheOneOnDisk()
    {
        Write("NuGet.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        var run = await RunProcess("#r \"nuget: CsCheck\"\nConsole.WriteLine(typeof(CsCheck.Gen).Assembly.GetName().Name);");
        Assert.That((run.Error, run.Output), Is.EqualTo(("", "CsCheck\n")));
    }

    [TestCase("")]
    [TestCase("{ \"packageFolders\": { \"/")]
    [TestCase("[]")]
    [TestCase("{}")]
    public void Restore_WhatWasRestoredIsDamaged_RestoresAgain(string damage)
    {
        Write("NuGet.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        // A range that no other test or run asks for has a restore of its own.
        string range = $"[5.0.1,{Random.Shared.Next(1000, int.MaxValue)})";
        (string, string)[] packages = [("FSharp.Core", "6.0.0"), ("CsCheck", range)];
        string local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var first = ScriptPackages.Restore(packages, _folder.Path(""), CancellationToken.None);
        string made = Directory.GetFiles(Path.Combine(local, "dlport"), "script.csproj", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains(range)).Select(f => Path.GetDirectoryName(f)!).Single();
        File.WriteAllText(Path.Combine(made, "obj", "project.assets.json"), damage);

        Assert.That(ScriptPackages.Restore(packages, _folder.Path(""), CancellationToken.None).Assemblies,
            Is.EqualTo(first.Assemblies));
        Assert.That(first.Assemblies, Is.Not.Empty);
        Directory.Delete(made, recursive: true);
    }

    [Test]
    public async Task Run_Cultures_AreThereAndOurOutputIsInvariant()
    {
        var run = await RunProcess("""
            var german = new System.Globalization.CultureInfo("de-DE");
            var number = 1234.5.ToString("N1", german);
            Console.WriteLine(number == "1.234,5" || number == "1,234.5"); // the second where the machine has no cultures
            Console.WriteLine(1.5);
            disp(1.5);
            """, ("LC_ALL", "de_DE.UTF-8"));
        Assert.That((run.Error, run.Output), Is.EqualTo(("", "True\n1.5\n1.5\n")));
    }

    [Test, Platform(Exclude = "Win", Reason = "Links take rights there.")]
    public async Task Run_LinkToAScript_FindsWhatItLoads()
    {
        Directory.CreateDirectory(_folder.Path("real/parts"));
        Directory.CreateDirectory(_folder.Path("links"));
        Write("real/script.csx", "#load \"parts/a.csx\"\n#load \"beside.csx\"\ndisp(a + b + c);");
        Write("real/parts/a.csx", "#load \"b.csx\"\nvar a = \"a\";");
        Write("real/parts/b.csx", "var b = \"b\";");
        Write("links/beside.csx", "var c = \"c\";");
        File.CreateSymbolicLink(_folder.Path("links/script.csx"), "../real/script.csx");

        var run = await RunFile("links/script.csx");
        Assert.That((run.Error, run.Output), Is.EqualTo(("", "abc\n")));
    }

    [TestCase("Task.Run(() => throw new InvalidDataException(\"bad\")).Wait();", "InvalidDataException: bad")]
    [TestCase("static class C { public static int X = int.Parse(\"x\"); }\nConsole.WriteLine(C.X);", "FormatException: ")]
    [TestCase("throw new InvalidDataException(\"two\\nlines \\u001b[31m\");", @"InvalidDataException: two lines \\u001B\[31m")]
    public async Task Run_WrappedException_SaysWhatItIs(string script, string error)
    {
        var run = await Run(script);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error.TrimEnd(), Does.Match($@"^\S*script\.csx\(\d+,\d+\): {error}.*$"));
    }

    [Test]
    public async Task Run_ExceptionOnAThreadOfTheScript_IsOneLine()
    {
        var run = await RunProcess("""
            var t = new System.Threading.Thread(() => throw new InvalidDataException("late"));
            t.Start();
            System.Threading.Thread.Sleep(-1);
            """);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error.TrimEnd(), Does.Match(@"^\S*script\.csx\(1,\d+\): InvalidDataException: late$"));
    }

    [TestCase("folder", "folder")]
    [TestCase("a.fsx", "dotnet fsi")]
    public async Task Run_WhatIsNoScript_SaysWhat(string name, string reason)
    {
        Directory.CreateDirectory(_folder.Path("folder"));
        Write("a.fsx", "");
        var run = await Dlport.RunAsync("run", _folder.Path(name));
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error.TrimEnd(), Does.Contain(reason).And.Not.Contain("\n"));
    }

    [Test, Platform("Linux"), Category("Slow"), CancelAfter(120_000)]
    public async Task Run_StoppedWithThreadsOfItsOwn_Ends(CancellationToken cancel)
    {
        string started = _folder.Path("started");
        Write("script.csx", $"""
            new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();
            File.WriteAllText(@"{started}", "");
            System.Threading.Thread.Sleep(-1);
            """);
        using var process = DlportProcess.Start("run", _folder.Path("script.csx"));
        while (!File.Exists(started))
            await Task.Delay(20, cancel);
        process.Signal("TERM");
        Assert.That((await process.EndAsync(cancel)).ExitCode, Is.EqualTo(1));
    }

    private async Task<DlportRun> RunFile(string name)
    {
        using var shown = new StringWriter { NewLine = "\n" };
        Display.Writer = shown;
        return await Dlport.RunAsync("run", _folder.Path(name)) with { Output = shown.ToString() };
    }

    /// <summary>Runs the script in a process of its own, where only what dlport itself has is at hand.</summary>
    private async Task<DlportRun> RunProcess(string script, params (string, string)[] environment)
    {
        Write("script.csx", script);
        var (code, output, error) = await Command.RunAsync("dotnet",
            [typeof(CommandLine).Assembly.Location, "run", _folder.Path("script.csx")], null, environment);
        return new(code, output.ReplaceLineEndings("\n"), error);
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
