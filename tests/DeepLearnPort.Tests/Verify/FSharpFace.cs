using System.Text.RegularExpressions;

namespace DeepLearnPort.Tests;

/// <summary>Which functions of DeepLearnPort.FSharp call which of <see cref="Toolbox"/> and <see cref="Matlab"/>, from its source.</summary>
internal static partial class FSharpFace
{
    private static readonly ILookup<string, string> Callers = Directory.EnumerateFiles(Repository.Path("src", "DeepLearnPort.FSharp"), "*.fs")
        .SelectMany(Calls)
        .ToLookup(call => call.Called, call => call.Caller);

    /// <summary>The functions that call one, as <c>Module.name</c>.</summary>
    public static IReadOnlyCollection<string> Calling(string function) => [.. Callers[function].Distinct()];

    private static IEnumerable<(string Called, string Caller)> Calls(string file)
    {
        string module = "", function = "";
        foreach (string line in File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)))
        {
            if (Module().Match(line) is { Success: true } m)
                module = m.Groups[1].Value;
            if (Function().Match(line) is { Success: true } f)
                function = f.Groups[1].Value;
            foreach (Match call in Call().Matches(line))
                yield return (call.Groups[1].Value, $"{module}.{function}");
        }
    }

    [GeneratedRegex(@"^module (?:internal )?(\w+)")]
    private static partial Regex Module();

    [GeneratedRegex(@"^    let (?:inline )?(\w+)")]
    private static partial Regex Function();

    [GeneratedRegex(@"\b(?:Toolbox|Matlab)\.(\w+)")]
    private static partial Regex Call();
}
