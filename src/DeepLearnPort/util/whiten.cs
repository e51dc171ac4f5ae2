namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Decorrelates the columns and brings them to variance 1 (ZCA whitening).</summary>
    /// <param name="X">m × d, samples in rows.</param>
    /// <param name="fudgefactor">Added to each variance, so that directions without spread do not blow up.</param>
    /// <returns>m × d: (X - mean)·V·diag(1/√(D + fudgefactor))·V', where V·D·V' is the covariance of X.</returns>
    /// <remarks>
    /// Draws nothing. One sample counts as d samples of one variable: MATLAB's <c>cov</c> and <c>mean</c> of a row run along it.
    /// The covariance of one number is 0, whatever it is. Source: util/whiten.m.
    /// </remarks>
    /// <exception cref="ArgumentNullException">X is null.</exception>
    /// <exception cref="ArgumentException">
    /// The covariance is not finite, or one of its eigenvalues with fudgefactor is negative: MATLAB's result is complex then.
    /// </exception>
    [MatTakes(MatClasses.Logical)]
    public static Mat whiten(Mat X, double fudgefactor)
    {
        X = Require.Dense(X, nameof(X));
        if (X.RowCount == 1 && X.ColumnCount != 1)
            return whiten(X.Transpose(), fudgefactor).Transpose();

        var (m, d) = (X.RowCount, X.ColumnCount);
        var M = new double[d];
        for (int j = 0; j < d; j++)
            M[j] = InOrder.Mean(X.Values().AsSpan(j * m, m));
        var centred = Mat.Build.Dense(m, d, (i, j) => X[i, j] - M[j]);
        if (d == 0)
            return centred;
        var C = m == 1 ? Mat.Build.Dense(1, 1) : centred.TransposeThisAndMultiply(centred) / Math.Max(m - 1, 1);
        if (!C.ForAll(double.IsFinite))
            throw new ArgumentException(
                "X must be finite, and its covariance too: MATLAB's eig takes no Inf or NaN either", nameof(X));
        return centred * Whitening(C, fudgefactor);
    }

    // V * diag(sqrt(1./(diag(D) + fudgefactor))) * V'
    private static Mat Whitening(Mat C, double fudgefactor)
    {
        var evd = C.Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric);
        var variances = evd.EigenValues.Map(value => value.Real) + fudgefactor;
        if (variances.Minimum() < 0)
            throw new ArgumentException(Invariant(
                $"fudgefactor must make the variances positive: the smallest is {variances.Minimum()} with it, whose root is complex"),
                nameof(fudgefactor));
        var V = evd.EigenVectors;
        return V * Mat.Build.Diagonal([.. variances.Select(variance => Math.Sqrt(1 / variance))]) * V.Transpose();
    }
}
