namespace DeepLearnPort;

/// <summary>Where a path leads when every link in it is followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 64;

    /// <summary>The full path without links; null when links lead round in a circle or to nothing.</summary>
    public static string? Of(string path)
    {
        string full = Path.GetFullPath(path);
        string real = Path.GetPathRoot(full)!;
        var rest = new Stack<string>(Parts(full[real.Length..]).Reverse());
        for (int links = 0; rest.TryPop(out string? part);)
        {
            string next = Path.GetFullPath(Path.Combine(real, part));
            if (Target(next) is not { } target)
            {
                if (!Path.Exists(next))
                    return null;
                real = next;
                continue;
            }
            if (++links > MostLinks)
                return null;
            if (Path.IsPathRooted(target))
                real = Path.GetPathRoot(target)!;
            foreach (string step in Parts(target[(Path.GetPathRoot(target)?.Length ?? 0)..]).Reverse())
                rest.Push(step);
        }
        return real;
    }

    private static string[] Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);

    private static string? Target(string path) => new FileInfo(path).LinkTarget;
}
