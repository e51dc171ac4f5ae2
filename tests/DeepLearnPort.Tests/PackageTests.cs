using System.Globalization;

namespace DeepLearnPort.Tests;

/// <summary>Packs what is built, and uses the packages as a stranger would: from a folder, in projects that know nothing else.</summary>
[Category("Slow")]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed class PackageTests : IDisposable
{
    // Of no other run: a version that a machine has seen is not looked for again.
    private static readonly string Version = $"0.0.{Environment.ProcessId}";

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [OneTimeSetUp]
    public async Task Pack()
    {
        // Packages that this machine has need no source; the new ones go into a folder of the test's own.
        string machine = (await Command.OutputOf("dotnet", ["nuget", "locals", "global-packages", "--list", "--force-english-output"], Repository.Root)).Split(' ', 2)[1].Trim();
        File.WriteAllText(_folder.Path("nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{_folder.Path("cache")}" /></config>
              <packageSources><add key="new" value="{_folder.Path("packages")}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{machine}" /></fallbackPackageFolders>
            </configuration>
            """);
        await Command.OutputOf("dotnet", ["pack", "-c", Configuration, "--no-build", "-o", _folder.Path("packages"), $"-p:PackageVersion={Version}"], Repository.Root);
    }

    [TestCase("DeepLearnPort")]
    [TestCase("DeepLearnPort.FSharp")]
    [TestCase("dlport")]
    public void Pack_EachPackage_HasReadmeLicenceDocsAndSymbols(string package)
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(_folder.Path($"packages/{package}.{Version}.nupkg"));
        string[] names = [.. zip.Entries.Select(entry => entry.FullName)];
        Assert.That(names, Is.SupersetOf(new[] { "README.md", "LICENSE", "NOTICE" }));
        Assert.That(names, Has.Some.EndsWith($"/{package}.xml"));
        Assert.That(names, Has.None.Contains("mnist"), "the data is not ours to hand on in a package");
        Assert.That(File.Exists(_folder.Path($"packages/{package}.{Version}.snupkg")));
    }

    [Test]
    public async Task CSharpPackage_InAnEmptyProject_TrainsAsTheLibraryDoes()
    {
        Write("c/c.csproj", Project("DeepLearnPort", ""));
        Write("c/Program.cs", """
            using DeepLearnPort;
            using static DeepLearnPort.Toolbox;

            rand("state", 0);
            var x = rand(20, 3);
            var nn = nnsetup(3, 4, 1);
            nn.activation_function = "sigm";
            var opts = new Opts { numepochs = 2, batchsize = 5 };
            Display.Writer = TextWriter.Null;
            (nn, var L) = nntrain(nn, x, x.Rows(..20).SubMatrix(0, 20, 0, 1), opts);
            Console.WriteLine(L[^1].ToString("R", System.Globalization.CultureInfo.InvariantCulture));
            """);
        string output = await Command.OutputOf("dotnet", ["run"], _folder.Path("c"));

        var stream = new MatlabStream();
        stream.SetState("rand", "state", [0]);
        var x = Toolbox.rand(20, 3, stream);
        var nn = Toolbox.nnsetup([3, 4, 1], stream);
        nn.activation_function = "sigm";
        var opts = new Opts { numepochs = 2, batchsize = 5 };
        Display.Writer = TextWriter.Null;
        Assert.That(output.Trim(), Is.EqualTo(Toolbox.nntrain(nn, x, x.SubMatrix(0, 20, 0, 1), opts, stream: stream).L[^1].ToString("R", CultureInfo.InvariantCulture)));
    }

    [Test]
    public async Task FSharpPackage_InAnEmptyProject_Pipes()
    {
        Write("f/f.fsproj", Project("DeepLearnPort.FSharp", """<Compile Include="Program.fs" />"""));
        Write("f/Program.fs", """
            open DeepLearnPort
            open DeepLearnPort.FSharp

            let nn = NN.setup [ 3; 4; 1 ] |> NN.withActivation Sigm
            printfn "%s" nn.activation_function
            """);
        Assert.That(await Command.OutputOf("dotnet", ["run"], _folder.Path("f")), Is.EqualTo($"sigm{Environment.NewLine}"));
    }

    [Test]
    public async Task Tool_Installed_VerifiesDrawsAndAsksForItsData()
    {
        await Command.OutputOf("dotnet", ["tool", "install", "dlport", "--version", Version, "--tool-path", _folder.Path("tool"), "--add-source", _folder.Path("packages")], _folder.Path(""));
        string dlport = _folder.Path("tool/dlport");

        string output = await Command.OutputOf(dlport, ["verify", Repository.Path("matlab-ref", "cases", "nnff_five_layers.mat")], _folder.Path(""));
        Assert.That(output.TrimEnd(), Does.EndWith("1 passed, 0 failed"));

        await Command.OutputOf(dlport, ["gan", "--iterations", "1", "--data", Repository.Path("matlab-ref", "data", "mnist_uint8.mat"), "--out", "out"], _folder.Path(""));
        Assert.That(File.Exists(_folder.Path("out/losses.png")), "the tool brings SkiaSharp's native library");

        var (code, _, error) = await Command.RunAsync(dlport, ["gan"], _folder.Path(""));
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith("dlport: ").And.Contain("--data"));
    }

    private static string Project(string package, string items) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            {items}
            <PackageReference Include="{package}" Version="{Version}" />
          </ItemGroup>
        </Project>
        """;

    private void Write(string name, string text)
    {
        string path = _folder.Path(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
