using ScottPlot;

namespace DeepLearnPort;

/// <summary>The figure of the paper in one dimension: p_data, p_g, D and the best possible D, and where G takes z.</summary>
internal static class GaussianFigure
{
    private const int SampleCount = 20000, Points = 241, Lines = 25;
    private const double Reach = 4; // standard deviations to each side of the mean
    private const double ZAxis = -0.35, XAxis = -0.08;

    /// <summary>How well G and D stand after a training on the normal distribution.</summary>
    /// <param name="Mean">Mean of what G makes.</param>
    /// <param name="Sigma">Its standard deviation.</param>
    /// <param name="Farthest">Largest distance of D from 1/2 over the middle 99.7 % of the data, within 3 standard deviations of their mean.</param>
    public readonly record struct Measures(double Mean, double Sigma, double Farthest)
    {
        public double MeanError => Math.Abs(Mean / GaussianData.Mean - 1);

        public double SigmaError => Math.Abs(Sigma / GaussianData.Sigma - 1);

        public override string ToString() => Invariant(
            $"G makes mean {Mean:F3} and sigma {Sigma:F3} of {GaussianData.Mean} and {GaussianData.Sigma} (errors {100 * MeanError:F1} % and {100 * SigmaError:F1} %); D is within {Farthest:F3} of 1/2 over three sigma of the data.");
    }

    public static Measures Measure(Gan gan)
    {
        var x = Generated(gan);
        double mean = x.Average();
        var grid = Grid(3);
        return new(mean, Math.Sqrt(x.Average(v => (v - mean) * (v - mean))), DOf(gan, grid).Max(D => Math.Abs(D - 0.5)));
    }

    public static void WritePng(string path, Gan gan)
    {
        var x = Grid(Reach);
        var generated = Generated(gan);
        double[] data = [.. x.Select(GaussianData.Density)], model = Density(generated, x);
        double[] best = [.. data.Zip(model, (d, g) => d / (d + g))];

        var plot = new Plot();
        Line(plot, x, data, "p_data", Colors.Black, LinePattern.Dotted);
        Line(plot, x, model, "p_g", Colors.Green, LinePattern.Solid);
        Line(plot, x, DOf(gan, x), "D", Colors.Blue, LinePattern.Dashed);
        Line(plot, x, best, "D* = p_data / (p_data + p_g)", Colors.Orange, LinePattern.Solid, 1);
        NoiseLines(plot, gan, x[0], x[^1]);
        plot.Axes.SetLimits(x[0], x[^1], ZAxis - 0.05, 1.45);
        plot.Axes.Left.SetTicks([XAxis, ZAxis, 0, 0.25, 0.5, 0.75, 1], ["x = G(z)", "z", "0", "0.25", "0.5", "0.75", "1"]);
        plot.ShowLegend(Alignment.UpperLeft);
        var now = Measure(gan);
        plot.Title(Invariant($"alternation {gan.Iteration}: mean {now.Mean:F2} (data {GaussianData.Mean:F2}), sigma {now.Sigma:F2} ({GaussianData.Sigma:F2}), D within {now.Farthest:F2} of 1/2"), 14);
        byte[] png = plot.GetImageBytes(720, 480, ImageFormat.Png);
        AtomicFile.Write(path, file => file.Write(png));
    }

    // z in equal steps over the range of the noise, and the x that each becomes; of several inputs the first, the others at 0.
    private static void NoiseLines(Plot plot, Gan gan, double left, double right)
    {
        double reach = gan.Options.Noise == GanNoise.Uniform ? Math.Sqrt(3) : 3;
        var z = Mat.Build.Dense(Lines, gan.Options.NoiseSize, (i, j) => j == 0 ? reach * (2.0 * i / (Lines - 1) - 1) : 0);
        var x = Gan.nn_G_out(gan.nn_G, z);
        for (int i = 0; i < Lines; i++)
        {
            double start = (left + right) / 2 + z[i, 0] / reach * (right - left) * 0.4;
            if (double.IsNaN(x[i, 0]))
                continue;
            var line = plot.Add.Line(start, ZAxis, Math.Clamp(x[i, 0], left, right), XAxis);
            line.LineColor = Colors.Gray;
        }
        foreach (double y in (ReadOnlySpan<double>)[ZAxis, XAxis])
            plot.Add.HorizontalLine(y, 1, Colors.Black);
    }

    // Gaussian kernels with Silverman's width.
    private static double[] Density(double[] samples, double[] x)
    {
        double mean = samples.Average();
        double sigma = Math.Sqrt(samples.Average(v => (v - mean) * (v - mean)));
        double width = Math.Max(1e-3, 0.9 * sigma * Math.Pow(samples.Length, -0.2));
        return [.. x.Select(at => samples.Average(v => Math.Exp(-0.5 * (at - v) * (at - v) / (width * width))) / (width * Math.Sqrt(2 * Math.PI)))];
    }

    // The same noise each time, and none of the run's own.
    private static double[] Generated(Gan gan) => gan.Generator.Sample(SampleCount, new OctaveStream(1)).ToColumnMajorArray();

    private static double[] DOf(Gan gan, double[] x) => Gan.nn_G_out(gan.nn_D, Mat.Build.Dense(x.Length, 1, x)).ToColumnMajorArray();

    private static double[] Grid(double reach) =>
        [.. Enumerable.Range(0, Points).Select(i => GaussianData.Mean + GaussianData.Sigma * reach * (2.0 * i / (Points - 1) - 1))];

    private static void Line(Plot plot, double[] x, double[] y, string legend, Color color, LinePattern pattern, float width = 2)
    {
        int[] there = [.. Enumerable.Range(0, x.Length).Where(i => double.IsFinite(y[i]))];
        var line = plot.Add.ScatterLine(there.Select(i => x[i]).ToArray(), there.Select(i => y[i]).ToArray(), color);
        (line.LegendText, line.LinePattern, line.LineWidth) = (legend, pattern, width);
    }
}
