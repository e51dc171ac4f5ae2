using System.Text.RegularExpressions;
using DeepLearnPort.Cli;

namespace DeepLearnPort.Tests.Scripts;

/// <summary>
/// The code in the pages. C# blocks compile as scripts; F# blocks, Slow, type-check; a <c>text</c> block right after either is
/// what it prints. What a block takes for granted stands before it in a comment: <c>&lt;!-- given: Nn nn = default; --&gt;</c>.
/// </summary>
public sealed partial class DocumentationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static IEnumerable<TestCaseData> CSharp => Blocks("csharp");

    public static IEnumerable<TestCaseData> FSharp => Blocks("fsharp");

    public void Dispose() => _folder.Dispose();

    [TestCaseSource(nameof(CSharp))]
    public async Task CSharpBlock_OfAPage_CompilesAndPrintsWhatItSays(string code, string? prints)
    {
        string[] lines = code.Split('\n');
        int usings = lines.TakeWhile(line => line.Length == 0 || line.StartsWith("using ", StringComparison.Ordinal)).Count();
        string ends = prints is null ? "if (Args.Count == 0) return 0; // only to be compiled\n" : "";
        File.WriteAllText(_folder.Path("page.csx"), $"""
            #r "{typeof(TestAttribute).Assembly.Location}"
            using NUnit.Framework;
            {string.Join('\n', lines[..usings])}
            {ends}{string.Join('\n', lines[usings..])}
            """);
        var (exitCode, output, error) = await Command.RunAsync("dotnet", [typeof(CommandLine).Assembly.Location, "run", _folder.Path("page.csx")], Repository.Root);

        Assert.That((error, exitCode), Is.EqualTo(("", 0)));
        Assert.That(Timeless(output), Is.EqualTo(Timeless(prints ?? "")));
    }

    [TestCaseSource(nameof(FSharp)), Category("Slow"), NonParallelizable]
    public async Task FSharpBlock_OfAPage_ChecksAndPrintsWhatItSays(string code, string? prints)
    {
        File.WriteAllText(_folder.Path("page.fsx"), code.Contains("#load \"scripts", StringComparison.Ordinal) ? code.Replace("scripts/", Repository.Path("scripts/"), StringComparison.Ordinal) : $"""
            #load @"{Repository.Path("scripts", "load.fsx")}"
            open DeepLearnPort
            open DeepLearnPort.FSharp
            open type DeepLearnPort.Toolbox
            {code}
            """);
        string[] arguments = prints is null ? ["fsi", "--typecheck-only", _folder.Path("page.fsx")] : ["fsi", _folder.Path("page.fsx")];
        string output = await Command.OutputOf("dotnet", arguments, Repository.Root);
        if (prints is not null)
            Assert.That(Timeless(output), Is.EqualTo(Timeless(prints)));
    }

    private static IEnumerable<TestCaseData> Blocks(string language)
    {
        foreach (string page in Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories).Order())
        {
            string name = Path.GetRelativePath(Repository.Root, page);
            if (name.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"))
                continue;
            int number = 0;
            foreach (Match block in Fence().Matches(File.ReadAllText(page).ReplaceLineEndings("\n")))
                if (block.Groups["language"].Value == language)
                {
                    string code = block.Groups["given"].Value.Trim() + "\n" + block.Groups["code"].Value;
                    yield return new TestCaseData(code, block.Groups["prints"].Success ? block.Groups["prints"].Value : null).SetArgDisplayNames(name, $"{++number}");
                }
        }
    }

    private static string Timeless(string text) => Seconds().Replace(text.ReplaceLineEndings("\n").TrimEnd(), "… seconds");

    [GeneratedRegex(@"(?:<!-- given: (?<given>(?s:.*?)) -->\n+)?^```(?<language>csharp|fsharp)\n(?<code>(?s:.*?))^```\n(?:\n*```text\n(?<prints>(?s:.*?))^```)?", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\d+\.\d+ seconds")]
    private static partial Regex Seconds();
}
