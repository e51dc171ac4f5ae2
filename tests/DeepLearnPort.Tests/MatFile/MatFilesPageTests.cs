using System.Text.RegularExpressions;
using DeepLearnPort.Tests.Cli;

namespace DeepLearnPort.Tests;

/// <summary>What <c>docs/matfiles.md</c> shows, done.</summary>
public sealed partial class MatFilesPageTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Repository.Path("docs", "matfiles.md")).ReplaceLineEndings("\n");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task Examples_OneAfterTheOther_Run()
    {
        using var _ = RandStream.Use(new MatlabStream());
        Display.Writer = TextWriter.Null;
        var examples = CSharp().Matches(Page);
        Assert.That(examples, Is.Not.Empty);
        foreach (Match example in examples)
        {
            var script = _folder.Path("example.csx");
            await File.WriteAllTextAsync(script, example.Groups[1].Value.Replace("\"net.mat\"", $"@\"{_folder.Path("net.mat")}\""));
            var run = await Dlport.RunAsync("run", script);
            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")), example.Value);
        }
    }

    [Test]
    public async Task DlportInfo_FilesOfThePage_PrintsWhatThePageShows()
    {
        var shown = Command().Matches(Page);
        Assert.That(shown, Is.Not.Empty);
        foreach (Match command in shown)
        {
            var run = await Dlport.RunAsync([.. command.Groups[1].Value.Split(' ').Select(word => word.EndsWith(".mat", StringComparison.Ordinal) ? Repository.Path(word) : word)]);
            Assert.That(Lines(run.Output), Is.EqualTo(Lines(command.Groups[2].Value)));
        }
    }

    private static string[] Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"```\n\$ dlport ([^\n]*)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Command();
}
