using ScottPlot;

namespace DeepLearnPort.Cli;

/// <summary>MATLAB's <c>plot(y)</c>, as a PNG file.</summary>
internal static class Figures
{
    public static void Line(string path, IEnumerable<double> y, string xlabel, string ylabel)
    {
        using var plot = new Plot();
        plot.Add.Signal(y.ToArray());
        plot.XLabel(xlabel);
        plot.YLabel(ylabel);
        byte[] png = plot.GetImage(800, 500).GetImageBytes();
        AtomicFile.Write(path, file => file.Write(png));
    }
}
