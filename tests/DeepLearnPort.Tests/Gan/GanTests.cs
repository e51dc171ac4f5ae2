namespace DeepLearnPort.Tests;

/// <summary>The article's experiment, held to runs of the original toolbox in Octave (matlab-ref/article).</summary>
public class GanTests
{
    private static readonly Lazy<ImageSet> Mnist = new(() => ImageSet.Load(Repository.Path("matlab-ref", "data", "mnist_uint8.mat")));

    private static void HoldToRecording(GanOptions options, string recording, double weightTolerance, double curveTolerance)
    {
        var gan = new Gan(options, Mnist.Value);
        var curves = MatFile.Load(Repository.Path("matlab-ref", "article", $"{recording}_curves.mat"));
        Display.Writer = TextWriter.Null;
        for (int i = 0; i < options.Iterations; i++)
        {
            var row = gan.Step();
            foreach (var (name, value) in new[] { ("loss_d", row.loss_d), ("loss_g", row.loss_g), ("d_real", row.d_real), ("d_fake", row.d_fake) })
                Assert.That(value, Is.EqualTo(curves[name].AsMatrix()[i, 0]).Within(curveTolerance).Percent, $"{name}, alternation {i + 1}");
        }
        HoldToRecording(gan.nn_G, "nn_G", recording, weightTolerance);
        HoldToRecording(gan.nn_D, "nn_D", recording, weightTolerance);
    }

    private static void HoldToRecording(Nn nn, string name, string recording, double tolerance)
    {
        for (int i = 0; i < nn.W.Length; i++)
        {
            var expected = MatFile.Load(Repository.Path("matlab-ref", "article", $"{recording}_{name}_W{i + 1}.mat"), "W").AsMatrix();
            double worst = (nn.W[i] - expected).PointwiseAbs().PointwiseDivide(expected.PointwiseAbs().PointwiseMaximum(1)).Enumerate().Max();
            Assert.That(worst, Is.LessThan(tolerance), $"{name}.W{{{i + 1}}}");
        }
    }

    [Test]
    public void Step_TwentyAlternationsOfTheListing_AgreeWithOctave() =>
        HoldToRecording(new GanOptions { Engine = RandEngine.Octave, Iterations = 20 }, "octave_seed0_0020", 1e-9, 1e-7);

    [Test, Category("Slow")]
    public void Step_AllAlternationsOfTheListing_AgreeWithOctave() =>
        HoldToRecording(new GanOptions { Engine = RandEngine.Octave }, "octave_seed0_1500", 1e-6, 1e-4);
}
