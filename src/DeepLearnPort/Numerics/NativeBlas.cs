using System.Runtime.InteropServices;

namespace DeepLearnPort;

/// <summary>
/// A system BLAS (OpenBLAS, MKL, …), when the environment variable <c>DEEPLEARNPORT_BLAS</c> gives its path or name. Its results may
/// depend on its number of threads; ours do not.
/// </summary>
internal sealed unsafe class NativeBlas
{
    private const string Variable = "DEEPLEARNPORT_BLAS";
    private const int ColumnMajor = 102, AsIs = 111, Transposed = 112;

    private static readonly string? Name = Environment.GetEnvironmentVariable(Variable);
    private static NativeBlas? _chosen;

    private readonly nint _cblas, _fortran;

    /// <summary>Loads a library by path or name.</summary>
    /// <exception cref="InvalidOperationException">It cannot be loaded, or holds no product of doubles.</exception>
    public NativeBlas(string name)
    {
        nint library;
        try
        {
            library = NativeLibrary.Load(name, typeof(NativeBlas).Assembly, null);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or ArgumentException)
        {
            throw new InvalidOperationException($"{Variable}: the library '{name}' cannot be loaded. Give the path or name of an "
                + $"OpenBLAS or MKL library, or leave {Variable} unset to need none. {e.Message}", e);
        }
        if (!NativeLibrary.TryGetExport(library, "cblas_dgemm", out _cblas)
            && !NativeLibrary.TryGetExport(library, "dgemm_", out _fortran))
            throw new InvalidOperationException($"{Variable}: the library '{name}' has neither 'cblas_dgemm' nor 'dgemm_'.");
    }

    /// <summary>The library the environment asks for; null where it asks for none.</summary>
    /// <exception cref="InvalidOperationException">It cannot be had.</exception>
    public static NativeBlas? Chosen => string.IsNullOrEmpty(Name) ? null : _chosen ??= new NativeBlas(Name);

    /// <summary>C = alpha·op(A)·op(B), or C += …; no size may be 0.</summary>
    public void Multiply(bool transA, bool transB, int m, int n, int k, double alpha, double* a, int lda, double* b, int ldb,
        double* c, int ldc, bool add)
    {
        double beta = add ? 1 : 0;
        if (_cblas != 0)
        {
            var cblas = (delegate* unmanaged<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void>)
                _cblas;
            cblas(ColumnMajor, transA ? Transposed : AsIs, transB ? Transposed : AsIs, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
            return;
        }
        var fortran = (delegate* unmanaged<byte*, byte*, int*, int*, int*, double*, double*, int*, double*, int*, double*, double*, int*, void>)
            _fortran;
        byte opA = (byte)(transA ? 'T' : 'N'), opB = (byte)(transB ? 'T' : 'N');
        fortran(&opA, &opB, &m, &n, &k, &alpha, a, &lda, b, &ldb, &beta, c, &ldc);
    }
}
