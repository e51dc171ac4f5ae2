namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Draws each element: 1 with probability <see cref="sigm(Mat)"/>(P), else 0.</summary>
    /// <param name="P">Any shape.</param>
    /// <param name="stream">Drawn from: one uniform for each element, column by column; the ambient one when left out.</param>
    /// <returns>The same shape, 0 or 1.</returns>
    /// <remarks>Source: util/sigmrnd.m.</remarks>
    /// <exception cref="ArgumentNullException">P is null.</exception>
    [MatTakes(MatClasses.Logical | MatClasses.Char)]
    public static Mat sigmrnd(Mat P, RandStream? stream = null)
    {
        var X = sigm(P);
        Passes.Above(rand(X.RowCount, X.ColumnCount, stream).Values(), X.Values());
        return X;
    }

    /// <inheritdoc cref="sigmrnd(Mat, RandStream?)"/>
    [MatTakes(MatClasses.Logical | MatClasses.Char)]
    public static Array3 sigmrnd(Array3 P, RandStream? stream = null)
    {
        var draws = rand(P.RowCount, P.ColumnCount, P.PageCount, stream);
        return sigm(P).With(values => Passes.Above(draws.Values, values));
    }

    [Replayed]
    internal static MatValue sigmrnd([MatTakes(MatClasses.Integer)] MatNumeric P, RandStream? stream = null)
    {
        double[] X = sigm(P) is MatNumeric<double> probabilities ? probabilities.AsDoubles() : [], draws = new double[X.Length];
        (stream ?? RandStream.Global).Rand(draws);
        Passes.Above(draws, X);
        return MatNumeric.Create(X, [.. P.Dimensions]);
    }
}
