using System.Net;
using System.Reflection;
using System.Text;

namespace DeepLearnPort;

/// <summary>The report of a run: one HTML file that needs nothing beside it.</summary>
public static class GanReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="path">The file; it is replaced whole or not at all.</param>
    /// <param name="run">The run, after at least one alternation.</param>
    /// <param name="directory">Its folder, with the pictures to take in.</param>
    /// <param name="snapshots">The pictures of the samples in it, in order.</param>
    public static void Write(string path, GanRun run, string directory, IReadOnlyList<(int Iteration, string File)> snapshots)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(snapshots);
        if (run.Log.Count == 0)
            throw new ArgumentException("run must have at least one alternation behind it", nameof(run));
        var options = run.Gan.Options;
        var html = new StringBuilder(Head);
        var last = run.Log[^1];
        string title = options.Gaussian ? "A GAN on one normal distribution" : options.FreezeD ? "A GAN on images" : "A GAN on images, as in the article";
        html.Append(Invariant($"<h1>{title}</h1>\n<p>{run.Log.Count} alternations in {last.seconds:F1} s. {WebUtility.HtmlEncode(run.Verdict)}</p>\n"));

        html.Append($"<section><h2>{(options.Gaussian ? "The data, what G makes, and D" : "Samples")}</h2>\n<img id=\"grid\" alt=\"samples after the alternation chosen below\">\n");
        html.Append($"<input id=\"at\" type=\"range\" min=\"0\" max=\"{Math.Max(0, snapshots.Count - 1)}\" "
            + $"value=\"{Math.Max(0, snapshots.Count - 1)}\" aria-label=\"alternation\">\n");
        html.Append($"<p>After alternation <output id=\"n\"></output>. {Legend(run)}</p></section>\n");
        if (!options.Gaussian)
            Picture(html, run, "Nearest training images", directory, RunFiles.Nearest,
                "Each sample, and on its right the training image that is nearest to it, pixel by pixel.");
        Picture(html, run, "Curves", directory, RunFiles.Losses, Equilibrium(options));
        if (run.Failures.Count > 0)
            Table(html, "Could not be made", [.. run.Failures.Select(failure => (failure.Key, failure.Value))]);

        Table(html, "Final numbers", [("mean loss of D", Number(last.loss_d)), ("mean loss of G", Number(last.loss_g)),
            ("D(x), real samples", Number(last.d_real)), ("D(G(z)), generated samples", Number(last.d_fake)),
            ("norm of D's gradient", Number(last.grad_d)), ("norm of G's gradient", Number(last.grad_g)), .. Spread(run)]);
        Table(html, "Settings", [.. typeof(GanOptions).GetProperties().Select(p => (p.Name, Text(p.GetValue(options))))]);
        Table(html, "Made by",
            ("DeepLearnPort", typeof(GanReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion),
            (".NET", Environment.Version.ToString()), ("system", System.Runtime.InteropServices.RuntimeInformation.OSDescription));

        html.Append("<script>\nconst grids = [\n");
        foreach (var (iteration, file) in snapshots)
            html.Append($"  [{iteration}, \"{DataUri(Path.Combine(directory, file))}\"],\n");
        html.Append(Tail);
        AtomicFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(html.ToString())));
    }

    private static string Legend(GanRun run) => run.Gan.Options switch
    {
        { Gaussian: true, NoiseSize: > 1 } =>
            "Below: where G takes the first number of z, in equal steps, the others being 0. Samples come from the running "
                + "mean of G's weights where there is one.",
        { Gaussian: true } => "Below: where G takes z, in equal steps. Samples come from the running mean of G's weights where there is one.",
        { Conditional: true, FreezeD: true } => "The noise is the same each time; one row for each digit, 0 to 9.",
        _ => "The noise is the same each time.",
    };

    private static string Equilibrium(GanOptions options) => options switch
    {
        { Loss: GanLoss.Squared } => "Were the samples like the data, D would be 1/2 on both and each loss 0.125.",
        { Loss: GanLoss.Log } => "Were the samples like the data, D would be 1/2 on both and each loss log 2 = 0.693.",
        _ => "Were the samples like the data, D would be 1/2 on both, its loss log 2 = 0.693 and G's -0.693.",
    };

    private static (string, string)[] Spread(GanRun run)
    {
        if (!run.Gan.Options.Gaussian)
            return [("spread of the samples shown, a pixel", Number(run.PixelSpread))];
        var end = GaussianFigure.Measure(run.Gan);
        return
        [
            ("mean of what G makes", Invariant($"{end.Mean:F4} (data {GaussianData.Mean}, error {100 * end.MeanError:F2} %)")),
            ("its standard deviation", Invariant($"{end.Sigma:F4} (data {GaussianData.Sigma}, error {100 * end.SigmaError:F2} %)")),
            ("largest |D - 1/2| within 3 sigma of the data's mean", Number(end.Farthest)),
        ];
    }

    private static void Picture(StringBuilder html, GanRun run, string title, string directory, string file, string text)
    {
        if (!run.Failures.ContainsKey(file))
            html.Append($"<section><h2>{title}</h2>\n<img alt=\"{title}\" "
                + $"src=\"{DataUri(Path.Combine(directory, file))}\">\n<p>{text}</p></section>\n");
    }

    private static void Table(StringBuilder html, string title, params ReadOnlySpan<(string Name, string Value)> rows)
    {
        html.Append($"<section><h2>{title}</h2><table>\n");
        foreach (var (name, value) in rows)
            html.Append($"<tr><td>{WebUtility.HtmlEncode(name)}</td><td>{WebUtility.HtmlEncode(value)}</td></tr>\n");
        html.Append("</table></section>\n");
    }

    private static string Text(object? value) => value switch
    {
        null => "-",
        IEnumerable<int> list => string.Join(", ", list),
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}"),
    };

    private static string Number(double value) => Invariant($"{value:G5}");

    private static string DataUri(string png) => "data:image/png;base64," + Convert.ToBase64String(File.ReadAllBytes(png));

    private const string Head = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>dlport gan</title>
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 58rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
        img { max-width: 100%; height: auto; }
        table { border-collapse: collapse; } td { padding: .15rem 1.2rem .15rem 0; vertical-align: top; }
        td + td { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; min-width: 6rem; }
        input[type=range] { width: 100%; }
        section { margin: 2rem 0; }
        </style></head><body>

        """;

    private const string Tail = """
        ];
        const at = document.getElementById('at');
        function show() {
          if (!grids.length) return;
          const [n, src] = grids[at.value];
          document.getElementById('grid').src = src;
          document.getElementById('n').value = n;
        }
        at.addEventListener('input', show);
        show();
        </script>
        </body></html>

        """;
}
