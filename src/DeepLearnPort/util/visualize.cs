namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Arranges the columns of a matrix as images, side by side: what a network's weights look like.</summary>
    /// <param name="X">
    /// D × N, one image in each column, row by row; e.g. the transposed weights of a hidden layer without bias.
    /// </param>
    /// <param name="mm">
    /// Smallest and largest value: the second fills the lines between the images, further ones are not used. Those of X, NaN
    /// left out, if not given.
    /// </param>
    /// <param name="s1">Width of an image; √D when it or s2 is left out.</param>
    /// <param name="s2">Height of an image; √D when it or s1 is left out.</param>
    /// <returns>
    /// The images down the first column, then the next; X itself, a copy, when no sizes are given and D is no square.
    /// </returns>
    /// <remarks>Draws nothing. Source: util/visualize.m.</remarks>
    /// <exception cref="ArgumentNullException">X is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are images to arrange, but they do not have D numbers, mm not two, or X has none and mm is not given.
    /// </exception>
    public static Mat visualize(Mat X, IReadOnlyList<double>? mm = null, int s1 = 0, int s2 = 0)
    {
        X = Require.Dense(X, nameof(X));
        int D = X.RowCount, N = X.ColumnCount;
        int s = (int)Math.Sqrt(D);
        if (s1 == 0 || s2 == 0)
        {
            if (s * s != D)
                return X.Clone();
            s1 = s2 = s;
        }
        RequireRange(mm);
        if (mm is null && X.Values().Length == 0)
            throw new ArgumentException(
                $"X must hold images where mm is left out: the lines between them are its largest number; is {D}×{N}", nameof(X));
        if (N > 0 && (s1 < 0 || s2 < 0 || (long)s1 * s2 != D))
            throw new ArgumentException(
                $"s1 and s2 must make images of {D} numbers, the rows of X; were {s1} and {s2}", nameof(s1));

        int num = (int)Math.Ceiling(Math.Sqrt(N));
        var (height, width) = (Math.Max((long)num * s2 + num - 1, 0), Math.Max((long)num * s1 + num - 1, 0));
        Require.Count(height, width, "visualize");
        var a = Mat.Build.Dense((int)height, (int)width, mm is null ? Matlab.max(X.Values()) : mm[1]);
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
    /// <param name="mm">
    /// The values that are black and white; the extremes of X, what is not finite left out, if not given.
    /// </param>
    /// <param name="s1">Width of an image; √D when it or s2 is left out.</param>
    /// <param name="s2">Height of an image; √D when it or s1 is left out.</param>
    /// <remarks>Draws nothing at random. Source: util/visualize.m.</remarks>
    /// <exception cref="ArgumentNullException">X or file is null.</exception>
    /// <exception cref="ArgumentException">The images do not have D numbers, mm not two, or there are none.</exception>
    [NotReplayed]
    public static void visualize(Mat X, string file, IReadOnlyList<double>? mm = null, int s1 = 0, int s2 = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        RequireRange(mm);
        var arranged = visualize(X, mm, s1, s2);
        var (low, high) = mm is null ? GrayImage.Range(Require.Dense(X, nameof(X)).Values()) : (mm[0], mm[1]);
        GrayImage.Write(file, arranged, low, high);
    }

    private static void RequireRange(IReadOnlyList<double>? mm)
    {
        if (mm is { Count: < 2 })
            throw new ArgumentException($"mm must be the smallest and the largest value; {mm.Count} given", nameof(mm));
    }
}
