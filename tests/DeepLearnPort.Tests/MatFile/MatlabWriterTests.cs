namespace DeepLearnPort.Tests;

public class MatlabWriterTests
{
    private static readonly Mat A = Mat.Build.Dense(2, 2, [1, 2, 3, 4]);
    private static readonly Mat B = Mat.Build.Dense(1, 3, [5, 6, 7]);

    [Test]
    public void Write_EveryForm_IsReadBack()
    {
        using var folder = new TemporaryFolder();
        var (path, both) = (folder.Path("a.mat"), new Dictionary<string, Mat> { ["A"] = A, ["B"] = B });

        MatlabWriter.Write(path, A, "A");
        Assert.That(MatlabReader.ReadAll<double>(path), Is.EqualTo(new Dictionary<string, Mat> { ["A"] = A }));
        MatlabWriter.Write(path, [A, B], ["A", "B"]);
        Assert.That(MatlabReader.ReadAll<double>(path), Is.EqualTo(both));
        MatlabWriter.Write(path, both);
        Assert.That(MatlabReader.ReadAll<double>(path), Is.EqualTo(both));

        Assert.That(Written(s => MatlabWriter.Write(s, A, "A")), Is.EqualTo(new Dictionary<string, Mat> { ["A"] = A }));
        Assert.That(Written(s => MatlabWriter.Write(s, [A, B], ["A", "B"])), Is.EqualTo(both));
        Assert.That(Written(s => MatlabWriter.Write(s, both)), Is.EqualTo(both));
        Assert.That(Written(s => MatlabWriter.Store(s, MatlabReader.List(path))), Is.EqualTo(both));
    }

    [Test]
    public void Write_WrongArguments_Throw()
    {
        Assert.That(() => MatlabWriter.Write(Stream.Null, [A], ["A", "B"]), Throws.ArgumentException.With.Message.Contains("1 matrices").And.Message.Contains("2 were given"));
        Assert.That(() => MatlabWriter.Pack(A, "a-b"), Throws.ArgumentException.With.Message.Contains("'a-b'"));
        Assert.That(() => MatlabWriter.Pack<double>(null!, "A"), Throws.ArgumentNullException);
        Assert.That(() => MatlabWriter.Store(Stream.Null, [MatlabWriter.Pack(A, "A"), MatlabWriter.Pack(B, "A")]), Throws.TypeOf<MatFileException>());
    }

    private static Dictionary<string, Mat> Written(Action<Stream> write)
    {
        using var file = new MemoryStream();
        write(file);
        file.Position = 0;
        return MatlabReader.ReadAll<double>(file);
    }
}
