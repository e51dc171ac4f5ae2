using System.Globalization;
using ScottPlot;

namespace DeepLearnPort;

/// <summary>The curves of a run as pictures.</summary>
public static class GanPlots
{
    /// <summary>Draws both losses (above, logarithmic) and D(x), D(G(z)) (below) against the alternation, as one PNG file.</summary>
    /// <param name="path">The file; it is replaced whole or not at all.</param>
    /// <param name="log">The alternations so far, in order.</param>
    public static void WritePng(string path, IReadOnlyList<Alternation> log)
    {
        var multiplot = new Multiplot();
        multiplot.AddPlots(2);
        var (losses, outputs) = (multiplot.GetPlot(0), multiplot.GetPlot(1));

        Line(losses, log, row => Math.Log10(row.loss_d), "loss of D");
        Line(losses, log, row => Math.Log10(row.loss_g), "loss of the stack");
        losses.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
        {
            LabelFormatter = exponent => Math.Pow(10, exponent).ToString("G2", CultureInfo.InvariantCulture),
        };
        losses.YLabel("mean loss");
        losses.ShowLegend(Edge.Right);

        Line(outputs, log, row => row.d_real, "D(x), real");
        Line(outputs, log, row => row.d_fake, "D(G(z)), generated");
        var equilibrium = outputs.Add.HorizontalLine(0.5, pattern: LinePattern.Dashed, color: Colors.Gray);
        equilibrium.LegendText = "equilibrium";
        outputs.Axes.SetLimitsY(-0.02, 1.02);
        outputs.YLabel("mean output of D");
        outputs.XLabel("alternation");
        outputs.ShowLegend(Edge.Right);

        byte[] png = multiplot.Render(900, 700).GetImageBytes(ImageFormat.Png, 100);
        AtomicFile.Write(path, file => file.Write(png));
    }

    private static void Line(Plot plot, IReadOnlyList<Alternation> log, Func<Alternation, double> y, string legend)
    {
        // Zeros and overflows have no place on the axis; a gap says so.
        var points = log.Where(row => double.IsFinite(y(row))).ToArray();
        var line = plot.Add.ScatterLine(points.Select(row => (double)row.iteration).ToArray(), points.Select(y).ToArray());
        line.LegendText = legend;
    }
}
