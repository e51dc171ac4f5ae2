namespace DeepLearnPort;

/// <summary>
/// The folder of a run while the run writes to it: locked, so that no other run does. A process that dies gives it up.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private const string LockName = ".dlport-gan.lock";
    private readonly FileStream _lock;

    private RunFolder(string path, FileStream locked) => (Path, _lock) = (path, locked);

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>Makes the folder if it is not there, and removes what a killed run left half written.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="IOException">Another run is writing there, or there can be no such folder.</exception>
    public static RunFolder Enter(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        if (File.Exists(directory))
            throw new IOException($"{directory} is a file, not a folder");
        string path = Directory.CreateDirectory(directory).FullName, name = System.IO.Path.Combine(path, LockName);
        while (true)
        {
            var locked = Lock(name, directory);
            if (!File.Exists(name)) // the run before removed it after it was opened here
            {
                locked.Dispose();
                continue;
            }
            foreach (string taken in Directory.EnumerateDirectories(path)
                .Where(inner => RunFiles.IsOne(System.IO.Path.GetFileName(inner))))
            {
                locked.Dispose();
                throw new IOException($"{taken} is a folder, where the run is to write a file");
            }
            TemporaryNames.RemoveLeftovers(path, RunFiles.IsOne);
            return new(path, locked);
        }
    }

    /// <summary>A file of the folder.</summary>
    public string this[string file] => System.IO.Path.Combine(Path, file);

    /// <summary>Gives it up.</summary>
    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string name, string directory)
    {
        try
        {
            return new(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1,
                FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (File.Exists(name))
        {
            throw new IOException(
                $"another run is writing to {directory}: wait for its end, or give this one a folder of its own", e);
        }
    }
}
