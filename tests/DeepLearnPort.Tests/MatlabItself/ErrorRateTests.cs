using CsvHelper;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests.MatlabItself;

/// <summary>
/// Whole trainings of networks that MATLAB made from <c>rand('state',0)</c>, with <c>nntest</c> on all 10 000 test images after every call
/// of <c>nntrain</c>: how many it took for another digit, to the last one.
/// </summary>
public partial class ErrorRateTests
{
    [CsvRecord]
    public sealed partial record Rate(string file, int call, int wrong);

    [SetUp]
    public void Silence() => Display.Writer = TextWriter.Null;

    public static IEnumerable<TestCaseData> Trainings()
    {
        Opts few = new() { numepochs = 2, batchsize = 50 }, five = new() { numepochs = 5, batchsize = 100 }, all = new() { numepochs = 5, batchsize = 50 };
        yield return Case("NN_2", rows: 50, calls: 175, [784, 500, 150, 10], few, nn => nn with { learningRate = 0.2, output = "softmax" });
        yield return Case("NN_3", rows: 100, calls: 175, [784, 500, 150, 10], few, nn => nn with { learningRate = 0.2, output = "softmax" });
        yield return Case("NN_5", rows: 50, calls: 6, [784, 500, 500, 2000, 10], few, nn => nn with { learningRate = 0.02, output = "softmax" });
        yield return Case("NN_7", rows: 100, calls: 6, [784, 500, 500, 2000, 10], few, nn => nn with { learningRate = 0.02, output = "softmax" });
        yield return Case("NN_9", rows: 100, calls: 1, [784, 2500, 2000, 1500, 1000, 500, 10], few, nn => nn with { learningRate = 0.01, output = "softmax" });
        yield return Case("NN_Hinton_200_labels", rows: 200, calls: 150, [784, 800, 10], five, nn => nn with { learningRate = 0.15, scaling_learningRate = 1.01 });
        yield return Case("NN_200_labels", rows: 200, calls: 30, [784, 500, 150, 10], five, nn => nn with { learningRate = 0.1, scaling_learningRate = 1.02 });
        yield return Case("NN_49-784", rows: null, calls: 1, [784, 49, 784, 10], all, nn => nn with { learningRate = 0.15 });

        static TestCaseData Case(string file, int? rows, int calls, int[] sizes, Opts opts, Func<Nn, Nn> settings) =>
            new TestCaseData(file, rows, calls, sizes, opts, settings).SetArgDisplayNames(file);
    }

    [TestCaseSource(nameof(Trainings)), Category("Slow")]
    public void Nntest_AfterEveryCallOfNntrain_MakesAsManyErrors(string file, int? rows, int calls, int[] sizes, Opts opts, Func<Nn, Nn> settings)
    {
        var stream = new MatlabStream();
        rand("state", 0, stream);
        var nn = settings(nnsetup(sizes, stream) with { activation_function = "sigm" });
        Mat x = rdivide(ToolboxMnist.X("train", rows), 255), y = ToolboxMnist.Y("train", rows);
        Mat test_x = rdivide(ToolboxMnist.X("test"), 255), test_y = ToolboxMnist.Y("test");

        var wrong = new List<int>();
        for (int call = 0; call < calls; call++)
        {
            nn = nntrain(nn, x, y, opts, stream: stream);
            wrong.Add(nntest(nn, test_x, test_y).bad.Length);
        }

        Assert.That(wrong, Is.EqualTo(Published.Read<Rate>("error_rates.csv").Where(row => row.file == file + ".mat").Take(calls).Select(row => row.wrong)));
        var evidence = new Evidence($"geo-nn/{file}.mat");
        evidence.Add(calls, 0, "");
        evidence.Holds(accepted: 0);
    }

    [TestCase("NN_2", "errors")]
    [TestCase("NN_3", "errors")]
    [TestCase("NN_Hinton_200_labels", "nns.final_er")]
    public void Rates_OfTheList_AreThoseOfTheFile(string file, string field)
    {
        var rates = field.Split('.').Aggregate(MatlabFile.Load($"geo-nn/{file}.mat", "res"), (value, name) => value[name]);

        Assert.That(Published.Read<Rate>("error_rates.csv").Where(row => row.file == file + ".mat").Select(row => row.wrong / 10000.0),
            Is.EqualTo(((MatNumeric)rates).AsDoubles()));
    }
}
