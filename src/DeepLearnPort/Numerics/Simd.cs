using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DeepLearnPort;

/// <summary>The few vector operations the micro-kernel is written in, over a vector <typeparamref name="V"/> of doubles.</summary>
internal unsafe interface ISimd<V>
{
    /// <summary>Doubles in one vector.</summary>
    static abstract int Width { get; }
    static abstract V Load(double* p);
    static abstract void Store(V x, double* p);
    static abstract V Broadcast(double x);
    static abstract V Multiply(V x, V y);
    /// <summary>x·y + z, rounded once where the machine can.</summary>
    static abstract V MultiplyAdd(V x, V y, V z);
}

internal readonly unsafe struct Simd512 : ISimd<Vector512<double>>
{
    public static int Width => 8;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(double* p) => Vector512.Load(p);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> x, double* p) => x.Store(p);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Broadcast(double x) => Vector512.Create(x);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Multiply(Vector512<double> x, Vector512<double> y) => x * y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MultiplyAdd(Vector512<double> x, Vector512<double> y, Vector512<double> z)
        => Vector512.MultiplyAddEstimate(x, y, z);
}

internal readonly unsafe struct Simd256 : ISimd<Vector256<double>>
{
    public static int Width => 4;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(double* p) => Vector256.Load(p);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> x, double* p) => x.Store(p);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Broadcast(double x) => Vector256.Create(x);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Multiply(Vector256<double> x, Vector256<double> y) => x * y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MultiplyAdd(Vector256<double> x, Vector256<double> y, Vector256<double> z)
        => Vector256.MultiplyAddEstimate(x, y, z);
}

internal readonly unsafe struct Simd128 : ISimd<Vector128<double>>
{
    public static int Width => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Load(double* p) => Vector128.Load(p);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<double> x, double* p) => x.Store(p);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Broadcast(double x) => Vector128.Create(x);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Multiply(Vector128<double> x, Vector128<double> y) => x * y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> MultiplyAdd(Vector128<double> x, Vector128<double> y, Vector128<double> z)
        => Vector128.MultiplyAddEstimate(x, y, z);
}

/// <summary>One double at a time, for machines without vectors.</summary>
internal readonly unsafe struct Simd64 : ISimd<double>
{
    public static int Width => 1;
    public static double Load(double* p) => *p;
    public static void Store(double x, double* p) => *p = x;
    public static double Broadcast(double x) => x;
    public static double Multiply(double x, double y) => x * y;
    public static double MultiplyAdd(double x, double y, double z) => x * y + z;
}
