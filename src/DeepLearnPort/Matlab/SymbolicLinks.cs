namespace DeepLearnPort;

/// <summary>Follows symbolic links, also to files that are not there yet.</summary>
internal static class SymbolicLinks
{
    private const int MostLinks = 40; // as Linux has it

    /// <summary>The full path of the file that a path means, all links followed.</summary>
    /// <exception cref="IOException">There are too many links, as where they go in a circle.</exception>
    public static string Target(string path)
    {
        string full = Path.GetFullPath(path);
        if (new FileInfo(full).LinkTarget is null)
            return full; // links among its folders do no harm
        string at = Path.GetPathRoot(full)!;
        var rest = new Stack<string>();
        Push(rest, full[at.Length..]);
        int links = 0;
        while (rest.TryPop(out string? part))
        {
            if (part == "..")
                at = Path.GetDirectoryName(at) ?? at;
            else if (new FileInfo(Path.Join(at, part)).LinkTarget is not { } link)
                at = Path.Join(at, part);
            else if (++links > MostLinks)
                throw new IOException($"{path} cannot be written: it is a link to too many links");
            else
            {
                string root = Path.GetPathRoot(link)!;
                at = root == "" ? at : root;
                Push(rest, link[root.Length..]);
            }
        }
        return at;
    }

    private static void Push(Stack<string> parts, string path)
    {
        foreach (string part in path.Split((char[])[Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]).Reverse())
            if (part is not ("" or "."))
                parts.Push(part);
    }
}
