using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace DeepLearnPort.Cli;

/// <summary>What restored packages have for this framework and machine.</summary>
/// <param name="Assemblies">Package and file of each assembly.</param>
/// <param name="Natives">Their native libraries.</param>
internal sealed record ScriptAssemblies(IReadOnlyList<(string Package, string File)> Assemblies, IReadOnlyList<string> Natives);

/// <summary>The NuGet packages of scripts, <c>#r "nuget: Id, version"</c>, by way of <c>dotnet restore</c>.</summary>
internal static class ScriptPackages
{
    private const string Prefix = "nuget:";
    private const string AnyVersion = "*";

    private static readonly string Assets = Path.Combine("obj", "project.assets.json");

    /// <summary>The package and version that a reference names; null if it names none.</summary>
    /// <param name="reference">E.g. <c>nuget: CsvHelper, 34.0.0</c>; without a version, any.</param>
    public static (string Id, string Version)? Parse(string reference)
    {
        if (!reference.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return null;
        string[] parts = reference[Prefix.Length..].Split(',', StringSplitOptions.TrimEntries);
        return (parts[0], parts.Length > 1 ? parts[1] : AnyVersion);
    }

    /// <summary>
    /// Restores packages. What this machine has is taken from it; only for what it lacks are the package sources asked.
    /// </summary>
    /// <param name="packages">The packages, which must agree with each other.</param>
    /// <param name="configuration">A folder; a NuGet.config there counts.</param>
    /// <param name="cancel">Ends the restoring.</param>
    /// <exception cref="InvalidOperationException">A package cannot be had; the message is what NuGet says.</exception>
    public static ScriptAssemblies Restore(IEnumerable<(string Id, string Version)> packages, string configuration,
        CancellationToken cancel)
    {
        var project = new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
                new XElement("NuGetAudit", "false")), // which would ask the sources every time
            new XElement("ItemGroup", packages.Select(package =>
                new XElement("PackageReference", new XAttribute("Include", package.Id), new XAttribute("Version", package.Version)))));
        string name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(project.ToString())))[..16];
        string folder = Path.Combine(LocalFolder(), name);
        return Read(folder) ?? Restored(project, folder, configuration, cancel);
    }

    // Restored beside its place and then moved there, so that what is there is whole, whoever else restores the same or is
    // killed.
    private static ScriptAssemblies Restored(XElement project, string folder, string configuration, CancellationToken cancel)
    {
        string work = $"{folder}.{Guid.NewGuid():N}";
        string none = Path.Combine(work, "none");
        Directory.CreateDirectory(none);
        try
        {
            project.Save(Path.Combine(work, "script.csproj"));
            string here = PackageFolder();
            if (Run(work, ["--source", Directory.Exists(here) ? here : none], cancel) is not null
                && Run(work, ["--force", $"-p:RestoreRootConfigDirectory={configuration}"], cancel) is { } problem)
                throw new InvalidOperationException(problem);
            var restored = Read(work) ?? throw new InvalidOperationException("restored packages are not where NuGet says they are");
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.Move(work, folder);
            return restored;
        }
        catch (IOException) when (Read(folder) is { } others) // another script was quicker
        {
            return others;
        }
        finally
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
        }
    }

    private static string LocalFolder()
    {
        string local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.Create);
        return Path.Combine(local == "" ? Path.GetTempPath() : local, "dlport");
    }

    private static string PackageFolder() => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Runs <c>dotnet restore</c>; null when it succeeds, otherwise what is wrong.</summary>
    private static string? Run(string folder, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet",
            ["restore", "script.csproj", "-v", "q", "-nologo", "-nodeReuse:false", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var restore = Process.Start(start)!;
            using var stop = cancel.Register(() => restore.Kill(entireProcessTree: true));
            var error = restore.StandardError.ReadToEndAsync(CancellationToken.None);
            string output = restore.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
            restore.WaitForExit();
            cancel.ThrowIfCancellationRequested();
            if (restore.ExitCode == 0)
                return null;
            string line = output.Split('\n').Select(l => l.Trim())
                .FirstOrDefault(l => l.Contains("error ", StringComparison.Ordinal)) ?? output.Trim();
            return line[Math.Max(0, line.IndexOf("error ", StringComparison.Ordinal))..]
                .Replace(folder, "", StringComparison.Ordinal);
        }
        catch (Win32Exception e)
        {
            return $"packages of scripts need the .NET SDK; its 'dotnet' cannot be started: {e.Message}";
        }
    }

    // Null where nothing whole is restored there, or a file has gone from NuGet's folder since.
    private static ScriptAssemblies? Read(string folder)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Assets)));
            var found = Found(json.RootElement);
            return found.Assemblies.All(a => File.Exists(a.File)) && found.Natives.All(File.Exists) ? found : null;
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException
            or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ScriptAssemblies Found(JsonElement assets)
    {
        string[] folders = [.. assets.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name)];
        var libraries = assets.GetProperty("libraries");
        var (assemblies, natives) = (new List<(string, string)>(), new List<string>());
        foreach (var package in assets.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            string path = libraries.GetProperty(package.Name).TryGetProperty("path", out var at) ? at.GetString()! : package.Name;
            var own = Files(package.Value, "runtimeTargets", "runtime").Select(f => f.Name).ToList();
            // What a package has for this machine takes the place of what it has for all.
            var common = Files(package.Value, "runtime").Select(f => f.Name)
                .Where(file => !own.Exists(o => Path.GetFileName(o) == Path.GetFileName(file)));
            assemblies.AddRange(own.Concat(common).Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                .Select(file => (package.Name.Split('/')[0], Place(path, file))));
            natives.AddRange(Files(package.Value, "runtimeTargets", "native").Select(f => Place(path, f.Name)));
        }
        return new(assemblies, natives);

        string Place(string package, string file) =>
            folders.Select(folder => Path.Combine(folder, package, file)).FirstOrDefault(File.Exists)
            ?? Path.Combine(folders[0], package, file);
    }

    private static IEnumerable<JsonProperty> Files(JsonElement package, string kind, string? assetType = null)
    {
        if (!package.TryGetProperty(kind, out var files))
            return [];
        if (assetType is null)
            return files.EnumerateObject();
        var ofKind = files.EnumerateObject().Where(f => f.Value.GetProperty("assetType").GetString() == assetType)
            .GroupBy(f => f.Value.GetProperty("rid").GetString()!).ToDictionary(g => g.Key, g => g.ToList());
        return Machines().Select(rid => ofKind.GetValueOrDefault(rid)).FirstOrDefault(f => f is not null) ?? [];
    }

    // NuGet's names of this machine, the closest first.
    private static IEnumerable<string> Machines()
    {
        string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        string[] families = OperatingSystem.IsWindows() ? [system] : [system, "unix"];
        return [RuntimeInformation.RuntimeIdentifier, .. families.SelectMany(f => new[] { $"{f}-{architecture}", f })];
    }
}
