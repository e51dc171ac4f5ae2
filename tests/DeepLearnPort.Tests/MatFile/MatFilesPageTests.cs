using System.Text.RegularExpressions;
using DeepLearnPort.Tests.Cli;

namespace DeepLearnPort.Tests;

/// <summary>What <c>docs/matfiles.md</c> says that <c>dlport</c> prints.</summary>
public sealed partial class MatFilesPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.Path("docs", "matfiles.md")).ReplaceLineEndings("\n");

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

    [GeneratedRegex(@"```\n\$ dlport ([^\n]*)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Command();
}
