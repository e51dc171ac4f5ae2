namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>1 with probability x, else 0.</summary>
    /// <param name="x">The probability.</param>
    /// <param name="stream">Drawn from: one uniform; the ambient one when left out.</param>
    /// <returns>0 or 1.</returns>
    /// <remarks>Source: util/rnd.m.</remarks>
    [MatTakes(MatClasses.Logical | MatClasses.Integer | MatClasses.Char)]
    public static double rnd(double x, RandStream? stream = null) => x > rand(stream) ? 1 : 0;

    /// <summary>Which probabilities are above one and the same draw.</summary>
    /// <param name="x">Any shape.</param>
    /// <param name="stream">
    /// Drawn from: one uniform for the whole matrix, as in the original; the ambient one when left out.
    /// </param>
    /// <returns>The same shape, 0 or 1.</returns>
    /// <remarks>Source: util/rnd.m.</remarks>
    /// <exception cref="ArgumentNullException">x is null.</exception>
    [MatTakes(MatClasses.Logical | MatClasses.Integer | MatClasses.Char)]
    public static Mat rnd(Mat x, RandStream? stream = null)
    {
        x = Require.Dense(x, nameof(x));
        double draw = rand(stream);
        return Mat.Build.Dense(x.RowCount, x.ColumnCount, Array.ConvertAll(x.Values(), p => p > draw ? 1.0 : 0));
    }

    /// <inheritdoc cref="rnd(Mat, RandStream?)"/>
    [MatTakes(MatClasses.Logical | MatClasses.Integer | MatClasses.Char)]
    public static Array3 rnd(Array3 x, RandStream? stream = null)
    {
        double draw = rand(stream);
        return Array3.Adopt(x.RowCount, x.ColumnCount, x.PageCount, Array.ConvertAll(x.Values, p => p > draw ? 1.0 : 0));
    }
}
