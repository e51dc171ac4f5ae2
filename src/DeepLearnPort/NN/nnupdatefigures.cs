using ScottPlot;

namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Draws the error of each epoch so far, and for softmax output the misclassification rate beside it, as a PNG.</summary>
    /// <param name="nn">The network; only its <see cref="Nn.output"/> is used.</param>
    /// <param name="fhandle">The file, in place of the original's figure on the screen; written anew each time.</param>
    /// <param name="L">The curves, from <see cref="nneval"/>.</param>
    /// <param name="opts"><see cref="Opts.numepochs"/>, and <see cref="Opts.validation"/> = 1 to draw the validation curves too.</param>
    /// <param name="i">Epochs so far; of the first alone nothing is drawn, for it is only a point.</param>
    /// <remarks>Draws no random numbers. Source: NN/nnupdatefigures.m.</remarks>
    /// <exception cref="ArgumentException">A curve that is drawn has more or fewer values than i, or opts no numepochs.</exception>
    [NotReplayed]
    public static void nnupdatefigures(Nn nn, string fhandle, Loss L, Opts opts, int i)
    {
        ArgumentNullException.ThrowIfNull(fhandle);
        if (i <= 1 || FileWrites.AreBarred)
            return;

        opts.Require(nameof(opts.numepochs));
        bool classification = nn.output == "softmax"; // also plot classification error
        CheckCurves(L.train, "L.train", i, classification);
        if (opts.validation == 1)
            CheckCurves(L.val, "L.val", i, classification);

        var multiplot = new Multiplot();
        multiplot.AddPlots(classification ? 2 : 1);
        multiplot.Layout = new ScottPlot.MultiplotLayouts.Columns();
        DrawCurves(multiplot.GetPlot(0), "Error", L.train.e, L.val.e, opts);
        if (classification)
            DrawCurves(multiplot.GetPlot(1), "Misclassification rate", L.train.e_frac, L.val.e_frac, opts);
        byte[] png = multiplot.Render(classification ? 1000 : 600, 450).GetImageBytes();
        AtomicFile.Write(fhandle, stream => stream.Write(png));
    }

    private static void CheckCurves(in LossCurve curve, string name, int i, bool classification)
    {
        foreach (var (values, field) in new[] { (curve.e, "e"), (curve.e_frac, "e_frac") })
            if (values.Length != i && (classification || field == "e"))
                throw new ArgumentException($"{name}.{field} must have {i} values, one for each epoch so far; has {values.Length}", "L");
    }

    private static void DrawCurves(Plot plot, string name, Cell<double> train, Cell<double> val, in Opts opts)
    {
        DrawCurve(plot, "Training", train);
        if (opts.validation == 1)
            DrawCurve(plot, "Validation", val);
        plot.XLabel("Number of epochs");
        plot.YLabel(name);
        plot.Title(name);
        plot.ShowLegend(Alignment.UpperRight);
        plot.Axes.AutoScale();
        plot.Axes.SetLimitsX(0, opts.numepochs + 1.0);
    }

    private static void DrawCurve(Plot plot, string name, Cell<double> values)
    {
        const double most = 1e150; // beyond, the range of an axis is no number
        double[] drawn = [.. values.Select(value => double.IsFinite(value) ? Math.Clamp(value, -most, most) : value)];
        plot.Add.ScatterLine(Enumerable.Range(1, drawn.Length).ToArray(), drawn).LegendText = name;
    }
}
