using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DeepLearnPort.Cli;

/// <summary>The NuGet packages of scripts, <c>#r "nuget: Id, version"</c>, by way of <c>dotnet restore</c>.</summary>
internal static class ScriptPackages
{
    private const string Prefix = "nuget:";

    private static readonly string Assets = Path.Combine("obj", "project.assets.json");

    /// <summary>The package and version that a reference names; null if it names none.</summary>
    /// <param name="reference">E.g. <c>nuget: CsvHelper, 34.0.0</c>; without a version, any.</param>
    public static (string Id, string Version)? Parse(string reference)
    {
        if (!reference.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return null;
        string[] parts = reference[Prefix.Length..].Split(',', StringSplitOptions.TrimEntries);
        return (parts[0], parts.Length > 1 ? parts[1] : "*");
    }

    /// <summary>Restores the packages of a script and of the scripts it loads. The network is used only for what this machine lacks.</summary>
    /// <param name="script">The script, a full path; a NuGet.config in its folder counts.</param>
    /// <param name="except">Whether a package is at hand already.</param>
    /// <returns>The assemblies of the packages and of those they depend on.</returns>
    /// <exception cref="InvalidOperationException">A package cannot be had; the message is what NuGet says.</exception>
    public static IReadOnlyList<string> Restore(string script, Func<string, bool> except)
    {
        var project = new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup", new XElement("TargetFramework", $"net{Environment.Version.Major}.0")),
            new XElement("ItemGroup", Packages(script, []).Distinct().Where(package => !except(package.Id)).Select(package =>
                new XElement("PackageReference", new XAttribute("Include", package.Id), new XAttribute("Version", package.Version)))));
        string folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            "dlport", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(project.ToString())))[..16]);
        string assets = Path.Combine(folder, Assets);
        if (!File.Exists(assets) || !TryRead(assets, out var assemblies))
        {
            Directory.CreateDirectory(folder);
            project.Save(Path.Combine(folder, "script.csproj"));
            Run(folder, Path.GetDirectoryName(script)!);
            if (!TryRead(assets, out assemblies))
                throw new InvalidOperationException($"restored packages are missing, see {assets}");
        }
        return assemblies;
    }

    private static IEnumerable<(string Id, string Version)> Packages(string script, HashSet<string> seen)
    {
        if (!seen.Add(script) || !File.Exists(script)) // the compiler says what is missing
            return [];
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(File.ReadAllText(script), new(kind: SourceCodeKind.Script)).GetRoot();
        return root.GetReferenceDirectives().Select(r => Parse(r.File.ValueText)).OfType<(string, string)>()
            .Concat(root.GetLoadDirectives().SelectMany(l => Packages(Path.Combine(Path.GetDirectoryName(script)!, l.File.ValueText), seen)));
    }

    private static void Run(string folder, string configuration)
    {
        using var restore = Process.Start(new ProcessStartInfo("dotnet",
            ["restore", "script.csproj", "-v", "q", "-nologo", "-nodeReuse:false", $"-p:RestoreRootConfigDirectory={configuration}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        string output = restore.StandardOutput.ReadToEnd();
        restore.WaitForExit();
        if (restore.ExitCode == 0)
            return;
        File.Delete(Path.Combine(folder, Assets)); // a failed restore leaves one too
        throw new InvalidOperationException(output.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains("error")) ?? output);
    }

    // What the restored packages have for this framework. False when a file has gone from NuGet's folder since.
    private static bool TryRead(string assets, out IReadOnlyList<string> assemblies)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(assets));
        string packages = json.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
        assemblies =
        [
            .. from package in json.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
               where package.Value.TryGetProperty("runtime", out _)
               from file in package.Value.GetProperty("runtime").EnumerateObject()
               where file.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
               select Path.Combine(packages, json.RootElement.GetProperty("libraries").GetProperty(package.Name).GetProperty("path").GetString()!, file.Name),
        ];
        return assemblies.All(File.Exists);
    }
}
