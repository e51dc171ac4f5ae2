using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>
/// Networks trained here and written to <c>matlab-ref/written/nn.mat</c>, <c>sae.mat</c>, …, which the original toolbox read
/// in Octave and went on with: <c>matlab-ref/record/record_written.m</c> recorded that as <c>cases/*_written_here.mat</c>.
/// </summary>
public class WrittenNetworksTests
{
    private static readonly Opts Opts = new() { numepochs = 3, batchsize = 10, alpha = 0.5, momentum = 0.3 };

    private static string Written(string name) => Repository.Path("matlab-ref", "written", name + ".mat");

    [TestCase("nn")]
    [TestCase("sae")]
    [TestCase("dbn")]
    [TestCase("cnn")]
    public void File_HoldsWhatIsTrainedHere(string name)
    {
        var stream = new OctaveStream(0);
        var x = rand(20, 6, stream);
        var y = Mat.Build.Dense(20, 3, (i, j) => i % 3 == j ? 1 : 0);
        var variables = name switch
        {
            "nn" => new Dictionary<string, MatValue> { ["x"] = x, ["y"] = y, ["nn"] = MatConvert.From(Nn(x, y, stream)) },
            "sae" => new() { ["x"] = x, ["sae"] = MatConvert.From(saetrain(saesetup([6, 4, 2], stream), x, Opts, stream)) },
            "dbn" => new() { ["x"] = x, ["dbn"] = MatConvert.From(dbntrain(dbnsetup(new Dbn { sizes = [5, 3] }, x, Opts), x, Opts, stream)) },
            _ => Cnn(y.Transpose(), stream),
        };
        if (Environment.GetEnvironmentVariable("DLPORT_WRITE_NETWORKS") is not null)
            MatFile.Save(Written(name), variables); // then run record_written.m

        var file = MatFile.Load(Written(name));
        foreach (var (variable, value) in variables)
            Assert.That(MatComparison.Of(value, file[variable], variable).Differences, Is.Empty);
    }

    [TestCase("nnpredict", "nn")]
    [TestCase("nntest", "nn")]
    [TestCase("nntrain", "nn")]
    [TestCase("saetrain", "sae")]
    [TestCase("dbntrain", "dbn")]
    [TestCase("dbnunfoldtonn", "dbn")]
    [TestCase("cnntest", "cnn")]
    [TestCase("cnntrain", "cnn")]
    public void Octave_HadEveryFieldOfTheFile(string function, string network)
    {
        var argument = MatFile.Load(Repository.Path("matlab-ref", "cases", function + "_written_here.mat"), "args")[0];

        Assert.That(MatComparison.Of(MatFile.Load(Written(network), network), argument, network, tolerance: 0).Differences, Is.Empty);
    }

    private static Nn Nn(Mat x, Mat y, RandStream stream)
    {
        var nn = nnsetup([6, 5, 4, 3], stream);
        nn.output = "softmax";
        nn.learningRate = 0.5;
        nn.dropoutFraction = 0.2;
        nn.nonSparsityPenalty = 0.01;
        nn.Extra["note"] = "trained in .NET";
        return nntrain(nn, x, y, Opts, stream: stream);
    }

    private static Dictionary<string, MatValue> Cnn(Mat y, RandStream stream)
    {
        var x = Array3.FromRows(rand(20, 64, stream), 8, 8);
        Cnn cnn = default;
        cnn.layers = [new() { type = "i" }, new() { type = "c", outputmaps = 2, kernelsize = 3 }, new() { type = "s", scale = 2 }];
        cnn = cnntrain(cnnsetup(cnn, x, y, stream), x, y, Opts, stream);
        return new() { ["x"] = MatConvert.From(x), ["y"] = y, ["cnn"] = MatConvert.From(cnn) };
    }
}
