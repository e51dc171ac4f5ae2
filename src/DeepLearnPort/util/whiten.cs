namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Decorrelates the columns and brings them to variance 1 (ZCA whitening).</summary>
    /// <param name="X">m × d, samples in rows.</param>
    /// <param name="fudgefactor">Added to each variance, so that directions without spread do not blow up.</param>
    /// <returns>m × d: (X - mean)·V·diag(1/√(D + fudgefactor))·V', where V·D·V' is the covariance of X.</returns>
    /// <remarks>
    /// Draws nothing. One sample counts as d samples of one variable: MATLAB's <c>cov</c> and <c>mean</c> of a row run along it.
    /// Source: util/whiten.m.
    /// </remarks>
    public static Mat whiten(Mat X, double fudgefactor)
    {
        if (X.RowCount == 1 && X.ColumnCount > 1)
            return whiten(X.Transpose(), fudgefactor).Transpose();

        var M = X.ColumnSums() / X.RowCount;
        var centred = Mat.Build.Dense(X.RowCount, X.ColumnCount, (i, j) => X[i, j] - M[j]);
        var C = centred.TransposeThisAndMultiply(centred) / Math.Max(X.RowCount - 1, 1);
        var evd = C.Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric);
        var V = evd.EigenVectors;
        var P = V * Mat.Build.Diagonal(X.ColumnCount, X.ColumnCount, i => Math.Sqrt(1 / (evd.EigenValues[i].Real + fudgefactor))) * V.Transpose();
        return centred * P;
    }
}
