using System.IO.Compression;
using DeepLearnPort.Cli;

namespace DeepLearnPort.Tests.Cli;

public sealed class MnistCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Out => _folder.Path("mnist.mat");

    /// <summary>Three images of 2 rows and 2 columns to train with, one to test with; the labels of the tests are gzipped.</summary>
    public MnistCommandTests()
    {
        Write("train-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4, 11, 12, 13, 14, 21, 22, 200, 255]);
        Write("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 3, 5, 0, 9]);
        Write("t10k-images.idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2, 31, 32, 33, 34]);
        Write("t10k-labels-idx1-ubyte.gz", Zipped([0, 0, 8, 1, 0, 0, 0, 1, 7]));
    }

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task Mnist_FourFiles_MakesTheToolboxsLayout()
    {
        var run = await Dlport.RunAsync("mnist", _folder.Path(""), Out);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output.TrimEnd(), Is.EqualTo($"{Out}: train_x 3x4, test_x 1x4, train_y 3x10, test_y 1x10"));
        var variables = MatFile.Load(Out);
        Assert.That(variables.Values.Select(v => v.Class), Is.All.EqualTo(MatClass.UInt8));
        Assert.That(variables["train_x"].AsMatrix().ToArray(), Is.EqualTo(new double[,] { { 1, 2, 3, 4 }, { 11, 12, 13, 14 }, { 21, 22, 200, 255 } }));
        Assert.That(Ones("train_y"), Is.EqualTo(new[] { (1, 0), (0, 5), (2, 9) }));
        Assert.That(Ones("test_y"), Is.EqualTo(new[] { (0, 7) }));

        IEnumerable<(int, int)> Ones(string name) => variables[name].AsMatrix().EnumerateIndexed().Where(e => e.Item3 == 1).Select(e => (e.Item1, e.Item2));
    }

    [TestCase("train-images-idx3-ubyte", new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 9 }, "magic number 2051; begins with 2049")]
    [TestCase("train-images-idx3-ubyte", new byte[] { 0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3 }, "must hold 3×2×2 bytes behind its header; holds 3")]
    [TestCase("train-images-idx3-ubyte", new byte[] { 0, 0, 8, 3, 255, 255, 255, 255, 0, 0, 0, 2, 0, 0, 0, 2 }, "positive sizes; has -1×2×2")]
    [TestCase("train-images-idx3-ubyte", new byte[] { 0, 0, 8, 3, 127, 255, 255, 255, 127, 255, 255, 255, 127, 255, 255, 255 }, "holds 0")]
    [TestCase("train-images-idx3-ubyte", new byte[] { 0, 0, 8, 3 }, "16 bytes of header; has 4")]
    [TestCase("train-labels-idx1-ubyte", new byte[] { 0, 0, 8, 1, 0, 0, 0, 2, 5, 0 }, "a label for each of 3 images; holds 2")]
    [TestCase("train-labels-idx1-ubyte", new byte[] { 0, 0, 8, 1, 0, 0, 0, 3, 5, 10, 0 }, "label 2 is 10")]
    [TestCase("t10k-labels-idx1-ubyte.gz", new byte[] { 0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, "gzip")]
    [TestCase("t10k-images.idx3-ubyte", new byte[] { 0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 9 }, "test with 1")]
    public async Task Mnist_WrongFile_SaysWhatIsWrongAndLeavesTheOldFile(string name, byte[] content, string reason)
    {
        Write(name, content);
        File.WriteAllText(Out, "old");

        var run = await Dlport.RunAsync("mnist", _folder.Path(""), Out);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error.TrimEnd(), Does.Contain(reason).And.Not.Contain("\n"));
        Assert.That(File.ReadAllText(Out), Is.EqualTo("old"));
    }

    [TestCase(3, "must hold 3×2×2 bytes behind its header; holds more")]
    [TestCase(300, "must hold 300×2×2 bytes behind its header; holds 1000")]
    [TestCase(int.MaxValue, "must hold at most 1073741824 bytes; its header says 2147483647×2×2")]
    [TestCase(250_000_000, "must hold 250000000×2×2 bytes behind its header; it is too short for that")]
    public void Mnist_ZippedFileOfMuchMore_TakesWhatItsHeaderSays(int images, string reason)
    {
        byte[] size = BitConverter.GetBytes(images);
        Array.Reverse(size);
        File.Delete(_folder.Path("train-images-idx3-ubyte"));
        Write("train-images-idx3-ubyte.gz",
            Zipped([0, 0, 8, 3, .. size, 0, 0, 0, 2, 0, 0, 0, 2, .. new byte[images == 3 ? 50_000_000 : 1000]]));

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(() => MnistFile.Make(_folder.Path(""), Out),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains(reason));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000_000));
    }

    [Test]
    public async Task Mnist_ToolboxOrderOfOtherImages_SaysWhichItIsOf()
    {
        var run = await Dlport.RunAsync("mnist", _folder.Path(""), Out, "--order", "toolbox");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("60000 images to train with and 10000 to test with").And.Contain("has 3 and 1"));
        Assert.That((await Dlport.RunAsync("mnist", _folder.Path(""), Out, "--order", "idx")).ExitCode, Is.Zero);
        Assert.That((await Dlport.RunAsync("mnist", _folder.Path(""), Out, "--order", "random")).ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Mnist_FileMissing_NamesIt()
    {
        File.Delete(_folder.Path("train-labels-idx1-ubyte"));
        var run = await Dlport.RunAsync("mnist", _folder.Path(""), Out);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("has no train-labels-idx1-ubyte"));
    }

    [Test]
    public void DataFile_Nowhere_SaysInOneLineHowToMakeIt() =>
        Assert.That(() => DataFile.FindFrom([_folder.Path("")]), Throws.TypeOf<FileNotFoundException>()
            .With.Message.Contains("dlport mnist IDX_FOLDER").And.Message.Contains("--data").And.Message.Contains("train-images-idx3-ubyte").And.Message.Not.Contains("\n"));

    private void Write(string name, byte[] content) => File.WriteAllBytes(_folder.Path(name), content);

    private static byte[] Zipped(byte[] content)
    {
        var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal)) gzip.Write(content);
        return zipped.ToArray();
    }
}
