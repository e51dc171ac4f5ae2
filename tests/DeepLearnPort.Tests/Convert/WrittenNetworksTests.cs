using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>
/// Networks trained here and written to <c>matlab-ref/written/networks.mat</c>, which the original toolbox read in Octave
/// and went on with: <c>matlab-ref/record/record_written.m</c> recorded that as <c>cases/*_written_here.mat</c>.
/// </summary>
public class WrittenNetworksTests
{
    private static readonly string File = Repository.Path("matlab-ref", "written", "networks.mat");

    /// <summary>What the file holds, made anew.</summary>
    private static Dictionary<string, MatValue> Networks()
    {
        var stream = new OctaveStream(0);
        var x = rand(20, 6, stream);
        var y = Mat.Build.Dense(20, 3, (i, j) => i % 3 == j ? 1 : 0);
        var nn = nnsetup([6, 5, 4, 3], stream);
        nn.output = "softmax";
        nn.learningRate = 0.5;
        nn.dropoutFraction = 0.2;
        nn.nonSparsityPenalty = 0.01;
        nn.Extra["note"] = "trained in .NET";
        nn = nntrain(nn, x, y, new Opts { numepochs = 3, batchsize = 10 }, stream: stream);
        return new() { ["x"] = x, ["y"] = y, ["nn"] = MatConvert.From(nn) };
    }

    [Test]
    public void File_HoldsWhatIsTrainedHere()
    {
        var networks = Networks();
        if (Environment.GetEnvironmentVariable("DLPORT_WRITE_NETWORKS") is not null)
            MatFile.Save(File, networks); // then run record_written.m

        var file = MatFile.Load(File);
        foreach (var (name, value) in networks)
            Assert.That(MatComparison.Of(value, file[name], name).Differences, Is.Empty);
    }

    [TestCase("nnpredict_written_here", "nn")]
    [TestCase("nntest_written_here", "nn")]
    [TestCase("nntrain_written_here", "nn")]
    public void Octave_HadEveryFieldOfTheFile(string recorded, string variable)
    {
        var argument = MatFile.Load(Repository.Path("matlab-ref", "cases", recorded + ".mat"), "args")[0];

        Assert.That(MatComparison.Of(MatFile.Load(File, variable), argument, variable, tolerance: 0).Differences, Is.Empty);
    }
}
