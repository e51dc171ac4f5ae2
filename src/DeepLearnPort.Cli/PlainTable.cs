namespace DeepLearnPort.Cli;

/// <summary>A table as lines of text: columns as wide as their widest cell, heads above a line.</summary>
/// <param name="heads">The heads; a column whose head begins with a &gt; stands to the right.</param>
internal sealed class PlainTable(params string[] heads)
{
    private const string Edge = "  ", Between = "   ";

    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row, a cell for each head, made fit to be shown.</summary>
    public void Add(params IEnumerable<string> cells) => _rows.Add([.. cells.Select(cell => Printable.Line(cell))]);

    /// <summary>Writes the lines, with an empty one before and after them.</summary>
    public void Write(TextWriter output)
    {
        string[] names = [.. heads.Select(head => head.TrimStart('>'))];
        int[] widths = [.. names.Select((name, column) => _rows.Select(row => row[column].Length).Append(name.Length).Max())];
        output.WriteLine();
        WriteRow(names);
        output.WriteLine(new string('─', widths.Sum() + Between.Length * (widths.Length - 1) + 2 * Edge.Length));
        foreach (string[] row in _rows)
            WriteRow(row);
        output.WriteLine();

        void WriteRow(string[] row) => output.WriteLine((Edge + string.Join(Between, row.Select((cell, column) =>
            heads[column].StartsWith('>') ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])))).TrimEnd());
    }
}
