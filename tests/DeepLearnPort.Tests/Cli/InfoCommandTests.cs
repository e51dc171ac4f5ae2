using System.Text.Json;
using DeepLearnPort.Cli;

namespace DeepLearnPort.Tests.Cli;

public sealed class InfoCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _file;

    public InfoCommandTests()
    {
        _file = _folder.Path("a.mat");
        MatFile.Save(_file, [new("x", MatNumeric.Create<byte>([0, 128, 255], 1, 3)), new("s", MatStruct.Create(("c", MatCell.Row("sigm", MatNumeric.Empty))))]);
    }

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task Info_File_PrintsATableOfItsVariables()
    {
        var run = await Dlport.RunAsync("info", _file);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(Cells(run.Output), Is.EqualTo(new[] { "name size bytes class attributes", "x 1x3 3 uint8", "s 1x1 struct" }));
    }

    [Test]
    public async Task Info_Checksums_PrintsEveryArray()
    {
        var run = await Dlport.RunAsync("info", _file, "--checksums");

        Assert.That(Cells(run.Output), Is.EqualTo(new[]
        {
            "path size class md5",
            "x 1x3 uint8 03d54c89a772f8b2c0a0b19f4b2f9fad",
            "s 1x1 struct tree e414a264f4fbe8c25d731327a2566260",
            "s(1).c 1x2 cell tree 574be3b793494862441edbf9a4fed266",
            "s(1).c{1} 1x4 char 9cd6d5e71540d2f47bc554eaad56f694",
            "s(1).c{2} 0x0 double d41d8cd98f00b204e9800998ecf8427e",
        }));
    }

    [Test]
    public async Task Info_JsonAndChecksums_HasWhatTheListingHas()
    {
        var run = await Dlport.RunAsync("info", _file, "--json", "--checksums");

        using var json = JsonDocument.Parse(run.Output);
        Assert.That(json.RootElement.GetProperty("file").GetString(), Is.EqualTo(_file));
        var arrays = json.RootElement.GetProperty("arrays").EnumerateArray().Select(a => new MatArrayInfo(
            a.GetProperty("path").GetString()!, a.GetProperty("class").GetString()!, a.GetProperty("size").GetString()!,
            a.GetProperty("md5").GetString(), a.GetProperty("tree_md5").GetString()));
        Assert.That(arrays, Is.EqualTo(MatSamples.List(MatFile.Load(_file))));
    }

    [Test]
    public async Task Info_Json_SaysWhatTheHeadersSay()
    {
        var run = await Dlport.RunAsync("info", _file, "--json");

        using var json = JsonDocument.Parse(run.Output);
        var x = json.RootElement.GetProperty("arrays")[0];
        Assert.That((x.GetProperty("path").GetString(), x.GetProperty("bytes").GetInt64(), x.GetProperty("complex").GetBoolean()), Is.EqualTo(("x", 3, false)));
        Assert.That(json.RootElement.GetProperty("arrays")[1].GetProperty("bytes").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task Info_WrongChecksum_IsReadWhenLenient()
    {
        var zipped = Level5Bytes.Zip(Level5Bytes.Scalar("x", 5));
        zipped[^1] ^= 1;
        File.WriteAllBytes(_file, Level5Bytes.File(zipped));

        Assert.That((await Dlport.RunAsync("info", _file)).ExitCode, Is.Zero, "headers have no checksum");
        Assert.That((await Dlport.RunAsync("info", _file, "--checksums")).ExitCode, Is.EqualTo(2));
        Assert.That((await Dlport.RunAsync("info", _file, "--checksums", "--lenient")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Info_NoMatFile_Returns2WithOneLine()
    {
        File.WriteAllText(_file, "not a MAT file");
        foreach (string file in new[] { _file, _folder.Path("nowhere.mat") })
        {
            var run = await Dlport.RunAsync("info", file);
            Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
            Assert.That(run.Error.TrimEnd(), Does.StartWith("dlport: ").And.Contain(file).And.Not.Contain("\n"));
        }
    }

    [Test]
    public async Task Info_Folder_SaysThatItIsOne()
    {
        var run = await Dlport.RunAsync("info", _folder.Path(""));
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error.TrimEnd(), Does.Contain("is a folder").And.Not.Contain("\n"));
    }

    [Test, Platform("Linux")]
    public async Task Info_Devices_AreNoMatFiles()
    {
        foreach (string path in new[] { "/dev/zero", "/dev/null", "/dev/urandom", "/proc/self/status", "/proc/self/mem",
            "/proc/version" })
        {
            var run = await Dlport.RunAsync("info", path, "--checksums");
            Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
            Assert.That(run.Error.TrimEnd(), Does.StartWith("dlport: ").And.Contain(path).And.Not.Contain("\n"));
        }
    }

    [Test, Platform("Linux")]
    public async Task Info_Pipe_IsRead()
    {
        await Command.OutputOf("mkfifo", ["pipe.mat"], _folder.Path(""));
        var run = Dlport.RunAsync("info", _folder.Path("pipe.mat"));
        File.Copy(_file, _folder.Path("copy.mat"));
        using (var pipe = new FileStream(_folder.Path("pipe.mat"), FileMode.Open, FileAccess.Write))
            pipe.Write(File.ReadAllBytes(_file));

        Assert.That(Cells((await run).Output), Has.Length.EqualTo(3));
    }

    [Test, Platform("Linux")]
    public async Task Open_PipeThatNobodyWrites_IsGivenUp()
    {
        await Command.OutputOf("mkfifo", ["pipe.mat"], _folder.Path(""));
        string pipe = _folder.Path("pipe.mat");
        var patient = new PatientFile(TimeSpan.FromMilliseconds(50), CancellationToken.None);

        Assert.That(() => patient.Open(pipe),
            Throws.TypeOf<IOException>().With.Message.EqualTo($"{pipe}: nothing came for 0.05 s"));
        Assert.That(() => new PatientFile(TimeSpan.FromHours(1), new CancellationToken(canceled: true)).Open(pipe),
            Throws.InstanceOf<OperationCanceledException>());
        using var writer = new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite);
        using var stop = new CancellationTokenSource();
        using var silent = new PatientFile(TimeSpan.FromHours(1), stop.Token).Open(pipe);
        stop.CancelAfter(50);
        Assert.That(() => silent.ReadByte(), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Info_NamesThatForge_MakeNoLineAndNoEscape()
    {
        string forged = "y 1x1 8 double\n\u001b[2K\u202E";
        File.WriteAllBytes(_file, Level5Bytes.File(Level5Bytes.Scalar(forged, 5)));
        foreach (string[] options in new string[][] { [], ["--checksums"], ["--json"], ["--json", "--checksums"] })
        {
            var run = await Dlport.RunAsync(["info", _file, .. options]);
            Assert.That(run.ExitCode, Is.Zero);
            Assert.That(run.Output.ReplaceLineEndings(""), Does.Not.Match(@"[\p{C}]"));
            Assert.That(run.Output.Split('\n'), Has.None.StartsWith("y 1x1"));
        }
    }

    /// <summary>The lines of a table, each column parted by one blank.</summary>
    private static string[] Cells(string table) => [.. table.Split('\n').Where(l => l.AsSpan().ContainsAnyInRange('a', 'z')).Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))];
}
