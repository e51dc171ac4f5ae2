using DeepLearnPort.Cli;

namespace DeepLearnPort.Tests;

/// <summary>The recorded cases under settings of the runtime that a user's machine may have.</summary>
[Category("Slow"), NonParallelizable]
public class PortabilityTests
{
    [TestCase("DOTNET_EnableAVX512", "0")]
    [TestCase("DOTNET_EnableAVX2", "0")]
    [TestCase("DOTNET_EnableHWIntrinsic", "0")]
    [TestCase("DOTNET_gcServer", "1")]
    [TestCase("DOTNET_TieredCompilation", "0")]
    [TestCase("DOTNET_PROCESSOR_COUNT", "1")]
    public async Task Verify_UnderThisSetting_PassesEveryCase(string name, string value)
    {
        var (code, output, error) = await Command.RunAsync("dotnet", [typeof(CommandLine).Assembly.Location, "verify", Repository.Path("matlab-ref", "cases")], environment: (name, value));
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output.TrimEnd(), Does.Match(@"\n\d{3,} passed, 0 failed$"));
    }
}
