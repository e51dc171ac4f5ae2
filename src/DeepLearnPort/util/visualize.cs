namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Arranges the columns of a matrix as images, side by side: what a network's weights look like.</summary>
    /// <param name="X">D × N, one image in each column, row by row; e.g. the transposed weights of a hidden layer without bias.</param>
    /// <param name="mm">Smallest and largest value: the second fills the lines between the images. Those of X when left out.</param>
    /// <param name="s1">Width of an image; √D when left out.</param>
    /// <param name="s2">Height of an image; √D when left out.</param>
    /// <returns>The images down the first column, then the next; X itself when no sizes are given and D is no square.</returns>
    /// <remarks>Source: util/visualize.m.</remarks>
    /// <exception cref="ArgumentException">The images do not have D numbers, or mm not two.</exception>
    public static Mat visualize(Mat X, IReadOnlyList<double>? mm = null, int s1 = 0, int s2 = 0)
    {
        double background = VisualizedRange(X, mm).High;
        int D = X.RowCount, N = X.ColumnCount;
        int s = (int)Math.Sqrt(D);
        if (s1 == 0 || s2 == 0)
        {
            if (s * s != D)
                return X.Clone();
            s1 = s2 = s;
        }
        if (s1 < 0 || s2 < 0 || s1 * s2 != D)
            throw new ArgumentException($"s1 and s2 must make images of {D} numbers, the rows of X; were {s1} and {s2}", nameof(s1));

        int num = (int)Math.Ceiling(Math.Sqrt(N));
        var a = Mat.Build.Dense(Math.Max(num * s2 + num - 1, 0), Math.Max(num * s1 + num - 1, 0), background);
        for (int i = 0; i < N; i++)
        {
            int top = i % num * (s2 + 1), left = i / num * (s1 + 1);
            for (int p = 0; p < D; p++)
                a[top + p / s1, left + p % s1] = X[p, i];
        }
        return a;
    }

    /// <summary>Writes the arrangement as a grey PNG, where the original shows it on the screen.</summary>
    /// <param name="X">D × N, one image in each column.</param>
    /// <param name="file">Where to: <c>weights.png</c>.</param>
    /// <param name="mm">The values that are black and white; the extremes of X when left out.</param>
    /// <param name="s1">Width of an image; √D when left out.</param>
    /// <param name="s2">Height of an image; √D when left out.</param>
    /// <remarks>Source: util/visualize.m.</remarks>
    /// <exception cref="ArgumentException">The images do not have D numbers, or mm not two.</exception>
    [NotReplayed]
    public static void visualize(Mat X, string file, IReadOnlyList<double>? mm = null, int s1 = 0, int s2 = 0)
    {
        var (low, high) = VisualizedRange(X, mm);
        GrayImage.Write(file, visualize(X, mm, s1, s2), low, high);
    }

    private static (double Low, double High) VisualizedRange(Mat X, IReadOnlyList<double>? mm)
    {
        if (mm is { Count: not 2 })
            throw new ArgumentException($"mm must be the smallest and the largest value; {mm.Count} given", nameof(mm));
        return mm is null ? GrayImage.Range(X.Values()) : (mm[0], mm[1]);
    }
}
