using System.Diagnostics;
using System.Runtime.Versioning;

namespace DeepLearnPort.Tests;

public class AtomicFileTests
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryFolder _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    private static void Write(string path, string text) =>
        AtomicFile.Write(path, file => file.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    private string Old(string name, string text = "old")
    {
        File.WriteAllText(_folder.Path(name), text);
        return _folder.Path(name);
    }

    [Test]
    public void Write_FolderMissing_NamesTheFileThatWasAskedFor()
    {
        string path = _folder.Path(Path.Combine("missing", "grid.png"));
        var error = Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(path, _ => { }));
        Assert.That(error!.Message, Is.EqualTo($"the folder of {path} does not exist"));
    }

    [Test]
    public void Write_WriterFails_LeavesTheOldFileAlone()
    {
        string path = Old("grid.png");
        Assert.Throws<InvalidDataException>(() => AtomicFile.Write(path, file =>
        {
            file.WriteByte(1);
            throw new InvalidDataException();
        }));
        Assert.That(_folder.Files, Is.EqualTo(new[] { "grid.png" }));
        Assert.That(File.ReadAllText(path), Is.EqualTo("old"));
    }

    [TestCase("")]
    [TestCase("inner")]
    [TestCase("inner/")]
    public void Write_ToAFolder_SaysThatItIsOne(string name)
    {
        Directory.CreateDirectory(_folder.Path("inner"));
        string path = _folder.Path(name);
        Assert.That(() => Write(path, "new"),
            Throws.InstanceOf<IOException>().With.Message.EqualTo($"{path} is a folder, not a file"));
    }

    [Test]
    public void Write_NameAsLongAsTheSystemTakes_IsWritten()
    {
        string name = new string('é', 125) + ".mat";
        Write(_folder.Path(name), "new");
        Assert.That(_folder.Files, Is.EqualTo(new[] { name }));
    }

    [Test, Platform("Linux,MacOsX")]
    public void Write_WhereNobodyMay_NamesTheFileThatWasAskedFor()
    {
        string path = OperatingSystem.IsLinux() ? "/sys/grid.png" : "/System/grid.png";
        Assert.That(() => Write(path, "new"), Throws.Exception.With.Message.Contains(path).And.Message.Not.Contains(".tmp"));
    }

    [Test, Platform("Linux,MacOsX"), UnsupportedOSPlatform("windows")]
    public void Write_OverAFile_KeepsItsMode()
    {
        string path = Old("secret.mat");
        File.SetUnixFileMode(path, Private);
        var whileWriting = UnixFileMode.None;
        AtomicFile.Write(path, _ => whileWriting = File.GetUnixFileMode(Directory.GetFiles(_folder.Path(""), "*.tmp").Single()));
        Assert.That((whileWriting, File.GetUnixFileMode(path)), Is.EqualTo((Private, Private)));
    }

    [Test, Platform("Linux,MacOsX")]
    public void Write_OverALink_ReplacesWhatItPointsTo()
    {
        Directory.CreateDirectory(_folder.Path("real/deep"));
        File.WriteAllText(_folder.Path("real/data.mat"), "old");
        File.CreateSymbolicLink(_folder.Path("real/deep/data.mat"), "../data.mat");
        Directory.CreateSymbolicLink(_folder.Path("short"), _folder.Path("real/deep")); // "short/../data.mat" is not ours
        string link = _folder.Path("link.mat");
        File.CreateSymbolicLink(link, "short/data.mat");

        Write(link, "new");

        Assert.That(new FileInfo(link).LinkTarget, Is.EqualTo("short/data.mat"));
        Assert.That(File.ReadAllText(_folder.Path("real/data.mat")), Is.EqualTo("new"));
        Assert.That(Directory.GetFiles(_folder.Path("real")), Has.Length.EqualTo(1));
    }

    [Test, Platform("Linux,MacOsX")]
    public void Write_OverALinkToNothing_MakesWhatItPointsTo()
    {
        File.CreateSymbolicLink(_folder.Path("link.mat"), "new.mat");
        Write(_folder.Path("link.mat"), "new");
        Assert.That(File.ReadAllText(_folder.Path("new.mat")), Is.EqualTo("new"));
    }

    [Test, Platform("Linux,MacOsX")]
    public void Write_OverLinksInACircle_Fails()
    {
        File.CreateSymbolicLink(_folder.Path("a"), "b");
        File.CreateSymbolicLink(_folder.Path("b"), "a");
        Assert.That(() => Write(_folder.Path("a"), "new"), Throws.InstanceOf<IOException>().With.Message.Contains("link"));
    }

    [Test, Platform("Linux,MacOsX")]
    public void Write_ToADevice_LeavesItOne()
    {
        Write("/dev/null", "new");
        File.CreateSymbolicLink(_folder.Path("nothing"), "/dev/null");
        Write(_folder.Path("nothing"), "new");
        Assert.That(UnixFile.At("/dev/null")?.IsRegular, Is.False);
        Assert.That(new FileInfo("/dev/null").Length, Is.Zero);
    }

    [Test, Platform("Linux,MacOsX"), CancelAfter(60000)]
    public async Task Write_ToAPipe_IsReadAtItsOtherEnd(CancellationToken cancel)
    {
        string pipe = _folder.Path("pipe");
        Process.Start("mkfifo", [pipe]).WaitForExit();
        var read = Task.Run(() => File.ReadAllText(pipe), cancel); // either end waits for the other
        await Task.Run(() => Write(pipe, "through the pipe"), cancel);
        Assert.That(await read, Is.EqualTo("through the pipe"));
        Assert.That(UnixFile.At(pipe)?.IsRegular, Is.False);
    }

    [Test]
    public void Write_AfterAProcessWasKilled_RemovesWhatItLeftOfThisFile()
    {
        using var ended = Process.Start(new ProcessStartInfo("dotnet", ["--version"]) { RedirectStandardOutput = true })!;
        ended.WaitForExit();
        string Left(string name, int process) => $"{name}.{process}-{Guid.NewGuid():N}.tmp";
        string ours = Left("networks.mat", ended.Id), another = Left("log.csv", ended.Id),
            alive = Left("networks.mat", Environment.ProcessId);
        foreach (string name in new[] { ours, another, alive, "networks.mat.tmp", "networks.mat.1-x.tmp" })
            Old(name);
        using var locked = new FileStream(
            _folder.Path(Left("networks.mat", ended.Id)), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete);

        Write(_folder.Path("networks.mat"), "new");

        string[] kept = ["networks.mat", another, alive, "networks.mat.tmp", "networks.mat.1-x.tmp",
            Path.GetFileName(locked.Name)];
        Assert.That(_folder.Files, Is.EquivalentTo(kept));
    }

    [Test]
    public void Write_ByManyAtOnce_LeavesOneWholeFile()
    {
        string path = _folder.Path("shared.txt");
        Parallel.For(0, 200, i => Write(path, new string((char)('a' + i % 26), 5000)));
        string text = File.ReadAllText(path);
        Assert.That((text.Length, text.Distinct().Count()), Is.EqualTo((5000, 1)));
        Assert.That(_folder.Files, Is.EqualTo(new[] { "shared.txt" }));
    }
}
