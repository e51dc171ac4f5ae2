using PublicApiGenerator;

namespace DeepLearnPort.Tests;

/// <summary>docs/public-api.txt lists all that is public, so that a change of it shows in a change's text.</summary>
public class PublicSurfaceTests
{
    [Test]
    public void Library_PublicMembers_AreThoseListed()
    {
        string listed = Repository.Path("docs", "public-api.txt");
        string now = typeof(Toolbox).Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false, UseDenyNamespacePrefixesForExtensionMethods = true }).ReplaceLineEndings("\n").Trim() + "\n";

        if (Environment.GetEnvironmentVariable("UPDATE_PUBLIC_API") is not null)
            File.WriteAllText(listed, now);
        Assert.That(now, Is.EqualTo(File.ReadAllText(listed).ReplaceLineEndings("\n")), "run the test with UPDATE_PUBLIC_API=1 to accept the change, and commit the list");
    }
}
