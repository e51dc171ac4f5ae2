using MathNet.Numerics.LinearAlgebra;

namespace DeepLearnPort;

/// <summary>The settings struct of <see cref="Toolbox.mapminmax(Mat, double, double)"/>, MATLAB's <c>PS</c>. N rows, one mapping each.</summary>
public struct MapminmaxSettings
{
    /// <summary>Always <c>"mapminmax"</c>.</summary>
    public string name;

    /// <summary>Rows of the input, N.</summary>
    public int xrows;

    /// <summary>Largest value of each row, N × 1.</summary>
    public Mat xmax;

    /// <summary>Smallest value of each row, N × 1.</summary>
    public Mat xmin;

    /// <summary>xmax - xmin, N × 1.</summary>
    public Mat xrange;

    /// <summary>Rows of the output, N.</summary>
    public int yrows;

    /// <summary>What the largest value of a row becomes.</summary>
    public double ymax;

    /// <summary>What the smallest value of a row becomes.</summary>
    public double ymin;

    /// <summary>ymax - ymin.</summary>
    public double yrange;

    /// <summary>Whether every row passes through unchanged.</summary>
    public bool no_change;

    /// <summary>yrange / xrange of each row, N × 1; 1 for a row that passes through.</summary>
    public Mat gain;

    /// <summary>xmin of each row, N × 1; ymin for a row that passes through.</summary>
    public Mat xoffset;

    /// <summary>Fields that a MATLAB struct had besides these.</summary>
    public ExtraFields Extra;
}

/// <summary>What <see cref="Toolbox.mapminmax(Mat, double, double)"/> returns: Y alone, or <c>var (Y, PS) = mapminmax(…)</c>.</summary>
/// <param name="Y">The mapped matrix, N × Q.</param>
/// <param name="PS">The settings, to map other matrices in the same way or back.</param>
public readonly record struct MapminmaxResult(Mat Y, MapminmaxSettings PS)
{
    /// <summary>The first output, as MATLAB gives when one is asked for.</summary>
    /// <param name="result">Both outputs.</param>
    public static implicit operator Mat(MapminmaxResult result) => result.Y;
}

public static partial class Toolbox
{
    /// <summary>Maps each row linearly so that its smallest value becomes ymin and its largest ymax.</summary>
    /// <param name="X">N × Q; rows are mapped (with samples in rows: each sample by itself).</param>
    /// <param name="ymin">Smallest value of each row of Y, default -1.</param>
    /// <param name="ymax">Largest value of each row of Y, default 1.</param>
    /// <returns>Y, N × Q, and the settings PS.</returns>
    /// <remarks>
    /// y = (x - xoffset)·gain + ymin. NaN stays NaN and counts for no extreme. A row without range
    /// (or one so small that the gain passes 1e14), or with Inf in it, passes through unchanged. Draws nothing.
    /// Source: the documentation of MATLAB's <c>mapminmax</c>.
    /// </remarks>
    /// <exception cref="ArgumentException">ymin is not below ymax.</exception>
    public static MapminmaxResult mapminmax(Mat X, double ymin = -1, double ymax = 1)
    {
        if (!(ymin < ymax))
            throw new ArgumentException(Invariant($"ymin must be below ymax; were {ymin} and {ymax}"), nameof(ymin));

        MapminmaxSettings PS = default;
        PS.name = "mapminmax";
        PS.xrows = PS.yrows = X.RowCount;
        PS.xmax = FoldRows(X, double.NaN, TensorPrimitives.MaxNumber).Map(x => double.IsNaN(x) ? double.PositiveInfinity : x, Zeros.Include);
        PS.xmin = FoldRows(X, double.NaN, TensorPrimitives.MinNumber).Map(x => double.IsNaN(x) ? double.NegativeInfinity : x, Zeros.Include);
        PS.xrange = PS.xmax - PS.xmin;
        (PS.ymax, PS.ymin, PS.yrange) = (ymax, ymin, ymax - ymin);
        PS.gain = (ymax - ymin) / PS.xrange;
        PS.xoffset = PS.xmin.Clone();
        for (int i = 0; i < PS.xrows; i++)
            if (PS.xrange[i, 0] == 0 || !double.IsFinite(PS.xrange[i, 0]) || Math.Abs(PS.gain[i, 0]) > 1e14)
                (PS.gain[i, 0], PS.xoffset[i, 0]) = (1, ymin);
        PS.no_change = PS.gain.ForAll2((gain, xoffset) => gain == 1 && xoffset == ymin, PS.xoffset);
        return new(mapminmax("apply", X, PS), PS);
    }

    /// <summary>Maps each row with the range of a settings struct: <c>mapminmax(X, FP)</c>.</summary>
    /// <param name="X">N × Q.</param>
    /// <param name="FP">Its <c>ymin</c> and <c>ymax</c> are used.</param>
    /// <returns>Y and the new settings.</returns>
    public static MapminmaxResult mapminmax(Mat X, MapminmaxSettings FP) => mapminmax(X, FP.ymin, FP.ymax);

    /// <summary>Maps with settings found before (<c>"apply"</c>), or back (<c>"reverse"</c>).</summary>
    /// <param name="mode"><c>"apply"</c> or <c>"reverse"</c>.</param>
    /// <param name="X">N × Q: X to apply to, or Y to reverse.</param>
    /// <param name="PS">The settings.</param>
    /// <returns>N × Q.</returns>
    /// <exception cref="ArgumentException">Unknown mode, or another number of rows than the settings are for.</exception>
    public static Mat mapminmax(string mode, Mat X, MapminmaxSettings PS)
    {
        Require.Name(mode, nameof(mode), "apply", "reverse");
        Require.Rows(X, PS.xrows, nameof(X), "rows of the settings");
        var Y = Mat.Build.Dense(X.RowCount, X.ColumnCount);
        var (gain, xoffset) = (PS.gain.Values(), PS.xoffset.Values());
        int[] passing = [.. Enumerable.Range(0, X.RowCount).Where(i => gain[i] == 1 && xoffset[i] == PS.ymin)];
        for (int j = 0; j < X.ColumnCount; j++)
        {
            var x = X.Values().AsSpan(j * X.RowCount, X.RowCount);
            var y = Y.Values().AsSpan(j * X.RowCount, X.RowCount);
            if (mode == "apply")
            {
                TensorPrimitives.Subtract(x, xoffset, y);
                TensorPrimitives.Multiply(y, gain, y);
                TensorPrimitives.Add(y, PS.ymin, y);
            }
            else
            {
                TensorPrimitives.Subtract(x, PS.ymin, y);
                TensorPrimitives.Divide(y, gain, y);
                TensorPrimitives.Add(y, xoffset, y);
            }
            // The sum above may round; a row that passes through keeps its bits.
            foreach (int i in passing)
                y[i] = x[i];
        }
        return Y;
    }

    /// <summary>The reverse derivative: how X changes with Y, for each sample.</summary>
    /// <param name="mode"><c>"dx_dy"</c>.</param>
    /// <param name="X">N × Q.</param>
    /// <param name="Y">N × Q, X mapped. (The mapping is linear, so neither changes the result.)</param>
    /// <param name="PS">The settings.</param>
    /// <returns>Q diagonal matrices, N × N, with 1/gain of each row.</returns>
    /// <exception cref="ArgumentException">Unknown mode, or another number of rows than the settings are for.</exception>
    public static Cell<Mat> mapminmax(string mode, Mat X, Mat Y, MapminmaxSettings PS)
    {
        Require.Name(mode, nameof(mode), "dx_dy");
        Require.Rows(X, PS.xrows, nameof(X), "rows of the settings");
        Require.Rows(Y, PS.yrows, nameof(Y), "rows of the settings");
        var dx_dy = Mat.Build.Dense(PS.xrows, PS.xrows, (i, j) => i == j ? 1 / PS.gain[i, 0] : 0);
        return new(Enumerable.Repeat(dx_dy, X.ColumnCount).ToArray());
    }

    private delegate void Fold(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result);

    // Takes the columns of X one after the other into an N × 1 result.
    private static Mat FoldRows(Mat X, double start, Fold fold)
    {
        var result = Mat.Build.Dense(X.RowCount, 1, start);
        for (int j = 0; j < X.ColumnCount; j++)
            fold(result.Values(), X.Values().AsSpan(j * X.RowCount, X.RowCount), result.Values());
        return result;
    }
}
