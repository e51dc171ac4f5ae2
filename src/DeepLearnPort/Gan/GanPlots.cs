using System.Globalization;
using ScottPlot;

namespace DeepLearnPort;

/// <summary>The curves of a run as pictures.</summary>
public static class GanPlots
{
    private const int Width = 800, PanelHeight = 320;
    private const double Scale = 1.4; // legible on a telephone too

    /// <summary>
    /// Draws against the alternation, one below the other and as one PNG file: both losses, D(x) and D(G(z)) with the
    /// equilibrium, the norms of the gradients, and how much the generated samples differ.
    /// </summary>
    /// <param name="path">The file; it is replaced whole or not at all.</param>
    /// <param name="log">The alternations so far, in order.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static void WritePng(string path, IReadOnlyList<Alternation> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (log.Count == 0)
            throw new ArgumentException("log must have at least one alternation", nameof(log));
        Plot losses = new(), outputs = new(), gradients = new(), spread = new();
        Curves(losses, log, "mean loss", ("loss of D", row => row.loss_d), ("loss of G", row => row.loss_g));

        Curves(outputs, log, "mean output of D", ("D(x), real", row => row.d_real), ("D(G(z)), generated", row => row.d_fake), logarithmic: false);
        outputs.Add.HorizontalLine(0.5, pattern: LinePattern.Dashed, color: Colors.Gray).LegendText = "equilibrium";

        Curves(gradients, log, "norm of the gradient", ("of D", row => row.grad_d), ("of G", row => row.grad_g));
        Curves(spread, log, "spread of the samples", ("standard deviation", row => row.pixel_spread), null, logarithmic: false);
        spread.Axes.SetLimitsY(0, 1.05 * Math.Max(1e-6, log.Max(row => Drawable(row.pixel_spread) ? row.pixel_spread : 0)));
        spread.XLabel("alternation");

        // Each for itself: in one canvas the scales of the panels multiply.
        Plot[] panels = [losses, outputs, gradients, spread];
        ImageGrid.WritePng(path, [.. panels.Select(panel => panel.GetImageBytes(Width, PanelHeight, ImageFormat.Png))], 1);
    }

    private static void Curves(Plot plot, IReadOnlyList<Alternation> log, string label, (string Legend, Func<Alternation, double> Y) first,
        (string Legend, Func<Alternation, double> Y)? second, bool logarithmic = true)
    {
        (string Legend, Func<Alternation, double> Y)[] curves = second is null ? [first] : [first, second.Value];
        // The loss of the two-player game is negative, and has no logarithm.
        logarithmic &= !curves.Any(curve => log.Any(row => curve.Y(row) < 0));
        foreach (var (legend, y) in curves)
            Line(plot, log, logarithmic ? row => Math.Log10(y(row)) : y, legend);
        if (logarithmic)
            plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
            {
                LabelFormatter = exponent => Math.Pow(10, exponent).ToString("G2", CultureInfo.InvariantCulture),
            };
        plot.YLabel(label);
        plot.ShowLegend(Alignment.UpperRight);
        plot.ScaleFactor = Scale;
    }

    private static void Line(Plot plot, IReadOnlyList<Alternation> log, Func<Alternation, double> y, string legend)
    {
        // Zeros and overflows have no place on the axis; a gap says so.
        var points = log.Where(row => Drawable(y(row))).ToArray();
        var line = plot.Add.ScatterLine(points.Select(row => (double)row.iteration).ToArray(), points.Select(y).ToArray());
        line.LegendText = legend;
    }

    // An axis needs the difference of two such numbers, and some of them to its sides.
    private static bool Drawable(double value) => Math.Abs(value) < 1e100;
}
