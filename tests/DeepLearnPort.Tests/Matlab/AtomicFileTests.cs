namespace DeepLearnPort.Tests;

public class AtomicFileTests
{
    [Test]
    public void Write_FolderMissing_NamesTheFileThatWasAskedFor()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Path(Path.Combine("missing", "grid.png"));
        var error = Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(path, _ => { }));
        Assert.That(error!.Message, Is.EqualTo($"the folder of {path} does not exist"));
    }

    [Test]
    public void Write_WriterFails_LeavesTheOldFileAlone()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Path("grid.png");
        File.WriteAllText(path, "old");
        Assert.Throws<InvalidDataException>(() => AtomicFile.Write(path, file =>
        {
            file.WriteByte(1);
            throw new InvalidDataException();
        }));
        Assert.That(folder.Files, Is.EqualTo(new[] { "grid.png" }));
        Assert.That(File.ReadAllText(path), Is.EqualTo("old"));
    }
}
