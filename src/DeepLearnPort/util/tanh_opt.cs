namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The scaled hyperbolic tangent 1.7159·tanh(2/3·A) of each element.</summary>
    /// <param name="A">Any shape.</param>
    /// <returns>The same shape, values in [-1.7159, 1.7159].</returns>
    /// <remarks>Source: util/tanh_opt.m; LeCun et al., Efficient BackProp, 1998.</remarks>
    public static Mat tanh_opt(Mat A)
    {
        var f = Mat.Build.Dense(A.RowCount, A.ColumnCount);
        Elementwise.TanhOpt(A.Values(), f.Values());
        return f;
    }

    /// <inheritdoc cref="tanh_opt(Mat)"/>
    public static Array3 tanh_opt(Array3 A) => A.With(values => Elementwise.TanhOpt(values, values));
}
