using System.Globalization;
using CsvHelper;

namespace DeepLearnPort;

/// <summary>
/// Writes <c>log.csv</c>: a header, then a row for each alternation, which is in the file when <see cref="Write(Alternation)"/>
/// returns. One that could not be written ends the log: later rows would stand behind a part of it.
/// </summary>
public sealed class GanLog : IDisposable
{
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { NewLine = "\n" };
    private const int Columns = 9;
    private readonly string _path;
    private readonly FileStream _file;
    private readonly CsvWriter _csv;
    private bool _broken;

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
        _path = path;
        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        _csv = CsvWriter.Create(_file, Format, leaveOpen: true);
    }

    /// <summary>Adds a row. Its numbers have the 17 digits that read back to the same bits.</summary>
    /// <param name="row">The alternation.</param>
    /// <exception cref="IOException">It cannot be written, or an earlier one could not.</exception>
    public void Write(Alternation row)
    {
        if (_broken)
            throw new IOException($"{_path} ends where a row could not be written");
        _broken = true;
        Write(_csv, row);
        _csv.Flush();
        _broken = false;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        if (!_broken)
            _csv.Dispose(); // which would try once more to write what it has
        _file.Dispose();
    }

    /// <summary>Reads the first rows of a log; what was written after them, or half written, is passed over.</summary>
    /// <exception cref="InvalidDataException">The log has fewer whole rows.</exception>
    internal static List<Alternation> Read(string path, int count)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"there is no {path}, the log of the checkpoint");
        var rows = new List<Alternation>();
        foreach (string line in File.ReadLines(path).Skip(1).Take(count))
            rows.Add(Parsed(line, rows.Count + 1) ?? throw new InvalidDataException(
                $"{path}: line {rows.Count + 2} must have {Columns} numbers, the first of them {rows.Count + 1}; is "
                + line[..Math.Min(line.Length, 80)]));
        return rows.Count == count ? rows : throw new InvalidDataException($"{path} should have the {count} rows of the checkpoint; has {rows.Count}");
    }

    private static Alternation? Parsed(string line, int iteration)
    {
        string[] fields = line.Split(',');
        var v = new double[Columns];
        for (int i = 0; i < Columns; i++)
            if (fields.Length != Columns
                || !double.TryParse(fields[i], NumberStyles.Float, CultureInfo.InvariantCulture, out v[i]))
                return null;
        return v[0] == iteration ? new(iteration, v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8]) : null;
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
