namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The Leung-Malik filter bank: 18 bars, 18 edges and 12 filters that look the same from all sides.</summary>
    /// <returns>49 × 49 × 48: edges at three scales and six orientations, bars likewise, then Gaussians and Laplacians of Gaussians.</returns>
    /// <remarks>
    /// Each filter has mean 0 and absolute sum 1. Convolve with <see cref="convn(Mat, Mat, string)"/>. Source: util/makeLMfilters.m;
    /// Leung and Malik, Representing and recognizing the visual appearance of materials using three-dimensional textons, 2001.
    /// </remarks>
    public static Array3 makeLMfilters()
    {
        const int SUP = 49;     // Support of the largest filter (must be odd)
        const int NORIENT = 6;  // Number of orientations
        const int NEDGE = 3 * NORIENT;
        double[] SCALEX = [Math.Sqrt(2), 2, 2 * Math.Sqrt(2)];
        double[] SCALES = [.. SCALEX, 4];

        var F = new double[2 * NEDGE + 3 * SCALES.Length][];
        int count = 0;
        foreach (double scale in SCALEX)
            for (int orient = 0; orient < NORIENT; orient++)
            {
                var (s, c) = Math.SinCos(Math.PI * orient / NORIENT); // Not 2pi as filters have symmetry
                double Derivative(double x, double y, int order) => Gauss1d(3 * scale, c * x - s * y, 0) * Gauss1d(scale, s * x + c * y, order);
                F[count] = Filter(SUP, (x, y) => Derivative(x, y, 1));
                F[count + NEDGE] = Filter(SUP, (x, y) => Derivative(x, y, 2));
                count++;
            }

        count = 2 * NEDGE;
        foreach (double scale in SCALES)
        {
            F[count] = Filter(SUP, (x, y) => Gaussian(x, y, scale));
            F[count + 1] = Filter(SUP, (x, y) => LaplacianOfGaussian(x, y, scale));
            F[count + 2] = Filter(SUP, (x, y) => LaplacianOfGaussian(x, y, 3 * scale));
            count += 3;
        }
        return Array3.Adopt(SUP, SUP, F.Length, [.. F.SelectMany(filter => filter)]);
    }

    // x grows to the right and y upwards from the centre; brought to mean 0 and absolute sum 1, so factors do not matter
    private static double[] Filter(int size, Func<double, double, double> f)
    {
        int half = (size - 1) / 2;
        var filter = new double[size * size];
        for (int n = 0; n < filter.Length; n++)
            filter[n] = f(n / size - half, half - n % size);
        TensorPrimitives.Subtract(filter, TensorPrimitives.Average<double>(filter), filter);
        TensorPrimitives.Divide(filter, TensorPrimitives.SumOfMagnitudes<double>(filter), filter);
        return filter;
    }

    // Gaussian derivatives of order 0 <= order < 3
    private static double Gauss1d(double sigma, double x, int order)
    {
        double variance = sigma * sigma;
        double g = Math.Exp(-x * x / (2 * variance)) / Math.Sqrt(Math.PI * 2 * variance);
        return order switch
        {
            1 => -g * (x / variance),
            2 => g * ((x * x - variance) / (variance * variance)),
            _ => g,
        };
    }

    // fspecial('gaussian', …) up to a factor
    private static double Gaussian(double x, double y, double sigma) => Math.Exp(-(x * x + y * y) / (2 * sigma * sigma));

    // fspecial('log', …) up to a factor and its mean
    private static double LaplacianOfGaussian(double x, double y, double sigma) =>
        (x * x + y * y - 2 * sigma * sigma) * Gaussian(x, y, sigma);
}
