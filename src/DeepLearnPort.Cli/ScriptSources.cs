using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DeepLearnPort.Cli;

/// <summary>
/// Finds the files that scripts name: from the folder of the file that names them, where that file is a link from the folder it
/// leads to, and at last from the folder of the script as it was called.
/// </summary>
/// <param name="script">The script's real path.</param>
/// <param name="called">The full path it was called by, perhaps that of a link.</param>
internal sealed class ScriptSources(string script, string called) : SourceReferenceResolver
{
    private readonly SourceFileResolver _files = new([], Path.GetDirectoryName(script));

    /// <summary>The full path of a file that another one names; null where there is none.</summary>
    /// <param name="path">As it is named.</param>
    /// <param name="by">The file that names it; the script when null.</param>
    public string? Find(string path, string? by)
    {
        by = by is null ? script : Path.Combine(Path.GetDirectoryName(script)!, by);
        return new[] { by, RealPath.Of(by), called }.OfType<string>()
            .Select(file => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>The NuGet packages that the script and what it loads refer to.</summary>
    public IReadOnlyList<(string Id, string Version)> Packages() => [.. PackagesOf(script, []).Distinct()];

    /// <inheritdoc/>
    public override string? ResolveReference(string path, string? baseFilePath) => Find(path, baseFilePath);

    /// <inheritdoc/>
    public override string? NormalizePath(string path, string? baseFilePath) => _files.NormalizePath(path, baseFilePath);

    /// <inheritdoc/>
    public override Stream OpenRead(string resolvedPath) => _files.OpenRead(resolvedPath);

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(script);

    private IEnumerable<(string Id, string Version)> PackagesOf(string file, HashSet<string> seen)
    {
        if (!seen.Add(file))
            return [];
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(File.ReadAllText(file), new(kind: SourceCodeKind.Script))
            .GetRoot();
        return root.GetReferenceDirectives().Select(r => ScriptPackages.Parse(r.File.ValueText)).OfType<(string, string)>()
            .Concat(root.GetLoadDirectives().Select(l => Find(l.File.ValueText, file)).OfType<string>()
                .SelectMany(l => PackagesOf(l, seen)));
    }
}
