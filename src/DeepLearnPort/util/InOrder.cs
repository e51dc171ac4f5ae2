namespace DeepLearnPort;

/// <summary>
/// Sums of one number after the other, as GNU Octave adds them up. Where numbers that are nearly equal are subtracted from each
/// other afterwards, only the rounding errors are left, and those of a sum in several lanes are others.
/// </summary>
internal static class InOrder
{
    /// <summary>A number made of the numbers in one line of an array.</summary>
    public delegate double OfLine(ReadOnlySpan<double> line);

    /// <summary>A number for each line of an array in one dimension, which counts from 0 and is 1 long afterwards.</summary>
    public static Array3 Along(Array3 x, int dimension, OfLine number)
    {
        int[] size = [x.RowCount, x.ColumnCount, x.PageCount], start = [1, x.RowCount, x.RowCount * x.ColumnCount];
        var line = new double[size[dimension]];
        int step = start[dimension];
        size[dimension] = 1;
        return Array3.Create(size[0], size[1], size[2], (i, j, k) =>
        {
            int first = i * start[0] + j * start[1] + k * start[2];
            for (int n = 0; n < line.Length; n++)
                line[n] = x.Values[first + n * step];
            return number(line);
        });
    }

    /// <summary>The mean; NaN of no numbers.</summary>
    public static double Mean(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double value in x)
            sum += value;
        return sum / x.Length;
    }

    /// <summary>MATLAB's <c>std</c>, over n - 1: NaN of no numbers, 0 of one that is finite.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> x)
    {
        if (x.Length <= 1)
            return x.Length == 1 && double.IsFinite(x[0]) ? 0 : double.NaN;
        double mean = Mean(x), squares = 0;
        foreach (double value in x)
            squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / (x.Length - 1));
    }
}
