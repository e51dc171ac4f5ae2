namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Draws each element: 1 with probability <see cref="sigm(Mat)"/>(P), else 0.</summary>
    /// <param name="P">Any shape.</param>
    /// <param name="stream">Drawn from: one uniform for each element, column by column; the ambient one when left out.</param>
    /// <returns>The same shape, 0 or 1.</returns>
    /// <remarks>Source: util/sigmrnd.m.</remarks>
    public static Mat sigmrnd(Mat P, RandStream? stream = null)
    {
        var X = sigm(P);
        Passes.Above(rand(P.RowCount, P.ColumnCount, stream).Values(), X.Values());
        return X;
    }
}
