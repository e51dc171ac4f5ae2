using System.Buffers.Binary;
using CsvHelper;
using DeepLearnPort.Tests.Cli;

namespace DeepLearnPort.Tests.MatlabItself;

/// <summary>Where MNIST's images stand in the toolbox's own file: what MATLAB's twister and its randperm made of them.</summary>
public partial class MnistOrderTests
{
    private const string FirstRows = "mnist-order/mnist_uint8-first200-train-50-test.mat";

    [CsvRecord]
    public sealed partial record Row(string set, int row, int image);

    [Test]
    public void ToolboxOrder_EveryRowThatIsKnown_IsThere()
    {
        var known = Published.Read<Row>("mnist_order.csv");

        Assert.That(known.Select(r => ToolboxMnist.Order(r.set)[r.row - 1] + 1), Is.EqualTo(known.Select(r => r.image)));
        foreach (string set in (string[])["train", "test"])
            Assert.That(ToolboxMnist.Order(set).Order(), Is.EqualTo(Enumerable.Range(0, ToolboxMnist.Order(set).Length)));
        var evidence = new Evidence(FirstRows);
        evidence.Add(known.Length, 0, "");
        evidence.Holds(accepted: 0);
    }

    [Test]
    public void ToolboxOrder_FirstRowsOfTheFileItself_AreTheSameImages()
    {
        foreach (string set in (string[])["train", "test"])
        {
            Mat x = MatlabFile.Load(FirstRows, set + "_x").AsMatrix(), y = MatlabFile.Load(FirstRows, set + "_y").AsMatrix();
            Assert.That(ToolboxMnist.X(set, x.RowCount), Is.EqualTo(x));
            Assert.That(ToolboxMnist.Y(set, y.RowCount), Is.EqualTo(y));
        }
    }

    [Test]
    public async Task Mnist_ToolboxOrder_ShufflesImagesAndLabelsAlike()
    {
        using var folder = new TemporaryFolder();
        WriteIdx(folder, "train", ToolboxOrder.Train);
        WriteIdx(folder, "t10k", ToolboxOrder.Test);

        var run = await Dlport.RunAsync("mnist", folder.Path(""), folder.Path("out.mat"), "--order", "toolbox");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        foreach (string set in (string[])["train", "test"])
        {
            var file = MatFile.Load(folder.Path("out.mat"));
            var numbers = file[set + "_x"].AsMatrix(); // of an image two pixels: its number
            Assert.That(numbers.EnumerateRows().Select(row => (int)(row[0] * 256 + row[1])), Is.EqualTo(ToolboxMnist.Order(set)));
            Assert.That(file[set + "_y"].AsMatrix(), Is.EqualTo(ToolboxMnist.Y(set)));
        }
    }

    // MNIST's labels, and for each image its number in two pixels.
    private static void WriteIdx(TemporaryFolder folder, string set, int count)
    {
        byte[] images = new byte[16 + 2 * count], labels = new byte[8 + count];
        Header(images, 0x803, count, 1, 2);
        Header(labels, 0x801, count);
        ToolboxMnist.Digits(set == "train" ? "train" : "test").CopyTo(labels, 8);
        for (int image = 0; image < count; image++)
            BinaryPrimitives.WriteUInt16BigEndian(images.AsSpan(16 + 2 * image), (ushort)image);
        File.WriteAllBytes(folder.Path($"{set}-images-idx3-ubyte"), images);
        File.WriteAllBytes(folder.Path($"{set}-labels-idx1-ubyte"), labels);

        static void Header(byte[] file, params int[] numbers)
        {
            for (int i = 0; i < numbers.Length; i++)
                BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4 * i), numbers[i]);
        }
    }
}
