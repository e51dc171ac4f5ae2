namespace DeepLearnPort.Tests.MatlabItself;

/// <summary>The list of what MATLAB itself computed, and what is said of it elsewhere.</summary>
public class MatlabFilesTests
{
    /// <summary>Every test of a file compares as many numbers as its row says; this is their sum.</summary>
    [Test]
    public void Numbers_OfAllFiles_AreThoseOfTheReadme()
    {
        int total = MatlabFile.All.Sum(file => file.numbers);

        TestContext.Out.WriteLine($"{total} numbers that MATLAB computed, in {MatlabFile.All.Count(f => f.numbers > 0)} files");
        string text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{total:#,0}").Replace(',', ' ');
        Assert.That(File.ReadAllText(Repository.Path("README.md")), Does.Contain(text));
        Assert.That(File.ReadAllText(Repository.Path("matlab-ref", "MAP.md")), Does.Contain(text));
    }

    [Test]
    public void Rows_OfTheList_SayWhereTheFileIsAndWhatItProves()
    {
        Assert.That(MatlabFile.All.Select(f => f.file), Is.Unique);
        foreach (var file in MatlabFile.All)
        {
            Assert.That(file.repository, Does.Match("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$"));
            Assert.That(file.commit, Does.Match("^[0-9a-f]{7}$"));
            Assert.That(new[] { file.path, file.saved_by, file.proves, file.largest }, Has.None.Empty, file.file);
        }
    }
}
