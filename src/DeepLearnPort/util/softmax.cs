namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The toolbox's softmax of each row: exp(3·eta) over its row sum.</summary>
    /// <param name="eta">m × c, samples in rows.</param>
    /// <returns>m × c, rows that sum to 1.</returns>
    /// <remarks>
    /// The factor 3 is the original's, and so is the overflow to NaN of values above 236; the output layer of
    /// <see cref="nnff"/> does not use this function. Draws nothing. Source: util/softmax.m.
    /// </remarks>
    /// <exception cref="ArgumentNullException">eta is null.</exception>
    [MatTakes(MatClasses.Logical | MatClasses.Char)]
    public static Mat softmax(Mat eta)
    {
        eta = Require.Dense(eta, nameof(eta));
        const double c = 3;

        var mu = c * eta;
        OverRowSums(mu.Values(), eta.RowCount);
        return mu;
    }

    /// <summary>The toolbox's softmax of each row of each page.</summary>
    /// <param name="eta">m × c × p.</param>
    /// <returns>m × c × p.</returns>
    /// <remarks>Draws nothing. Source: util/softmax.m.</remarks>
    [MatTakes(MatClasses.Logical | MatClasses.Char)]
    public static Array3 softmax(Array3 eta) => eta.With(values =>
    {
        TensorPrimitives.Multiply(values, 3, values);
        int page = eta.RowCount * eta.ColumnCount;
        for (int from = 0; from < values.Length; from += page)
            OverRowSums(values.AsSpan(from, page), eta.RowCount);
    });

    // exp makes doubles of c*eta, which is an integer.
    [Replayed]
    internal static MatValue softmax([MatTakes(MatClasses.Integer)] MatNumeric eta)
    {
        double[] mu = OfIntegers.After(eta, x => 3 * x);
        int rows = eta.Dimensions[0], page = rows * eta.Dimensions[1];
        for (int from = 0; from < mu.Length; from += page)
            OverRowSums(mu.AsSpan(from, page), rows);
        return MatNumeric.Create(mu, [.. eta.Dimensions]);
    }

    // exp(x) over the sum of its row
    private static void OverRowSums(Span<double> tmp, int m)
    {
        Elementwise.Exp(tmp, tmp);
        var denom = new double[m];
        for (int j = 0; j < tmp.Length; j += m)
            TensorPrimitives.Add(denom, tmp.Slice(j, m), denom);
        for (int j = 0; j < tmp.Length; j += m)
            TensorPrimitives.Divide(tmp.Slice(j, m), denom, tmp.Slice(j, m));
    }
}
