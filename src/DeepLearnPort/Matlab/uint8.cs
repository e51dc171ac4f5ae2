using MathNet.Numerics.LinearAlgebra;

namespace DeepLearnPort;

public static partial class Matlab
{
    /// <summary>What MATLAB's <c>uint8</c> makes of the numbers: rounded (halves away from 0) and kept within 0..255; NaN gives 0.</summary>
    /// <param name="x">m × n.</param>
    /// <returns>m × n. Matrices hold doubles here, so there is no <c>double(x)</c> to turn them back.</returns>
    public static Mat uint8(Mat x) => x.Map(
        value => double.IsNaN(value) ? 0 : Math.Clamp(Math.Round(value, MidpointRounding.AwayFromZero), 0, 255) + 0.0, Zeros.Include);
}
