namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>
    /// Writes to <see cref="Display.Writer"/> what the variables of a MAT file are, <c>whos('-file', filename)</c>. Only their
    /// headers are read, so the bytes of sparse arrays, cells and structs are not known.
    /// </summary>
    /// <param name="option"><c>"-file"</c>: there is no workspace to show instead.</param>
    /// <param name="filename">The file; <c>.mat</c> is added where it has no ending.</param>
    /// <exception cref="ArgumentException">The option is another.</exception>
    /// <exception cref="MatFileException">The file is damaged, no MAT file, or beyond a limit.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    [NotReplayed]
    public static void whos(string option, string filename)
    {
        if (option != "-file")
            throw new ArgumentException($"there is no workspace to show: whos(\"-file\", filename); was \"{option}\"", nameof(option));
        List<string[]> rows =
        [
            ["Name", "Size", "Bytes", "Class", "Attributes"],
            .. from v in MatFile.List(MatFileName(filename))
               select new[] { Printable.Line(v.Name, Printable.MostOfName), v.Size, $"{v.Bytes}", v.Class.Name(), v.Attributes },
        ];
        int[] width = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (var row in rows)
        {
            Display.Writer.WriteLine($"  {row[0].PadRight(width[0])}  {row[1].PadLeft(width[1])}  {row[2].PadLeft(width[2])}  {row[3].PadRight(width[3])}  {row[4]}".TrimEnd());
            if (row == rows[0])
                Display.Writer.WriteLine();
        }
    }
}
