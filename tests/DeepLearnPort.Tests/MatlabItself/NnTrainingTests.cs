using CsvHelper;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests.MatlabItself;

/// <summary>
/// Trainings of tests/test_example_NN.m in MATLAB. Its learning rate of 2 makes them run apart: what differs in the last digit
/// at the start is as large as the weights after 200 minibatches of 100. So of the first experiment the minibatches, the weights
/// that never moved and the last step are held to MATLAB; of the sixth, which has 250 minibatches of 1000, all.
/// </summary>
public partial class NnTrainingTests
{
    [CsvRecord]
    public sealed partial record Weight(string file, int pixel, int unit, string weight);

    [SetUp]
    public void Silence() => Display.Writer = TextWriter.Null;

    [Test]
    public void Nntrain_FirstExperiment_HasMatlabsLastMinibatchAndLastStep()
    {
        const string file = "trained_NN.mat";
        var network = (MatStruct)MatlabFile.Load(file, "nn");
        var stream = new MatlabStream();
        rand("state", 0, stream);
        nnsetup([784, 100, 10], stream);
        int[] kk = randperm(60000, stream);
        Mat x = zscore(rdivide(ToolboxMnist.X("train"), 255)).x, last = x.Rows(kk.AsSpan(59900));

        var evidence = new Evidence(file);
        evidence.Add("a{1}", network["a"][0], Mat.Build.Dense(100, 1, 1).Append(last));
        evidence.AddLastStep("nn", network);
        evidence.Add(Published.Read<Weight>("initial_weights.csv").Count(w => w.file == file), 0, "");
        evidence.Holds(accepted: 1e-10);
    }

    [Test]
    public void Nntrain_SixthExperiment_LeavesWhatMatlabLeft()
    {
        const string file = "more/neural-synthesis-NN.mat";
        var network = (MatStruct)MatlabFile.Load(file, "nn");
        var x = zscore(rdivide(ToolboxMnist.X("train"), 255)).x;
        Mat tx = x.Rows(10000..), ty = ToolboxMnist.Y("train").Rows(10000..);
        var stream = new MatlabStream();
        rand("state", 0, stream);
        var nn = nnsetup([784, 20, 10], stream) with { output = "softmax" };

        nn = nntrain(nn, tx, ty, new() { numepochs = 5, batchsize = 1000 }, stream: stream);

        Assert.That((nn.a[0] - network["a"][0].AsMatrix()).PointwiseAbs().Enumerate().Max(), Is.LessThan(1e-10));
        Assert.That(LastStep.Check(network, "nn", 1e-12).Status, Is.EqualTo(CaseStatus.Passed));
        var evidence = new Evidence(file);
        evidence.Add("nn", network, MatConvert.From(nn));
        evidence.Holds(accepted: 1e-2);
    }

    [TestCase("trained_NN.mat", 100)]
    [TestCase("neural-synthesis-NN.mat", 20)]
    public void Nnsetup_WeightsThatNeverMoved_AreMatlabsBitForBit(string file, int units)
    {
        var weights = Published.Read<Weight>("initial_weights.csv").Where(w => w.file == file).ToList();
        var stream = new MatlabStream();
        rand("state", 0, stream);
        var nn = nnsetup([784, units, 10], stream);

        Assert.That(weights, Has.Count.EqualTo(67 * units)); // of the pixels that are 0 in every image
        var expected = weights.Select(w => MatlabFile.Number(w.weight));
        Assert.That(weights.Select(w => nn.W[0][w.unit - 1, w.pixel]), Is.EqualTo(expected));
    }
}
