namespace DeepLearnPort;

/// <summary>Writes files whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes to a temporary name beside the file and moves it into place; on an error the old file stays as it was.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            throw new DirectoryNotFoundException($"the folder of {path} does not exist");
        string temporary = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite))
                write(file);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
