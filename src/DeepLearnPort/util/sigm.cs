namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The logistic function, 1/(1 + exp(-P)), of each element.</summary>
    /// <param name="P">Any shape.</param>
    /// <returns>The same shape, values in [0, 1].</returns>
    /// <remarks>Source: util/sigm.m.</remarks>
    [MatTakes(MatClasses.Logical)]
    public static Mat sigm(Mat P)
    {
        var X = Mat.Build.Dense(P.RowCount, P.ColumnCount);
        Elementwise.Sigmoid(P.Values(), X.Values());
        return X;
    }

    /// <inheritdoc cref="sigm(Mat)"/>
    [MatTakes(MatClasses.Logical)]
    public static Array3 sigm(Array3 P) => P.With(values => Elementwise.Sigmoid(values, values));

    // Of integers: -P keeps their class, so it ends at the class's limits (0, where there is no sign); what exp makes of it is double.
    [Replayed]
    internal static MatValue sigm([MatTakes(MatClasses.Integer)] MatNumeric P)
    {
        double[] X = ClassOfResult.Doubles(ClassOfResult.Cast(MatNumeric.Create(Array.ConvertAll(P.AsDoubles(), p => -p), [.. P.Dimensions]), P.Class));
        TensorPrimitives.Negate<double>(X, X);
        Elementwise.Sigmoid(X, X);
        return MatNumeric.Create(X, [.. P.Dimensions]);
    }
}
