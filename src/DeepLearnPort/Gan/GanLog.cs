using System.Globalization;
using CsvHelper;

namespace DeepLearnPort;

/// <summary>Writes <c>log.csv</c>: a header, then a row for each alternation, which is in the file when <see cref="Write(Alternation)"/> returns.</summary>
public sealed class GanLog : IDisposable
{
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { NewLine = "\n" };
    private readonly CsvWriter _csv;

    /// <summary>Starts the file; one that is there is replaced.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    public GanLog(string path)
        : this(path, [])
    {
    }

    /// <summary>Goes on with a log: the file is replaced, whole or not at all, by one with these rows.</summary>
    internal GanLog(string path, IEnumerable<Alternation> before)
    {
        AtomicFile.Write(path, file =>
        {
            using var csv = CsvWriter.Create(file, Format, leaveOpen: true);
            csv.WriteHeader("iteration", "loss_d", "loss_g", "d_real", "d_fake", "seconds", "grad_d", "grad_g", "pixel_spread");
            foreach (var row in before)
                Write(csv, row);
        });
        _csv = CsvWriter.Create(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite), Format, leaveOpen: false);
    }

    /// <summary>Adds a row. Its numbers have the 17 digits that read back to the same bits.</summary>
    /// <param name="row">The alternation.</param>
    public void Write(Alternation row)
    {
        Write(_csv, row);
        _csv.Flush();
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _csv.Dispose();

    /// <summary>Reads the first rows of a log; what was written after them, or half written, is passed over.</summary>
    /// <exception cref="InvalidDataException">The log has fewer whole rows.</exception>
    internal static List<Alternation> Read(string path, int count)
    {
        var rows = new List<Alternation>(count);
        foreach (string line in File.ReadLines(path).Skip(1).Take(count))
        {
            double[] v = [.. line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
            rows.Add(new((int)v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8]));
        }
        return rows.Count == count ? rows : throw new InvalidDataException($"{path} should have the {count} rows of the checkpoint; has {rows.Count}");
    }

    private static void Write(CsvWriter csv, Alternation row)
    {
        csv.WriteField(row.iteration);
        foreach (double value in (ReadOnlySpan<double>)[row.loss_d, row.loss_g, row.d_real, row.d_fake])
            csv.WriteField(value, "G17");
        csv.WriteField(row.seconds, "F3");
        foreach (double value in (ReadOnlySpan<double>)[row.grad_d, row.grad_g, row.pixel_spread])
            csv.WriteField(value, "G17");
        csv.EndRecord();
    }
}
