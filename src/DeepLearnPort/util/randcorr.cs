using MathNet.Numerics;

namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Draws vectors whose elements are uniform on (0, 1) and correlated.</summary>
    /// <param name="n">How many vectors; negative counts as 0.</param>
    /// <param name="R">k × k, the wanted correlations, with ones on the diagonal; what is below the diagonal is not used.</param>
    /// <param name="stream">Drawn from: n·k normals, column by column; the ambient one when left out.</param>
    /// <returns>n × k, one vector in each row.</returns>
    /// <remarks>Source: util/randcorr.m.</remarks>
    /// <exception cref="ArgumentNullException">R is null.</exception>
    /// <exception cref="ArgumentException">
    /// R is not square, or no such correlations exist (2·sin(π/6·R) is not positive definite).
    /// </exception>
    public static Mat randcorr([MatTakes(MatClasses.Integer | MatClasses.Logical)] int n, Mat R, RandStream? stream = null)
    {
        R = Require.Dense(R, nameof(R));
        int k = R.RowCount;
        Require.Columns(R, k, nameof(R), "as many as rows");
        R = Mat.Build.Dense(k, k, (i, j) => 2 * Math.Sin(Math.PI / 6 * R[Math.Min(i, j), Math.Max(i, j)]));
        Mat chol;
        try
        {
            chol = k == 0 ? R : R.Cholesky().Factor.Transpose();
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException(
                "R must be a correlation matrix: 2·sin(π/6·R) must be positive definite, and is not", nameof(R), e);
        }
        var x = randn(n, k, stream) * chol;
        // normcdf
        return x.Map(z => SpecialFunctions.Erfc(-z / Constants.Sqrt2) / 2, MathNet.Numerics.LinearAlgebra.Zeros.Include);
    }
}
