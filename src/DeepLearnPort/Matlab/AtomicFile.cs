using System.Collections.Concurrent;

namespace DeepLearnPort;

/// <summary>Writes files whole or not at all.</summary>
internal static class AtomicFile
{
    // What this process is writing now, for a process that ends meanwhile.
    private static readonly ConcurrentDictionary<string, bool> Unfinished = new();

    static AtomicFile() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (string temporary in Unfinished.Keys)
            File.Delete(temporary);
    };

    /// <summary>
    /// Writes to a temporary name beside the file and moves it into place; on an error the old file stays as it was. Mode and
    /// owner of a file that is replaced are kept; a link stays one, and what it points to is replaced. A device or a pipe is
    /// written to as it is.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="IOException">
    /// The path is a folder, or cannot be written; the message names it as it was given.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write there.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (FileWrites.AreBarred)
            throw new InvalidOperationException($"{path} is not written: no recorded case may write files");
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path))
            throw new IOException($"{path} is a folder, not a file");
        var old = UnixFile.At(path);
        if (old is { IsRegular: false } || IsDescriptor(path))
            WriteInPlace(path, write);
        else
            Replace(path, SymbolicLinks.Target(path), old, write);
    }

    private static void Replace(string path, string target, UnixFile? old, Action<Stream> write)
    {
        string folder = Path.GetDirectoryName(target)!, name = Path.GetFileName(target);
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"the folder of {path} does not exist");
        TemporaryNames.RemoveLeftovers(folder, left => left == TemporaryNames.Stem(name));
        string temporary = Path.Join(folder, TemporaryNames.New(name));
        Unfinished[temporary] = true;
        try
        {
            using var file = Create(temporary, old);
            write(file);
            file.Flush();
            // Moved while it is open, and so locked: another process that tidies up leaves it alone until it has its name.
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception e)
        {
            File.Delete(temporary);
            if (e is IOException or UnauthorizedAccessException && e.Message.Contains(temporary, StringComparison.Ordinal))
                throw Renamed(e, temporary, path);
            throw;
        }
        finally
        {
            Unfinished.TryRemove(temporary, out _);
        }
    }

    private static FileStream Create(string temporary, UnixFile? old)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
        };
        if (old is null || OperatingSystem.IsWindows())
            return new(temporary, options);
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // nobody reads it meanwhile who could not before
        var file = new FileStream(temporary, options);
        old.Value.GiveOwnerTo(temporary);
        File.SetUnixFileMode(file.SafeFileHandle, old.Value.Mode);
        return file;
    }

    // In memory first: nothing is written where the writer fails, and in pipes there is no going back.
    private static void WriteInPlace(string path, Action<Stream> write)
    {
        using var content = new MemoryStream();
        write(content);
        content.Position = 0;
        // Opened by name, the file that the shell put there would be written from its beginning.
        using Stream stream = path switch
        {
            "/dev/stdout" or "/dev/fd/1" or "/proc/self/fd/1" => Console.OpenStandardOutput(),
            "/dev/stderr" or "/dev/fd/2" or "/proc/self/fd/2" => Console.OpenStandardError(),
            _ => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0),
        };
        content.CopyTo(stream);
    }

    // What somebody has open, and would go on writing to after it was replaced.
    private static bool IsDescriptor(string path) => !OperatingSystem.IsWindows()
        && (path is "/dev/stdout" or "/dev/stderr" || path.StartsWith("/dev/fd/", StringComparison.Ordinal)
            || path.StartsWith("/proc/", StringComparison.Ordinal));

    /// <summary>An error of the system, told of the file that was asked for and not of the temporary one.</summary>
    private static Exception Renamed(Exception e, string temporary, string path)
    {
        string message = e.Message.Replace(temporary, path, StringComparison.Ordinal);
        return e is UnauthorizedAccessException ? new UnauthorizedAccessException(message, e) : new IOException(message, e);
    }
}
