namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The logistic function, 1/(1 + exp(-P)), of each element.</summary>
    /// <param name="P">Any shape.</param>
    /// <returns>The same shape, values in [0, 1].</returns>
    /// <remarks>Source: util/sigm.m.</remarks>
    public static Mat sigm(Mat P)
    {
        var X = Mat.Build.Dense(P.RowCount, P.ColumnCount);
        Elementwise.Sigmoid(P.Values(), X.Values());
        return X;
    }

    /// <inheritdoc cref="sigm(Mat)"/>
    public static Array3 sigm(Array3 P) => P.With(values => Elementwise.Sigmoid(values, values));
}
