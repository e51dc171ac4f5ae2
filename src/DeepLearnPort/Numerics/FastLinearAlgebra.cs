using MathNet.Numerics.Providers.LinearAlgebra;

namespace DeepLearnPort;

/// <summary>
/// The library's matrix product for all of MathNet. The toolbox's own functions always use it; <c>A * B</c> in your code is MathNet's and
/// many times slower until you call <see cref="Use"/>. It is a setting of the whole process, so no library changes it unasked.
/// </summary>
/// <remarks>
/// All cores are used, or as many as the environment variable <c>DEEPLEARNPORT_THREADS</c> says, from 1 to 1024; the bits of a
/// result do not depend on it. <c>DEEPLEARNPORT_BLAS</c> may give the path or name of a system BLAS (OpenBLAS, MKL) to use instead; none is needed.
/// </remarks>
public static class FastLinearAlgebra
{
    /// <summary>
    /// Makes <c>Matrix&lt;double&gt;</c> products use this library's, in the whole process; all else stays MathNet's managed code.
    /// <c>MathNet.Numerics.Control.UseManaged()</c> takes it back.
    /// </summary>
    /// <exception cref="InvalidOperationException">One of the environment variables is set to what cannot be.</exception>
    public static void Use()
    {
        CheckEnvironment();
        LinearAlgebraControl.Provider = FastProvider.Instance;
    }

    /// <summary>
    /// The environment variables are as they can be, which every product and every pass asks too: before work is handed to a
    /// thread where nobody catches what they would say.
    /// </summary>
    /// <exception cref="InvalidOperationException">One of them is not.</exception>
    internal static void CheckEnvironment()
    {
        _ = WorkPool.Threads;
        _ = NativeBlas.Chosen;
    }
}
