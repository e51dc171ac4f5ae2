using System.Globalization;

namespace DeepLearnPort.Tests;

/// <summary>Small matrices as one line of text, so that a table of cases reads as MATLAB prints them.</summary>
internal static class MatlabText
{
    /// <summary><c>"2x3: 1 4 2 5 3 6"</c> to a matrix, column by column.</summary>
    public static Mat Parse(string text)
    {
        string[] parts = text.Split(':');
        int[] size = [.. parts[0].Split('x').Select(int.Parse)];
        double[] values = [.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => double.Parse(s, CultureInfo.InvariantCulture))];
        return Mat.Build.Dense(size[0], size[1], values);
    }

    /// <summary>The reverse of <see cref="Parse"/>.</summary>
    public static string Text(this Mat x) =>
        $"{x.RowCount}x{x.ColumnCount}: {string.Join(' ', x.ToColumnMajorArray().Select(v => v.ToString("R", CultureInfo.InvariantCulture)))}".TrimEnd();
}
