namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Writes a text to <see cref="Display.Writer"/>.</summary>
    /// <param name="x">The text.</param>
    public static void disp(string x) => Display.Writer.WriteLine(x);

    /// <summary>Writes a number to <see cref="Display.Writer"/>, to five digits, as under MATLAB's <c>format short g</c>.</summary>
    /// <param name="x">The number.</param>
    public static void disp(double x) => Display.Writer.WriteLine(ShortG(x));

    /// <summary>Writes a matrix to <see cref="Display.Writer"/>, a line for each row, as under MATLAB's <c>format short g</c>.</summary>
    /// <param name="x">m × n; without elements only its size is written, as <c>[](0x3)</c>.</param>
    public static void disp(Mat x)
    {
        if (numel(x) == 0)
            Display.Writer.WriteLine($"[]({x.RowCount}x{x.ColumnCount})");
        foreach (var row in x.EnumerateRows())
            Display.Writer.WriteLine(string.Concat(row.Select(value => ShortG(value).PadLeft(13))));
    }

    private static string ShortG(double x) => double.IsFinite(x) ? General(x + 0.0, 5) : num2str(x); // + 0.0: no "-0"
}
