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
    [NotReplayed]
    public static void nnupdatefigures(Nn nn, string fhandle, Loss L, Opts opts, int i)
    {
        if (i <= 1 || FileWrites.AreBarred)
            return;

        var multiplot = new Multiplot();
        bool classification = nn.output == "softmax"; // also plot classification error
        multiplot.AddPlots(classification ? 2 : 1);
        multiplot.Layout = new ScottPlot.MultiplotLayouts.Columns();
        DrawCurves(multiplot.GetPlot(0), "Error", L.train.e, L.val.e, opts);
        if (classification)
            DrawCurves(multiplot.GetPlot(1), "Misclassification rate", L.train.e_frac, L.val.e_frac, opts);
        byte[] png = multiplot.Render(classification ? 1000 : 600, 450).GetImageBytes();
        AtomicFile.Write(fhandle, stream => stream.Write(png));
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
        plot.Axes.SetLimitsX(0, opts.numepochs + 1);
    }

    private static void DrawCurve(Plot plot, string name, Cell<double> values) =>
        plot.Add.ScatterLine(Enumerable.Range(1, values.Length).ToArray(), values.ToArray()).LegendText = name;
}
