namespace DeepLearnPort.Tests;

[Platform(Exclude = "Win", Reason = "Links take rights there.")]
public sealed class RealPathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Of_LinksAmongFoldersAndFiles_AreFollowed()
    {
        Directory.CreateDirectory(_folder.Path("a/b"));
        File.WriteAllText(_folder.Path("a/b/file"), "");
        Directory.CreateSymbolicLink(_folder.Path("near"), "a");
        File.CreateSymbolicLink(_folder.Path("a/link"), "../near/b/file");
        string real = RealPath.Of(_folder.Path(""))!;

        Assert.That(RealPath.Of(_folder.Path("near/link")), Is.EqualTo(Path.Combine(real, "a", "b", "file")));
        Assert.That(RealPath.Of(_folder.Path("near/b/../link")), Is.EqualTo(Path.Combine(real, "a", "b", "file")));
    }

    [Test]
    public void Of_LinkToNothingOrToItself_IsNull()
    {
        File.CreateSymbolicLink(_folder.Path("none"), "nowhere");
        File.CreateSymbolicLink(_folder.Path("circle"), "circle");

        Assert.That(RealPath.Of(_folder.Path("none")), Is.Null);
        Assert.That(RealPath.Of(_folder.Path("circle")), Is.Null);
        Assert.That(RealPath.Of(_folder.Path("missing")), Is.Null);
    }
}
