using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class NntrainDisplayTests
{
    private static string Train(bool validate)
    {
        var stream = new OctaveStream(0);
        var nn = nnsetup([3, 2, 1], stream);
        var (x, y) = (rand(10, 3, stream), rand(10, 1, stream));
        Display.Writer = new StringWriter();
        nntrain(nn, x, y, new Opts { numepochs = 2, batchsize = 5 }, validate ? x : null, validate ? y : null, stream);
        return Display.Writer.ToString()!;
    }

    [Test]
    public void Nntrain_EachEpoch_WritesTheOriginalsLine() =>
        Assert.That(Train(validate: false).Split(Environment.NewLine)[0],
            Does.Match(@"^epoch 1/2\. Took [0-9.e-]+ seconds\. Mini-batch mean squared error on training set is 0\.\d+; Full-batch train err = 0\.\d{6}$"));

    [Test]
    public void Nntrain_WithValidationSet_WritesBothErrors() =>
        Assert.That(Train(validate: true).Split(Environment.NewLine)[1],
            Does.Match(@"^epoch 2/2\. Took .* is 0\.\d+; Full-batch train mse = (0\.\d{6}), val mse = \1$"));
}
