using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class SaeTests
{
    private static readonly Opts Opts = new() { numepochs = 1, batchsize = 5 };

    [SetUp]
    public void Silence() => Display.Writer = TextWriter.Null;

    [Test]
    public void Saesetup_Sizes_GivesAnAutoencoderForEachPair()
    {
        var sae = saesetup(6, 4, 3);
        sae.ae.at(0).learningRate = 1;
        Assert.That(sae.ae.Select(ae => string.Join(' ', ae.size)), Is.EqualTo(new[] { "6 4 6", "4 3 4" }));
        Assert.That((sae.ae[0].learningRate, sae.ae[1].learningRate), Is.EqualTo((1, 2)));
        Assert.That(() => saesetup(6), Throws.ArgumentException.With.Message.Contains("[6]"));
    }

    [TestCase("sigm", 0, 0)]
    [TestCase("tanh_opt", 0.5, 0)]
    [TestCase("tanh_opt", 0.5, 1)]
    public void Saetrain_SecondAutoencoder_IsTrainedOnWhatNnffMakesOfX(string activation_function, double dropoutFraction, double testing)
    {
        var x = rand(20, 6, new OctaveStream(1));
        var sae = saesetup([6, 4, 3], new OctaveStream(2));
        for (int i = 0; i < 2; i++)
        {
            sae.ae.at(i).activation_function = activation_function;
            sae.ae.at(i).dropoutFraction = dropoutFraction;
            sae.ae.at(i).testing = testing;
        }
        if (testing != 0) // no gradients then, but the same masks are there
            sae.ae = [nnff(sae.ae[0] with { testing = 0 }, x.SubMatrix(0, 5, 0, 6), x.SubMatrix(0, 5, 0, 6), new OctaveStream(4)) with { testing = testing }];
        var (one, other) = (new OctaveStream(3), new OctaveStream(3));

        var trained = saetrain(sae, x, Opts, one);

        Nn first = nntrain(sae.ae[0], x, x, Opts, stream: other);
        var hidden = nnff(first, x, x, other).a[1].RemoveColumn(0);
        if (sae.ae.Length == 2)
        {
            Nn second = nntrain(sae.ae[1], hidden, hidden, Opts, stream: other);
            Assert.That((trained.ae[1].W[0] - second.W[0]).L2Norm(), Is.LessThan(1e-13));
            nnff(second, hidden, hidden, other);
        }
        Assert.That(trained.ae[0].W[0], Is.EqualTo(first.W[0]));
        Assert.That(rand(one), Is.EqualTo(rand(other)), "as many draws");
    }

    [Test]
    public void Saetrain_DeeperAutoencoder_DrawsTheMasksOfAllItsHiddenLayers()
    {
        var x = rand(10, 6, new OctaveStream(1));
        Sae sae = default;
        sae.ae = [nnsetup([6, 4, 3, 6], new OctaveStream(2)) with { dropoutFraction = 0.5 }];
        var (one, other) = (new OctaveStream(3), new OctaveStream(3));
        saetrain(sae, x, Opts, one);
        nnff(nntrain(sae.ae[0], x, x, Opts, stream: other), x, x, other);
        Assert.That(rand(one), Is.EqualTo(rand(other)));
    }

    [Test]
    public void Saetrain_Display_CountsTheAutoencoders()
    {
        Display.Writer = new StringWriter();
        saetrain(saesetup([3, 2, 1], new OctaveStream(0)), rand(10, 3, new OctaveStream(1)), Opts, new OctaveStream(2));
        Assert.That(Display.Writer.ToString(), Does.StartWith("Training AE 1/2" + Environment.NewLine).And.Contain("Training AE 2/2"));
    }
}
