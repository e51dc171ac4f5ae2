namespace DeepLearnPort.Tests;

public class MatFileSaveTests
{
    [Test]
    public void Save_EveryKindOfValue_IsReadBackTheSame([Values] bool compressed, [Values] bool seekable)
    {
        var variables = MatSamples.All();
        using var file = new MemoryStream();
        MatFile.Save(seekable ? file : new OneWayStream(file), variables, new MatWriteOptions { Compressed = compressed });

        file.Position = 0;
        var read = MatFile.Load(seekable ? file : new OneWayStream(file));

        Assert.That(MatSamples.List(read), Is.EqualTo(MatSamples.List(variables)));
        Assert.That(read.Keys, Is.EqualTo(variables.Keys));
        Assert.That(file.CanRead, "the caller's stream stays open");
    }

    [Test]
    public void Save_ValueThatCannotBeWritten_LeavesTheOldFileAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Path("net.mat");
        MatFile.Save(path, [new("a", 1.0)]);

        var error = Assert.Throws<MatFileException>(() => MatFile.Save(path, [new("b", 2.0), new("c", MatStruct.Create(("no-name", 1.0)))]))!;

        Assert.That((error.File, error.Variable), Is.EqualTo((path, "c")));
        Assert.That(error.Message, Does.Contain("'no-name'"));
        Assert.That(MatFile.Load(path).Keys, Is.EqualTo(new[] { "a" }));
        Assert.That(folder.Files, Is.EqualTo(new[] { "net.mat" }));
    }

    [TestCase("")]
    [TestCase("1a")]
    [TestCase("a b")]
    [TestCase("_a")]
    [TestCase("ä")]
    [TestCase("a123456789012345678901234567890123456789012345678901234567890123")]
    public void Save_NameThatMatlabCannotUse_Throws(string name) =>
        Assert.Throws<MatFileException>(() => MatFile.Save(new MemoryStream(), [new(name, 1.0)]));

    [Test]
    public void Save_TwoVariablesOfOneName_Throws() =>
        Assert.Throws<MatFileException>(() => MatFile.Save(new MemoryStream(), [new("a", 1.0), new("a", 2.0)]));

    /// <summary>One array 33 times over: that takes the memory of one.</summary>
    [Test]
    public void Save_MoreThanAVariableCanHold_ThrowsBeforeAnythingIsWritten()
    {
        MatValue array = MatNumeric.Create(new byte[1 << 26], 1, 1 << 26);
        using var file = new MemoryStream();
        Assert.That(() => MatFile.Save(file, [new("x", 1.0), new("c", MatCell.Row([.. Enumerable.Repeat(array, 33)]))]),
            Throws.TypeOf<MatFileException>().With.Message.Contains("v7.3").And.Property("Variable").EqualTo("c"));
        Assert.That(file.Length, Is.Zero);
    }

    [Test]
    public void Save_OverALongerFile_LeavesNoOldBytes()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Path("a.mat");
        MatFile.Save(path, [new("a", Mat.Build.Dense(50, 50, (i, j) => i * j))], MatWriteOptions.Plain);
        MatFile.Save(path, [new("b", 1.0)], MatWriteOptions.Plain);

        Assert.That(new FileInfo(path).Length, Is.EqualTo(128 + 8 + 16 + 16 + 8 + 16));
        Assert.That(MatFile.Load(path)["b"].AsDouble(), Is.EqualTo(1));
    }
}
