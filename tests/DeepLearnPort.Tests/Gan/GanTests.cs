namespace DeepLearnPort.Tests;

/// <summary>The article's experiment and its author's variants, held to runs of the original toolbox in Octave (matlab-ref/article).</summary>
public class GanTests
{
    private static readonly Lazy<ImageSet> Mnist = new(() => ImageSet.Load(Repository.Path("matlab-ref", "data", "mnist_uint8.mat"), "train_x", "train_y"));

    private static void HoldToRecording(GanOptions options, string folder, double weightTolerance, double curveTolerance)
    {
        var gan = Gan.Create(options with { Engine = RandEngine.Octave }, Mnist.Value);
        string recording = $"octave_seed0_{options.Iterations:D4}";
        var curves = MatFile.Load(Repository.Path("matlab-ref", "article", folder, $"{recording}_curves.mat"));
        Display.Writer = TextWriter.Null;
        for (int i = 0; i < options.Iterations; i++)
        {
            var row = gan.Step();
            foreach (var (name, value) in new[] { ("loss_d", row.loss_d), ("loss_g", row.loss_g), ("d_real", row.d_real), ("d_fake", row.d_fake) })
                Assert.That(value, Is.EqualTo(curves[name].AsMatrix()[i, 0]).Within(curveTolerance).Percent, $"{name}, alternation {i + 1}");
        }
        HoldToRecording(gan.nn_G, "nn_G", folder, recording, weightTolerance);
        HoldToRecording(gan.nn_D, "nn_D", folder, recording, weightTolerance);
    }

    private static void HoldToRecording(Nn nn, string name, string folder, string recording, double tolerance)
    {
        for (int i = 0; i < nn.W.Length; i++)
        {
            var file = MatFile.Load(Repository.Path("matlab-ref", "article", folder, $"{recording}_{name}_W{i + 1}.mat"));
            double worst = file.TryGetValue("W", out var whole) ? Worst(nn.W[i], whole.AsMatrix()) : WorstOfPart(nn.W[i], file);
            Assert.That(worst, Is.LessThan(tolerance), $"{name}.W{{{i + 1}}}");
        }
    }

    private static double Worst(Mat actual, Mat expected) =>
        (actual - expected).PointwiseAbs().PointwiseDivide(expected.PointwiseAbs().PointwiseMaximum(1)).Enumerate().Max();

    // Of a large matrix the recording has some rows and columns, and the sums of all.
    private static double WorstOfPart(Mat W, IReadOnlyDictionary<string, MatValue> file)
    {
        int[] Index(string name) => [.. file[name].AsMatrix().Enumerate().Select(position => (int)position)];
        var block = W.Rows(Index("rows")).Transpose().Rows(Index("columns")).Transpose();
        return new[]
        {
            Worst(block, file["block"].AsMatrix()),
            Worst(W.RowSums().ToColumnMatrix(), file["row_sums"].AsMatrix()),
            Worst(W.ColumnSums().ToRowMatrix(), file["column_sums"].AsMatrix()),
        }.Max();
    }

    private static GanOptions Twenty(string preset) => GanPresets.Get(preset) with { Iterations = 20 };

    [Test]
    public void Step_TwentyAlternationsOfTheListing_AgreeWithOctave() => HoldToRecording(Twenty("article"), "", 1e-9, 1e-7);

    [TestCase("figure", 1e-9, 1e-7)]
    [TestCase("two-to-one", 1e-9, 1e-7)]
    [TestCase("conditional", 1e-9, 1e-6)]
    public void Step_TwentyAlternationsOfAVariant_AgreeWithOctave(string preset, double weightTolerance, double curveTolerance) =>
        HoldToRecording(Twenty(preset), preset, weightTolerance, curveTolerance);

    [Test, Category("Slow")]
    public void Step_TwentyAlternationsOfTheDeepVariant_AgreeWithOctave() => HoldToRecording(Twenty("conditional-deep"), "conditional-deep", 1e-9, 1e-7);

    [Test, Category("Slow")]
    public void Step_AllAlternationsOfTheListing_AgreeWithOctave() => HoldToRecording(GanPresets.Get("article"), "", 1e-6, 1e-4);
}
