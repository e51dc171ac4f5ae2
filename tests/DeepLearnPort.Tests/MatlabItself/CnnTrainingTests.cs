using CsvHelper;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests.MatlabItself;

/// <summary>Whole trainings of convolutional networks that MATLAB made from <c>rand('state',0)</c>.</summary>
public partial class CnnTrainingTests
{
    [CsvRecord]
    public sealed partial record Loss(string file, int index, string value);

    [SetUp]
    public void Silence() => Display.Writer = TextWriter.Null;

    [Test]
    public void Cnntrain_FortyEpochsOnCharacters_LeavesWhatMatlabLeft()
    {
        var cnn = MatlabFile.Load("charmodel.mat", "cnn");
        MatValue characters = MatlabFile.Load("chardata.mat", "chardata"), labels = MatlabFile.Load("chardata.mat", "label");
        int[] rows = [.. Enumerable.Range(1, 500).Where(row => (row - 1) % 50 < 40)]; // the first 40 of each of ten characters
        var x = Array3.FromRows(rdivide(characters.AsMatrix().Rows(rows), 255), 28, 28);

        var trained = Trained(x, labels.AsMatrix().Rows(rows).Transpose(), batchsize: 10, numepochs: 40);

        var evidence = new Evidence("charmodel.mat");
        evidence.Add("cnn", cnn, MatConvert.From(trained));
        evidence.Holds(accepted: 1e-13);
    }

    [TestCase("upccv-cnnmodel.mat", 1)]
    [TestCase("sudoku20.mat", 20, Category = "Slow")]
    public void Cnntrain_ExampleOnMnist_LeavesWhatMatlabLeft(string file, int numepochs)
    {
        var trained = Trained(ToolboxMnist.Images("train"), ToolboxMnist.Y("train").Transpose(), batchsize: 50, numepochs);

        var losses = Published.Read<Loss>("losses.csv").Where(row => row.file == file).ToList();
        Assert.That(losses, Has.Count.GreaterThan(1000));
        var expected = losses.Select(row => MatlabFile.Number(row.value));
        Assert.That(losses.Select(row => trained.rL[row.index - 1]), Is.EqualTo(expected).Within(1e-12));
        var evidence = new Evidence("one-step/" + file);
        evidence.Add("cnn", MatlabFile.Load("one-step/" + file, "cnn"), MatConvert.From(trained));
        evidence.Holds(accepted: 1e-11);
    }

    // tests/test_example_CNN.m
    private static Cnn Trained(Array3 x, Mat y, int batchsize, int numepochs)
    {
        var stream = new MatlabStream();
        rand("state", 0, stream);
        Cnn cnn = default;
        cnn.layers = [
            new() { type = "i" },
            new() { type = "c", outputmaps = 6, kernelsize = 5 },
            new() { type = "s", scale = 2 },
            new() { type = "c", outputmaps = 12, kernelsize = 5 },
            new() { type = "s", scale = 2 },
        ];
        cnn = cnnsetup(cnn, x, y, stream);
        return cnntrain(cnn, x, y, new() { alpha = 1, batchsize = batchsize, numepochs = numepochs }, stream);
    }
}
