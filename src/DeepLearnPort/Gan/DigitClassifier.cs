using MathNet.Numerics.LinearAlgebra;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort;

/// <summary>A classifier that the toolbox trains itself, and what it says of images: the same every time.</summary>
public sealed class DigitClassifier
{
    private const int Hidden = 300, Epochs = 10;
    private readonly Nn _nn;

    private DigitClassifier(Nn nn) => _nn = nn;

    /// <summary>Trains on all images of a set.</summary>
    /// <param name="images">Labelled images.</param>
    /// <returns>The classifier.</returns>
    /// <exception cref="ArgumentException">They have no labels.</exception>
    public static DigitClassifier Train(ImageSet images)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (!images.IsLabelled)
            throw new ArgumentException("images must have labels", nameof(images));
        var display = Display.Writer;
        Display.Writer = TextWriter.Null;
        try
        {
            int[] all = [.. Enumerable.Range(1, images.Count)];
            var stream = new OctaveStream(0);
            var nn = nnsetup([images.Pixels, Hidden, RealData.Classes], stream);
            nn.output = "softmax";
            nn.learningRate = 0.3;
            nn.scaling_learningRate = 0.8;
            Opts opts = default;
            opts.numepochs = Epochs;
            opts.batchsize = images.Count % 100 == 0 ? 100 : 1;
            nn = nntrain(nn, images.Rows(all), images.Labels(all), opts, stream: stream);
            return new(nn);
        }
        finally
        {
            Display.Writer = display;
        }
    }

    /// <summary>E.g. <c>[784 300 10]</c>, trained 10 epochs.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"[{string.Join(' ', _nn.size)}], {Epochs} epochs";

    /// <summary>Probabilities of the digits, and the activations of the hidden layer.</summary>
    /// <param name="images">Images in rows.</param>
    /// <returns>m × 10 and m × hidden units.</returns>
    /// <exception cref="ArgumentException">They have another number of pixels than those it was trained on.</exception>
    public (Mat Digits, Mat Features) Look(Mat images)
    {
        ArgumentNullException.ThrowIfNull(images);
        Require.Columns(images, _nn.size[0], nameof(images), "pixels of the images it was trained on");
        var nn = _nn;
        nn.testing = 1;
        nn = nnff(nn, images, Mat.Build.Dense(images.RowCount, RealData.Classes));
        return (nn.a[^1], nn.a[^2].SubMatrix(0, images.RowCount, 1, Hidden));
    }

    /// <summary>exp of the mean of KL(p(y|x) ‖ p(y)): 1 when all images look the same to the classifier, 10 when it is sure of each and all digits are as many.</summary>
    /// <param name="digits">Probabilities of the digits, one image a row.</param>
    /// <returns>From 1 to 10.</returns>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static double Score(Mat digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        if (digits.RowCount == 0)
            throw new ArgumentException("digits must have a row for each image, at least one", nameof(digits));
        var marginal = digits.ColumnSums() / digits.RowCount;
        double sum = 0;
        for (int j = 0; j < digits.ColumnCount; j++)
            for (int i = 0; i < digits.RowCount; i++)
                if (digits[i, j] > 0)
                    sum += digits[i, j] * Math.Log(digits[i, j] / marginal[j]);
        return Math.Exp(sum / digits.RowCount);
    }

    /// <summary>
    /// Fréchet distance of two sets of features as if both were normal: |μ1-μ2|² + tr(Σ1 + Σ2 - 2·(Σ1Σ2)^½). On the features of this classifier,
    /// so that only numbers of this classifier compare.
    /// </summary>
    /// <param name="first">Features, one image a row.</param>
    /// <param name="second">The same.</param>
    /// <returns>0 for sets with the same mean and covariance.</returns>
    /// <exception cref="ArgumentException">A set is empty, or they have different numbers of features.</exception>
    public static double FrechetDistance(Mat first, Mat second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Require.Columns(second, first.ColumnCount, nameof(second), "features of the first set");
        if (first.RowCount == 0 || second.RowCount == 0 || first.ColumnCount == 0)
            throw new ArgumentException($"first and second must have rows and columns; are {first.RowCount}×{first.ColumnCount} "
                + $"and {second.RowCount}×{second.ColumnCount}");
        if (first.Enumerate().Concat(second.Enumerate()).Any(value => !double.IsFinite(value)))
            return double.NaN; // which have no eigenvalues
        var (mean1, cov1) = Moments(first);
        var (mean2, cov2) = Moments(second);
        // (Σ1Σ2)^½ has the eigenvalues of (Σ1^½ Σ2 Σ1^½)^½, which is symmetric.
        var evd = cov1.Evd(Symmetricity.Symmetric);
        var roots = Mat.Build.DenseOfDiagonalVector(evd.EigenValues.Real().PointwiseMaximum(0).PointwiseSqrt());
        var root = evd.EigenVectors * roots * evd.EigenVectors.Transpose();
        var product = root * cov2 * root;
        var eigen = ((product + product.Transpose()) / 2).Evd(Symmetricity.Symmetric).EigenValues.Real();
        double both = eigen.PointwiseMaximum(0).PointwiseSqrt().Sum();
        return Math.Max(0, (mean1 - mean2).DotProduct(mean1 - mean2) + cov1.Trace() + cov2.Trace() - 2 * both);
    }

    private static (Vector<double> Mean, Mat Covariance) Moments(Mat features)
    {
        var mean = features.ColumnSums() / features.RowCount;
        var centred = features - Mat.Build.Dense(features.RowCount, features.ColumnCount, (_, j) => mean[j]);
        return (mean, centred.TransposeThisAndMultiply(centred) / features.RowCount);
    }
}
