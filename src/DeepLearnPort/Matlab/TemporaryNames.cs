using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DeepLearnPort;

/// <summary>The names under which <see cref="AtomicFile"/> writes, and what a killed process left under them.</summary>
internal static partial class TemporaryNames
{
    private const int LongestName = 255; // bytes, on every file system in use
    private static readonly int LongestStem = LongestName - $".{int.MaxValue}-{Guid.Empty:N}.tmp".Length;

    /// <summary>A new name for a file that is to become <paramref name="name"/>.</summary>
    public static string New(string name) => $"{Stem(name)}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp";

    /// <summary>What a temporary name begins with: the file's own, as far as there is room.</summary>
    public static string Stem(string name)
    {
        while (Encoding.UTF8.GetByteCount(name) > LongestStem)
            name = name[..^(char.IsLowSurrogate(name[^1]) ? 2 : 1)];
        return name;
    }

    /// <summary>Removes temporary files of processes that have ended.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="isOurs">Given what a temporary name begins with, whether the file was to become one of the caller's.</param>
    public static void RemoveLeftovers(string folder, Func<string, bool> isOurs)
    {
        try
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*.tmp"))
                if (Form().Match(Path.GetFileName(path)) is { Success: true } match && isOurs(match.Groups["stem"].Value)
                    && !IsAlive(int.Parse(match.Groups["process"].ValueSpan, CultureInfo.InvariantCulture),
                        File.GetLastWriteTime(path)))
                    Remove(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever may not look into the folder leaves it as it is.
        }
    }

    // The number may be that of a process on another machine or in another container: its lock counts.
    private static void Remove(string path)
    {
        var alone = new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        };
        try
        {
            new FileStream(path, alone).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // In use, or another's.
        }
    }

    // Numbers come again: one that began after the file was written is not the process that wrote it.
    private static bool IsAlive(int process, DateTime written)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return found.StartTime <= written;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return e is Win32Exception; // has ended meanwhile, or does not tell us
        }
    }

    [GeneratedRegex(
        @"^(?<stem>.+)\.(?<process>[0-9]{1,9})-[0-9a-f]{32}\.tmp$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
