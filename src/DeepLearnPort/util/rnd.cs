namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>1 with probability x, else 0.</summary>
    /// <param name="x">The probability.</param>
    /// <param name="stream">Drawn from: one uniform; the ambient one when left out.</param>
    /// <returns>0 or 1.</returns>
    /// <remarks>Source: util/rnd.m.</remarks>
    public static double rnd(double x, RandStream? stream = null) => x > rand(stream) ? 1 : 0;

    /// <summary>Which probabilities are above one and the same draw.</summary>
    /// <param name="x">Any shape.</param>
    /// <param name="stream">Drawn from: one uniform for the whole matrix, as in the original; the ambient one when left out.</param>
    /// <returns>The same shape, 0 or 1.</returns>
    /// <remarks>Source: util/rnd.m.</remarks>
    public static Mat rnd(Mat x, RandStream? stream = null)
    {
        double draw = rand(stream);
        return x.Map(p => p > draw ? 1.0 : 0, MathNet.Numerics.LinearAlgebra.Zeros.Include);
    }
}
