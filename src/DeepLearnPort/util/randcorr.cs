using MathNet.Numerics;

namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Draws vectors whose elements are uniform on (0, 1) and correlated.</summary>
    /// <param name="n">How many vectors.</param>
    /// <param name="R">k × k, the wanted correlations, symmetric with ones on the diagonal.</param>
    /// <param name="stream">Drawn from: n·k normals, column by column; the ambient one when left out.</param>
    /// <returns>n × k, one vector in each row.</returns>
    /// <remarks>Source: util/randcorr.m.</remarks>
    /// <exception cref="ArgumentException">R is not square, or no such correlations exist (2·sin(π/6·R) is not positive definite).</exception>
    public static Mat randcorr(int n, Mat R, RandStream? stream = null)
    {
        int k = R.RowCount;
        Require.Columns(R, k, nameof(R), "as many as rows");
        R = R.Map(r => 2 * Math.Sin(Math.PI / 6 * r), MathNet.Numerics.LinearAlgebra.Zeros.Include);
        Mat chol;
        try
        {
            chol = R.Cholesky().Factor.Transpose();
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException("R must be a correlation matrix: 2·sin(π/6·R) must be positive definite, and is not", nameof(R), e);
        }
        var x = randn(n, k, stream) * chol;
        return x.Map(z => SpecialFunctions.Erfc(-z / Constants.Sqrt2) / 2, MathNet.Numerics.LinearAlgebra.Zeros.Include); // normcdf
    }
}
