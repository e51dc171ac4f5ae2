namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The logistic function, 1/(1 + exp(-P)), of each element.</summary>
    /// <param name="P">Any shape.</param>
    /// <returns>The same shape, values in [0, 1].</returns>
    /// <remarks>Draws nothing. Source: util/sigm.m.</remarks>
    /// <exception cref="ArgumentNullException">P is null.</exception>
    [MatTakes(MatClasses.Logical | MatClasses.Char)]
    public static Mat sigm(Mat P)
    {
        P = Require.Dense(P, nameof(P));
        var X = Mat.Build.Dense(P.RowCount, P.ColumnCount);
        Elementwise.Sigmoid(P.Values(), X.Values());
        return X;
    }

    /// <inheritdoc cref="sigm(Mat)"/>
    [MatTakes(MatClasses.Logical | MatClasses.Char)]
    public static Array3 sigm(Array3 P) => P.With(values => Elementwise.Sigmoid(values, values));

    // exp makes doubles of -P, which is an integer; MATLAB's own exp refuses integers, Octave's does not.
    [Replayed]
    internal static MatValue sigm([MatTakes(MatClasses.Integer)] MatNumeric P)
    {
        double[] X = OfIntegers.After(P, p => -p);
        TensorPrimitives.Negate<double>(X, X);
        Elementwise.Sigmoid(X, X);
        return MatNumeric.Create(X, [.. P.Dimensions]);
    }
}
