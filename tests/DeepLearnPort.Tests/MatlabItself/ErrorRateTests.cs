using CsvHelper;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests.MatlabItself;

/// <summary>
/// Whole trainings of networks that MATLAB made from <c>rand('state',0)</c>, with <c>nntest</c> on all 10 000 test images after
/// every call of <c>nntrain</c>: how many it took for another digit, to the last one.
/// </summary>
public partial class ErrorRateTests
{
    [CsvRecord]
    public sealed partial record Rate(string file, int call, int wrong);

    [SetUp]
    public void Silence() => Display.Writer = TextWriter.Null;

    public static IEnumerable<TestCaseData> Trainings()
    {
        int[] two = [784, 500, 150, 10], three = [784, 500, 500, 2000, 10], five = [784, 2500, 2000, 1500, 1000, 500, 10];
        Opts few = new() { numepochs = 2, batchsize = 50 }, more = few with { numepochs = 5 };
        var large = more with { batchsize = 100 };
        yield return Case("NN_2", 50, two, few, 175, nn => nn with { learningRate = 0.2, output = "softmax" });
        yield return Case("NN_3", 100, two, few, 175, nn => nn with { learningRate = 0.2, output = "softmax" });
        yield return Case("NN_5", 50, three, few, 6, nn => nn with { learningRate = 0.02, output = "softmax" });
        yield return Case("NN_7", 100, three, few, 6, nn => nn with { learningRate = 0.02, output = "softmax" });
        yield return Case("NN_9", 100, five, few, 1, nn => nn with { learningRate = 0.01, output = "softmax" });
        yield return Case("NN_49-784", null, [784, 49, 784, 10], more, 1, nn => nn with { learningRate = 0.15 });
        yield return Case("NN_200_labels", 200, two, large, 30, nn => Growing(nn, 0.1, 1.02));
        yield return Case("NN_Hinton_200_labels", 200, [784, 800, 10], large, 150, nn => Growing(nn, 0.15, 1.01));

        static Nn Growing(Nn nn, double rate, double scaling) => nn with { learningRate = rate, scaling_learningRate = scaling };

        static TestCaseData Case(string file, int? rows, int[] sizes, Opts opts, int calls, Func<Nn, Nn> settings) =>
            new TestCaseData(file, rows, sizes, opts, calls, settings).SetArgDisplayNames(file);
    }

    [TestCaseSource(nameof(Trainings)), Category("Slow")]
    public void Nntest_AfterEveryCallOfNntrain_MakesAsManyErrors(
        string file, int? rows, int[] sizes, Opts opts, int calls, Func<Nn, Nn> settings)
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

        Assert.That(wrong, Is.EqualTo(Known(file).Take(calls)));
        var evidence = new Evidence($"geo-nn/{file}.mat");
        evidence.Add(calls, 0, "");
        evidence.Holds(accepted: 0);
    }

    [TestCase("NN_2", "errors")]
    [TestCase("NN_3", "errors")]
    [TestCase("NN_Hinton_200_labels", "nns.final_er")]
    public void Rates_OfTheList_AreThoseOfTheFile(string file, string field)
    {
        var res = MatlabFile.Load($"geo-nn/{file}.mat", "res");
        var rates = field.Split('.').Aggregate(res, (value, name) => value[name]);

        Assert.That(Known(file).Select(wrong => wrong / 10000.0), Is.EqualTo(((MatNumeric)rates).AsDoubles()));
    }

    private static IEnumerable<int> Known(string file) =>
        Published.Read<Rate>("error_rates.csv").Where(row => row.file == file + ".mat").Select(row => row.wrong);
}
