namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The toolbox's softmax of each row: exp(3·eta) over its row sum.</summary>
    /// <param name="eta">m × c, samples in rows.</param>
    /// <returns>m × c, rows that sum to 1.</returns>
    /// <remarks>
    /// The factor 3 is the original's, and so is the overflow to NaN of values above 236; the output layer of
    /// <see cref="nnff"/> does not use this function. Source: util/softmax.m.
    /// </remarks>
    public static Mat softmax(Mat eta)
    {
        const double c = 3;

        int m = eta.RowCount;
        var mu = eta * c;
        var tmp = mu.Values().AsSpan();
        Elementwise.Exp(tmp, tmp);
        var denom = new double[m];
        for (int j = 0; j < tmp.Length; j += m)
            TensorPrimitives.Add(denom, tmp.Slice(j, m), denom);
        for (int j = 0; j < tmp.Length; j += m)
            TensorPrimitives.Divide(tmp.Slice(j, m), denom, tmp.Slice(j, m));
        return mu;
    }
}
