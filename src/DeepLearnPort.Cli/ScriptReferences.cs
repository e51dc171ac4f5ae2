using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace DeepLearnPort.Cli;

/// <summary>What a script compiles against: the framework and DeepLearnPort, and what its <c>#r</c> lines name.</summary>
/// <remarks>
/// Where a line names an assembly that this program has itself (<c>#r "nuget: DeepLearnPort, 0.1.0"</c>,
/// <c>#r "…/MathNet.Numerics.dll"</c>), the script gets this program's, so that no type exists twice.
/// </remarks>
/// <param name="script">The script, a full path; relative paths of <c>#r</c> start at its folder.</param>
internal sealed class ScriptReferences(string script) : MetadataReferenceResolver
{
    // Every assembly that the runtime can load in this process, by name.
    private static readonly Dictionary<string, string> Known = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator).DistinctBy(Path.GetFileNameWithoutExtension) // the core library is listed twice
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase);

    private readonly ScriptMetadataResolver _files = ScriptMetadataResolver.Default.WithBaseDirectory(Path.GetDirectoryName(script)!);
    private ImmutableArray<PortableExecutableReference> _packages;

    /// <summary>This program's assemblies that scripts work with, sharing its streams and settings.</summary>
    public static Assembly[] Shared { get; } = [typeof(Toolbox).Assembly, typeof(MathNet.Numerics.LinearAlgebra.Matrix<double>).Assembly, typeof(ScriptGlobals).Assembly];

    /// <summary>What every script sees without asking: the framework and <see cref="Shared"/>.</summary>
    public static ImmutableArray<MetadataReference> Always { get; } =
    [
        .. Known.Values.Where(file => Path.GetDirectoryName(file) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Concat(Shared.Select(assembly => assembly.Location)).Select(file => MetadataReference.CreateFromFile(file)),
    ];

    /// <summary>Why packages could not be had; null when they could.</summary>
    public string? Error { get; private set; }

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        string? package = ScriptPackages.Parse(reference)?.Id;
        if (Known.TryGetValue(package ?? Path.GetFileNameWithoutExtension(reference), out string? known))
            return [MetadataReference.CreateFromFile(known, properties)];
        if (package is null)
            return _files.ResolveReference(reference, baseFilePath, properties);
        if (_packages.IsDefault)
            _packages = Restore();
        return _packages;
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(script);

    // Once for all packages of the script and of what it loads, so that their versions agree.
    private ImmutableArray<PortableExecutableReference> Restore()
    {
        try
        {
            return
            [
                .. ScriptPackages.Restore(script, except: Known.ContainsKey)
                    .Select(file => MetadataReference.CreateFromFile(Known.GetValueOrDefault(Path.GetFileNameWithoutExtension(file), file))),
            ];
        }
        catch (InvalidOperationException e)
        {
            Error = e.Message;
            return [];
        }
    }
}
