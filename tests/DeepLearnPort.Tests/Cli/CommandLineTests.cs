using DeepLearnPort.Cli;

namespace DeepLearnPort.Tests.Cli;

[TestFixture]
public class CommandLineTests
{
    [TestCase("no-such-command")]
    [TestCase("--no-such-option")]
    [TestCase]
    public async Task RunAsync_BadUsage_Returns2WithOneLineOnStandardError(params string[] args)
    {
        var run = await Dlport.RunAsync(args);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Output, Is.Empty);
            Assert.That(run.Error.TrimEnd(), Does.StartWith("dlport: ").And.Not.Contains("\n"));
        });
    }

    [TestCase("--\u001b[31m\nred")]
    [TestCase("@no-such-file")]
    public async Task RunAsync_ControlCharactersAndResponseFiles_AreOnlyText(string argument)
    {
        var run = await Dlport.RunAsync(argument);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error.TrimEnd().Any(char.IsControl), Is.False);
        Assert.That(run.Error, Does.Contain(argument[^3..]));
    }

    [Test]
    public async Task RunAsync_Help_Returns0AndNamesOptions()
    {
        var run = await Dlport.RunAsync("--help");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.Contain("--verbose"));
    }
}

/// <summary>Runs <c>dlport</c> in this process.</summary>
internal static class Dlport
{
    public static Task<DlportRun> RunAsync(params string[] args) => RunAsync(args, CancellationToken.None);

    public static async Task<DlportRun> RunAsync(string[] args, CancellationToken cancel)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exitCode = await CommandLine.RunAsync(args, output, error, cancel);
        return new(exitCode, output.ToString(), error.ToString());
    }
}

internal sealed record DlportRun(int ExitCode, string Output, string Error);
