using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace DeepLearnPort.Cli;

/// <summary>What a script compiles against: the framework and DeepLearnPort, and what its <c>#r</c> lines name.</summary>
/// <remarks>
/// Where a line names an assembly that this program has itself (<c>#r "nuget: DeepLearnPort, 0.1.0"</c>,
/// <c>#r "…/MathNet.Numerics.dll"</c>), the script gets this program's, so that no type exists twice.
/// </remarks>
internal sealed class ScriptReferences : MetadataReferenceResolver
{
    // Every assembly that the runtime can load in this process, by name.
    private static readonly Dictionary<string, string> Known = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator).DistinctBy(Path.GetFileNameWithoutExtension) // the core library is listed twice
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase);

    private readonly ScriptSources _sources;
    private readonly ScriptMetadataResolver _files = ScriptMetadataResolver.Default;
    private readonly ScriptAssemblies _restored = new([], []);

    /// <summary>Restores the packages of the script and of what it loads, all at once, so that their versions agree.</summary>
    /// <param name="script">The script's real path; a NuGet.config in its folder counts.</param>
    /// <param name="sources">Finds the files that the script names.</param>
    /// <param name="cancel">Ends the restoring.</param>
    public ScriptReferences(string script, ScriptSources sources, CancellationToken cancel)
    {
        _sources = sources;
        var packages = sources.Packages().Where(package => !Known.ContainsKey(package.Id)).ToList();
        try
        {
            if (packages.Count > 0)
                _restored = ScriptPackages.Restore(packages, Path.GetDirectoryName(script)!, cancel);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            Error = e.Message;
        }
    }

    /// <summary>This program's assemblies that scripts work with, sharing its streams and settings.</summary>
    public static Assembly[] Shared { get; } = [typeof(Toolbox).Assembly, typeof(MathNet.Numerics.LinearAlgebra.Matrix<double>).Assembly, typeof(ScriptGlobals).Assembly];

    /// <summary>What every script sees without asking: the framework and <see cref="Shared"/>.</summary>
    public static ImmutableArray<MetadataReference> Always { get; } =
    [
        .. Known.Values.Where(file => Path.GetDirectoryName(file) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Concat(Shared.Select(assembly => assembly.Location)).Select(file => MetadataReference.CreateFromFile(file)),
    ];

    /// <summary>Why packages could not be had; null when they could.</summary>
    public string? Error { get; }

    /// <summary>All assemblies of the packages: a <c>#r</c> line itself can stand for one only.</summary>
    public IEnumerable<MetadataReference> Packages =>
        _restored.Assemblies.Select(a => Own(a.File)).Distinct().Select(file => MetadataReference.CreateFromFile(file));

    /// <summary>Loads the packages' native libraries, which the runtime would look for beside this program.</summary>
    public void LoadNatives()
    {
        foreach (string file in _restored.Natives)
            NativeLibrary.TryLoad(file, out _); // one that is not to be had is missed when it is called
    }

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (ScriptPackages.Parse(reference)?.Id is { } package)
        {
            if (Known.TryGetValue(package, out string? same))
                return [MetadataReference.CreateFromFile(same, properties)];
            // A package without an assembly of its own stands for what it depends on.
            string? file = Error is not null ? null : _restored.Assemblies
                .OrderBy(a => !a.Package.Equals(package, StringComparison.OrdinalIgnoreCase)).Select(a => Own(a.File))
                .FirstOrDefault(typeof(object).Assembly.Location);
            return file is null ? [] : [MetadataReference.CreateFromFile(file, properties)];
        }
        if (Known.TryGetValue(Path.GetFileNameWithoutExtension(reference), out string? known))
            return [MetadataReference.CreateFromFile(known, properties)];
        return _files.ResolveReference(_sources.Find(reference, baseFilePath) ?? reference, baseFilePath, properties);
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => _sources.GetHashCode();

    private static string Own(string file) => Known.GetValueOrDefault(Path.GetFileNameWithoutExtension(file), file);
}
