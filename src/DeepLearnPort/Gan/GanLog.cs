using CsvHelper;

namespace DeepLearnPort;

/// <summary>Writes <c>log.csv</c>: a header, then a row for each alternation, which is in the file when <see cref="Write"/> returns.</summary>
public sealed class GanLog : IDisposable
{
    private readonly CsvWriter _csv;

    /// <summary>Starts the file; one that is there is replaced.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    public GanLog(string path)
    {
        _csv = CsvWriter.ToFile(path, CsvWriterOptions.Default with { NewLine = "\n" });
        _csv.WriteHeader("iteration", "loss_d", "loss_g", "d_real", "d_fake", "seconds");
    }

    /// <summary>Adds a row. Its numbers have the 17 digits that read back to the same bits.</summary>
    /// <param name="row">The alternation.</param>
    public void Write(Alternation row)
    {
        _csv.WriteField(row.iteration);
        foreach (double value in (ReadOnlySpan<double>)[row.loss_d, row.loss_g, row.d_real, row.d_fake])
            _csv.WriteField(value, "G17");
        _csv.WriteField(row.seconds, "F3");
        _csv.EndRecord();
        _csv.Flush();
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _csv.Dispose();
}
