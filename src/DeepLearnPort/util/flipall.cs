namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Turns a matrix round: rows and columns in reverse order.</summary>
    /// <param name="X">m × n.</param>
    /// <returns>m × n.</returns>
    /// <remarks>Draws nothing. Source: util/flipall.m.</remarks>
    /// <exception cref="ArgumentNullException">X is null.</exception>
    [MatClassOf(nameof(X))]
    public static Mat flipall(Mat X)
    {
        X = Require.Dense(X, nameof(X));
        return Mat.Build.Dense(X.RowCount, X.ColumnCount, Reversed(X.Values()));
    }

    /// <summary>Turns a 3-D array round: rows, columns and pages in reverse order.</summary>
    /// <param name="X">h × w × m.</param>
    /// <returns>h × w × m.</returns>
    /// <remarks>Draws nothing. Source: util/flipall.m.</remarks>
    [MatClassOf(nameof(X))]
    public static Array3 flipall(Array3 X) => Array3.Adopt(X.RowCount, X.ColumnCount, X.PageCount, Reversed(X.Values));

    private static double[] Reversed(double[] values)
    {
        double[] reversed = [.. values];
        Array.Reverse(reversed);
        return reversed;
    }
}
