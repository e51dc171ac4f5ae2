using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DeepLearnPort;

/// <summary>Packs the operands of a product into panels and multiplies packed panels, for one kind of vector.</summary>
internal abstract unsafe class Tiles
{
    /// <summary>Rows of the largest tile: the height of a packed panel of A.</summary>
    public abstract int Rows { get; }
    /// <summary>Columns of the largest tile: the width of a packed panel of B.</summary>
    public abstract int Columns { get; }
    /// <summary>Doubles in one vector: a last, lower panel of A is rounded up to it.</summary>
    public abstract int Width { get; }

    /// <summary>
    /// Packs m×k elements of A: (i, p) is read at <c>source[i + p·stride]</c>, or at <c>source[p + i·stride]</c> when
    /// <paramref name="transposed"/>.
    /// </summary>
    public abstract void PackLeft(bool transposed, int m, int k, double* source, nint stride, double* target);

    /// <summary>
    /// Packs k×n elements of B: (p, j) is read at <c>source[p + j·stride]</c>, or at <c>source[j + p·stride]</c> when
    /// <paramref name="transposed"/>.
    /// </summary>
    public abstract void PackRight(bool transposed, int n, int k, double* source, nint stride, double* target);

    /// <summary>c (m×n) = alpha·a·b, or c += …, from <paramref name="a"/> (m×k) and <paramref name="b"/> (k×n) packed.</summary>
    public abstract void Multiply(int m, int n, int k, double* a, double* b, double* c, nint ldc, double alpha, bool add);

    /// <summary>The widest vectors this machine is quick with.</summary>
    public static readonly Tiles Best =
        Vector512.IsHardwareAccelerated ? new Tiles<Simd512, Vector512<double>, N8>()
        : Vector256.IsHardwareAccelerated ? new Tiles<Simd256, Vector256<double>, N4>()
        : Vector128.IsHardwareAccelerated ? new Tiles<Simd128, Vector128<double>, N4>()
        : new Tiles<Simd64, double, N4>();
}

/// <summary>Tiles of three vectors <typeparamref name="V"/> by <typeparamref name="C"/> columns.</summary>
internal sealed unsafe class Tiles<S, V, C> : Tiles
    where S : struct, ISimd<V>
    where C : struct, INumber
{
    // Panels of A that stay in the second-level cache while all panels of B pass by.
    private const int PanelsPerBlock = 6;

    public override int Rows => 3 * S.Width;
    public override int Columns => C.Value;
    public override int Width => S.Width;

    public override void PackLeft(bool transposed, int m, int k, double* source, nint stride, double* target)
        => Packing<S, V>.Pack(transposed, m, k, source, stride, Rows, Width, target);

    public override void PackRight(bool transposed, int n, int k, double* source, nint stride, double* target)
        => Packing<S, V>.Pack(!transposed, n, k, source, stride, Columns, 1, target);

    public override void Multiply(int m, int n, int k, double* a, double* b, double* c, nint ldc, double alpha, bool add)
    {
        int blockRows = PanelsPerBlock * Rows;
        for (int block = 0; block < m; block += blockRows)
        {
            int end = Math.Min(m, block + blockRows);
            for (int j = 0; j < n; j += C.Value)
                for (int i = block; i < end; i += Rows)
                    Tile(Math.Min(Rows, end - i), Math.Min(C.Value, n - j), k, a + (nint)i * k, b + (nint)j * k,
                        c + i + j * ldc, ldc, alpha, add);
        }
    }

    private static void Tile(int rows, int columns, int k, double* a, double* b, double* c, nint ldc, double alpha, bool add)
    {
        int vectors = (rows + S.Width - 1) / S.Width;
        if (rows == vectors * S.Width)
            Vectors(vectors, columns, k, a, b, c, ldc, alpha, add);
        else
            PartTile(rows, vectors, columns, k, a, b, c, ldc, alpha, add);
    }

    // The last vector of the tile is only partly inside C: by way of a tile of its own.
    [SkipLocalsInit]
    private static void PartTile(int rows, int vectors, int columns, int k, double* a, double* b, double* c, nint ldc,
        double alpha, bool add)
    {
        double* tile = stackalloc double[24 * 8];
        int height = vectors * S.Width;
        Vectors(vectors, columns, k, a, b, tile, height, alpha, false);
        for (int j = 0; j < columns; j++)
            for (int i = 0; i < rows; i++)
                c[i + j * ldc] = add ? c[i + j * ldc] + tile[i + j * height] : tile[i + j * height];
    }

    private static void Vectors(int vectors, int columns, int k, double* a, double* b, double* c, nint ldc, double alpha, bool add)
    {
        switch (vectors)
        {
            case 1: Wide<N1>(columns, k, a, b, c, ldc, alpha, add); break;
            case 2: Wide<N2>(columns, k, a, b, c, ldc, alpha, add); break;
            default: Wide<N3>(columns, k, a, b, c, ldc, alpha, add); break;
        }
    }

    private static void Wide<R>(int columns, int k, double* a, double* b, double* c, nint ldc, double alpha, bool add)
        where R : struct, INumber
    {
        switch (columns)
        {
            case 1: MicroKernel<S, V, R, N1>.Run(k, a, b, c, ldc, alpha, add); break;
            case 2: MicroKernel<S, V, R, N2>.Run(k, a, b, c, ldc, alpha, add); break;
            case 3: MicroKernel<S, V, R, N3>.Run(k, a, b, c, ldc, alpha, add); break;
            case 4: MicroKernel<S, V, R, N4>.Run(k, a, b, c, ldc, alpha, add); break;
            case 5: MicroKernel<S, V, R, N5>.Run(k, a, b, c, ldc, alpha, add); break;
            case 6: MicroKernel<S, V, R, N6>.Run(k, a, b, c, ldc, alpha, add); break;
            case 7: MicroKernel<S, V, R, N7>.Run(k, a, b, c, ldc, alpha, add); break;
            default: MicroKernel<S, V, R, N8>.Run(k, a, b, c, ldc, alpha, add); break;
        }
    }
}
