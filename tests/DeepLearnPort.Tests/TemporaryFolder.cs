namespace DeepLearnPort.Tests;

/// <summary>A folder of its own for a test, removed with all it holds.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("DeepLearnPort-");

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string[] Files => [.. _folder.GetFiles().Select(f => f.Name).Order()];

    public void Dispose() => _folder.Delete(recursive: true);
}
