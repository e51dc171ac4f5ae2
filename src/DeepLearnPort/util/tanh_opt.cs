namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The scaled hyperbolic tangent 1.7159·tanh(2/3·A) of each element.</summary>
    /// <param name="A">Any shape.</param>
    /// <returns>The same shape, values in [-1.7159, 1.7159].</returns>
    /// <remarks>Draws nothing. Source: util/tanh_opt.m; LeCun et al., Efficient BackProp, 1998.</remarks>
    /// <exception cref="ArgumentNullException">A is null.</exception>
    [MatTakes(MatClasses.Logical | MatClasses.Char)]
    public static Mat tanh_opt(Mat A)
    {
        A = Require.Dense(A, nameof(A));
        var f = Mat.Build.Dense(A.RowCount, A.ColumnCount);
        Elementwise.TanhOpt(A.Values(), f.Values());
        return f;
    }

    /// <inheritdoc cref="tanh_opt(Mat)"/>
    [MatTakes(MatClasses.Logical | MatClasses.Char)]
    public static Array3 tanh_opt(Array3 A) => A.With(values => Elementwise.TanhOpt(values, values));

    // tanh makes doubles of 2/3.*A, which is an integer.
    [Replayed]
    internal static MatValue tanh_opt([MatTakes(MatClasses.Integer)] MatNumeric A) =>
        MatNumeric.Create(Array.ConvertAll(OfIntegers.After(A, a => 2.0 / 3 * a), a => 1.7159 * Math.Tanh(a)), [.. A.Dimensions]);
}
