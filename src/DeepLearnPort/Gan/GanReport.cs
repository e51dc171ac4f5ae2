using System.Net;
using System.Reflection;
using System.Text;

namespace DeepLearnPort;

/// <summary>The report of a run: one HTML file that needs nothing beside it.</summary>
public static class GanReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="path">The file; it is replaced whole or not at all.</param>
    /// <param name="options">The settings of the run.</param>
    /// <param name="log">Its alternations, at least one.</param>
    /// <param name="pixelSpread">How much the samples of the last grid differ, see <see cref="GanRun.PixelSpread"/>.</param>
    /// <param name="plot">The picture of the curves.</param>
    /// <param name="snapshots">The sample grids, in order.</param>
    public static void Write(string path, GanOptions options, IReadOnlyList<Alternation> log, double pixelSpread, string plot,
        IReadOnlyList<(int Iteration, string Path)> snapshots)
    {
        var html = new StringBuilder();
        html.Append("""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>dlport gan</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 58rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
            img { max-width: 100%; height: auto; }
            table { border-collapse: collapse; } td { padding: .15rem 1.2rem .15rem 0; } td + td { font-variant-numeric: tabular-nums; }
            input[type=range] { width: 100%; }
            section { margin: 2rem 0; }
            </style></head><body>
            <h1>A GAN on MNIST, as in the article</h1>

            """);
        var last = log[^1];
        html.Append(Invariant($"<p>{log.Count} alternations in {last.seconds:F1} s.</p>\n"));

        html.Append("<section><h2>Samples</h2>\n<img id=\"grid\" alt=\"generated samples\">\n");
        html.Append($"<input id=\"at\" type=\"range\" min=\"0\" max=\"{snapshots.Count - 1}\" value=\"{snapshots.Count - 1}\" aria-label=\"alternation\">\n");
        html.Append("<p>After alternation <output id=\"n\"></output>.</p></section>\n");

        html.Append($"<section><h2>Losses and outputs of D</h2>\n<img alt=\"losses and outputs of D against the alternation\" src=\"{DataUri(plot)}\"></section>\n");

        Table(html, "Final numbers",
            ("mean loss of D", Number(last.loss_d)), ("mean loss of the stack", Number(last.loss_g)),
            ("D(x), real images", Number(last.d_real)), ("D(G(z)), generated images", Number(last.d_fake)),
            ("pixel spread of the samples", Number(pixelSpread)));
        Table(html, "Settings", [.. typeof(GanOptions).GetProperties().Select(p => (p.Name, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{p.GetValue(options)}")))]);
        Table(html, "Made by",
            ("DeepLearnPort", typeof(GanReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion),
            (".NET", Environment.Version.ToString()), ("system", System.Runtime.InteropServices.RuntimeInformation.OSDescription));

        html.Append("<script>\nconst grids = [\n");
        foreach (var (iteration, file) in snapshots)
            html.Append($"  [{iteration}, \"{DataUri(file)}\"],\n");
        html.Append("""
            ];
            const at = document.getElementById('at');
            function show() {
              const [n, src] = grids[at.value];
              document.getElementById('grid').src = src;
              document.getElementById('n').value = n;
            }
            at.addEventListener('input', show);
            show();
            </script>
            </body></html>

            """);
        AtomicFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(html.ToString())));
    }

    private static void Table(StringBuilder html, string title, params ReadOnlySpan<(string Name, string Value)> rows)
    {
        html.Append($"<section><h2>{title}</h2><table>\n");
        foreach (var (name, value) in rows)
            html.Append($"<tr><td>{WebUtility.HtmlEncode(name)}</td><td>{WebUtility.HtmlEncode(value)}</td></tr>\n");
        html.Append("</table></section>\n");
    }

    private static string Number(double value) => Invariant($"{value:G5}");

    private static string DataUri(string png) => "data:image/png;base64," + Convert.ToBase64String(File.ReadAllBytes(png));
}
