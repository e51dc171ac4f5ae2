using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public sealed class LoadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Save_NamesWithValues_AreWhatLoadReturns()
    {
        var nn = nnsetup([3, 2, 1], new OctaveStream(0));
        var x = Mat.Build.Dense(2, 3, [1, 2, 3, 4, 5, 6]);
        save(Path("net"), "nn", nn, "x", x, "note", "trained here", "L", new[] { 0.5, 0.25 });

        var s = load(Path("net"));

        Assert.That(_folder.Files, Is.EqualTo(new[] { "net.mat" }));
        Assert.That(s.Fields, Is.EqualTo(new[] { "nn", "x", "note", "L" }));
        Assert.That(s["x"].AsMatrix(), Is.EqualTo(x));
        Assert.That(s["note"].AsString(), Is.EqualTo("trained here"));
        Assert.That(s["L"].ToString(), Is.EqualTo("1x2 double"));
        Assert.That(MatConvert.To<Nn>(s["nn"]).W[0], Is.EqualTo(nn.W[0]));
    }

    [Test]
    public void Load_NamesAndPatterns_GivesThose()
    {
        save(Path("a.mat"), "W1", 1, "W2", 2, "b", 3);
        Assert.That(load(Path("a.mat"), "b", "W*").Fields, Is.EqualTo(new[] { "W1", "W2", "b" }));
        Assert.That(load(Path("a.mat"), "W2").Fields, Is.EqualTo(new[] { "W2" }));
    }

    [Test]
    public void Load_NameTheFileLacks_SaysWhatThereIs()
    {
        save(Path("a.mat"), "x", 1);
        Assert.That(() => load(Path("a.mat"), "x", "X"), Throws.TypeOf<KeyNotFoundException>().With.Message.EndsWith("a.mat has no variable 'X'; it has x"));
    }

    [Test]
    public void Save_Options_DoWhatMatlabsDo()
    {
        save(Path("a.mat"), "-v6", "x", 1, "y", 2);
        Assert.That(new FileInfo(Path("a.mat")).Length, Is.EqualTo(128 + 2 * 64), "-v6 is plain");

        save(Path("a.mat"), "y", 3, "-append", "-struct", MatStruct.Create(("z", "-v6"), ("w", 5.0)));

        var s = load(Path("a.mat"));
        Assert.That(s.Fields, Is.EqualTo(new[] { "x", "y", "z", "w" }));
        Assert.That((s["x"].AsDouble(), s["y"].AsDouble(), s["z"].AsString()), Is.EqualTo((1, 3, "-v6")));
    }

    [Test]
    public void Save_WhatIsNoVariable_LeavesTheFile()
    {
        save(Path("a.mat"), "x", 1);
        Assert.That(() => save(Path("a.mat")), Throws.ArgumentException.With.Message.Contains("no workspace"));
        Assert.That(() => save(Path("a.mat"), "y"), Throws.ArgumentException.With.Message.Contains("value of y"));
        Assert.That(() => save(Path("a.mat"), 1, "y"), Throws.ArgumentException.With.Message.Contains("was 1"));
        Assert.That(() => save(Path("a.mat"), "-v7.3", "y", 1), Throws.ArgumentException.With.Message.Contains("was -v7.3"));
        Assert.That(() => save(Path("a.mat"), "-struct", 1), Throws.ArgumentException.With.Message.Contains("1×1 struct"));
        Assert.That(() => save(Path("a.mat"), "no name", 1), Throws.TypeOf<MatFileException>());
        Assert.That(() => save(Path("a.mat"), "y", new object()), Throws.TypeOf<InvalidCastException>());
        Assert.That(load(Path("a.mat"))["x"].AsDouble(), Is.EqualTo(1));
    }

    [Test]
    public void Whos_File_ShowsALineForEachVariable()
    {
        MatFile.Save(Path("a.mat"), MatSamples.All().Where(v => v.Key is "uint8" or "nd" or "complexsingle" or "sparse" or "s" or "text"));
        Display.Writer = new StringWriter { NewLine = "\n" };

        whos("-file", Path("a"));

        Assert.That(Display.Writer.ToString(), Is.EqualTo("""
              Name            Size  Bytes  Class   Attributes

              nd             2x3x4    192  double
              uint8            1x5      5  uint8
              complexsingle    1x1      8  single  complex
              text             1x4      8  char
              sparse           3x4         double  sparse
              s                1x1         struct

            """.ReplaceLineEndings("\n")));
        Assert.That(() => whos("x", Path("a")), Throws.ArgumentException);
    }

    [Test]
    public void Replay_CaseThatCallsSave_WritesNothing()
    {
        using var cases = new CaseFolder();
        var recorded = cases.Write("a", "save", [Path("b.mat"), "x", 1.0], []);

        Assert.That(recorded.Replay().Status, Is.EqualTo(CaseStatus.Skipped));
        Assert.That(_folder.Files, Is.Empty);
    }

    private string Path(string name) => _folder.Path(name);
}
