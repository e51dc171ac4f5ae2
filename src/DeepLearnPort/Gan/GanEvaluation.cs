namespace DeepLearnPort;

/// <summary>What is measured on a set of images.</summary>
/// <param name="Name">What the images are.</param>
/// <param name="Count">How many.</param>
/// <param name="Parzen">Log-likelihood of the test images under windows around them.</param>
/// <param name="Score">MNIST score, see <see cref="DigitClassifier.Score"/>.</param>
/// <param name="Frechet">Distance from the test images, see <see cref="DigitClassifier.FrechetDistance"/>.</param>
/// <param name="Shares">Part of the images that the classifier takes for each digit.</param>
/// <param name="AsAsked">Part that it takes for the digit asked for; null where none was.</param>
public sealed record GanMeasures(string Name, int Count, ParzenEstimate Parzen, double Score, double Frechet, IReadOnlyList<double> Shares, double? AsAsked)
{
    /// <summary>Digits that at least 5 % and at most 15 % of the images are taken for.</summary>
    public int Covered => Shares.Count(share => share is >= 0.05 and <= 0.15);
}

/// <summary>Measures generators by the paper's protocol and by a classifier that the toolbox trains.</summary>
/// <remarks>
/// Windows are chosen in width on 1000 training images (the 50001st on) and measured on all test images, as in the paper's
/// program. Real images and noise go through the same as zero points.
/// </remarks>
public sealed class GanEvaluation
{
    private const int ValidationCount = 1000, ValidationFirst = 50001;
    private readonly ImageSet _train;
    private readonly Mat _validation, _test;
    private readonly Mat _testFeatures;

    /// <summary>Trains the classifier.</summary>
    /// <param name="train">Training images with labels.</param>
    /// <param name="test">Test images with labels.</param>
    /// <exception cref="ArgumentException">There are no labels, or the images are of two sizes.</exception>
    public GanEvaluation(ImageSet train, ImageSet test)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        if (test.Pixels != train.Pixels)
            throw new ArgumentException(
                $"test must have images of {train.Pixels} pixels, as train; has images of {test.Pixels}", nameof(test));
        if (!train.IsLabelled || !test.IsLabelled)
            throw new ArgumentException("the evaluation needs labelled images: train_x, train_y, test_x and test_y");
        _train = train;
        int validation = Math.Min(ValidationCount, train.Count);
        _validation = train.Rows(Range(Math.Min(ValidationFirst, train.Count - validation + 1), validation));
        int[] all = Range(1, test.Count);
        _test = test.Rows(all);
        Classifier = DigitClassifier.Train(train);
        (var digits, _testFeatures) = Classifier.Look(_test);
        var labels = digits.MaxIndices();
        Accuracy = test.DigitsOf(all).Zip(labels).Count(pair => pair.First == pair.Second - 1) / (double)test.Count;
    }

    /// <summary>The classifier that the score, the distance and the shares rest on.</summary>
    public DigitClassifier Classifier { get; }

    /// <summary>Part of the test images that the classifier gets right.</summary>
    public double Accuracy { get; }

    /// <summary>Measures a generator.</summary>
    /// <param name="generator">The generator; a conditional one is asked for as many of each digit.</param>
    /// <param name="count">Samples to take.</param>
    /// <param name="stream">Where their noise is drawn from.</param>
    /// <returns>The measures.</returns>
    /// <exception cref="ArgumentException">Its samples are of another size than the images.</exception>
    public GanMeasures Measure(Generator generator, int count, RandStream stream)
    {
        ArgumentNullException.ThrowIfNull(generator);
        if (generator.Pixels != _train.Pixels)
            throw new ArgumentException($"the generator makes samples of {generator.Pixels} numbers; the images have {_train.Pixels} pixels");
        int[] asked = generator.IsConditional ? [.. Enumerable.Range(0, count).Select(i => i % RealData.Classes)] : [];
        return Measure("samples", generator.Sample(count, stream, asked), asked);
    }

    /// <summary>Measures the first training images: what a perfect generator would reach.</summary>
    /// <param name="count">How many; at most all.</param>
    /// <returns>The measures.</returns>
    public GanMeasures MeasureReal(int count) => Measure("training images", _train.Rows(Range(1, Math.Min(count, _train.Count))), []);

    /// <summary>Measures uniform noise.</summary>
    /// <param name="count">How many.</param>
    /// <param name="stream">Where it is drawn from.</param>
    /// <returns>The measures.</returns>
    public GanMeasures MeasureNoise(int count, RandStream stream) => Measure("uniform noise", Toolbox.rand(count, _train.Pixels, stream), []);

    private GanMeasures Measure(string name, Mat images, int[] asked)
    {
        var (digits, features) = Classifier.Look(images);
        var labels = digits.MaxIndices();
        double[] shares = [.. Enumerable.Range(1, RealData.Classes).Select(label => labels.Count(l => l == label) / (double)labels.Length)];
        double? right = asked.Length == 0 ? null : asked.Zip(labels).Count(pair => pair.First == pair.Second - 1) / (double)labels.Length;
        return new(name, images.RowCount, Parzen.Estimate(images, _validation, _test), DigitClassifier.Score(digits),
            DigitClassifier.FrechetDistance(features, _testFeatures), shares, right);
    }

    private static int[] Range(int first, int count) => [.. Enumerable.Range(first, count)];
}
