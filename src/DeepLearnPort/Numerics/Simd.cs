using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DeepLearnPort;

/// <summary>The few vector operations the kernels are written in, over a vector <typeparamref name="V"/> of doubles.</summary>
internal unsafe interface ISimd<V>
{
    /// <summary>Doubles in one vector.</summary>
    static abstract int Width { get; }
    static abstract V Load(double* p);
    static abstract void Store(V x, double* p);
    static abstract V Broadcast(double x);
    static abstract V Add(V x, V y);
    static abstract V Subtract(V x, V y);
    static abstract V Multiply(V x, V y);
    static abstract V Divide(V x, V y);
    /// <summary>x·y + z, rounded once where the machine can.</summary>
    static abstract V MultiplyAdd(V x, V y, V z);
    /// <summary>The lesser of x and the bound; NaN where x is (the native instructions return their second operand then, or NaN).</summary>
    static abstract V AtMost(V x, V bound);
    /// <summary>The greater of x and the bound; NaN where x is.</summary>
    static abstract V AtLeast(V x, V bound);
    /// <summary>2^n from x = 1.5·2^52 + n + 1023, for n from −1022 to 1023.</summary>
    static abstract V PowerOfTwo(V x);
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
    public static Vector512<double> Add(Vector512<double> x, Vector512<double> y) => x + y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Subtract(Vector512<double> x, Vector512<double> y) => x - y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Multiply(Vector512<double> x, Vector512<double> y) => x * y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Divide(Vector512<double> x, Vector512<double> y) => x / y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MultiplyAdd(Vector512<double> x, Vector512<double> y, Vector512<double> z)
        => Vector512.MultiplyAddEstimate(x, y, z);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> AtMost(Vector512<double> x, Vector512<double> bound) => Vector512.MinNative(bound, x);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> AtLeast(Vector512<double> x, Vector512<double> bound) => Vector512.MaxNative(bound, x);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> PowerOfTwo(Vector512<double> x) => (x.AsInt64() << 52).AsDouble();
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
    public static Vector256<double> Add(Vector256<double> x, Vector256<double> y) => x + y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Subtract(Vector256<double> x, Vector256<double> y) => x - y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Multiply(Vector256<double> x, Vector256<double> y) => x * y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Divide(Vector256<double> x, Vector256<double> y) => x / y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MultiplyAdd(Vector256<double> x, Vector256<double> y, Vector256<double> z)
        => Vector256.MultiplyAddEstimate(x, y, z);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AtMost(Vector256<double> x, Vector256<double> bound) => Vector256.MinNative(bound, x);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AtLeast(Vector256<double> x, Vector256<double> bound) => Vector256.MaxNative(bound, x);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> PowerOfTwo(Vector256<double> x) => (x.AsInt64() << 52).AsDouble();
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
    public static Vector128<double> Add(Vector128<double> x, Vector128<double> y) => x + y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Subtract(Vector128<double> x, Vector128<double> y) => x - y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Multiply(Vector128<double> x, Vector128<double> y) => x * y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Divide(Vector128<double> x, Vector128<double> y) => x / y;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> MultiplyAdd(Vector128<double> x, Vector128<double> y, Vector128<double> z)
        => Vector128.MultiplyAddEstimate(x, y, z);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> AtMost(Vector128<double> x, Vector128<double> bound) => Vector128.MinNative(bound, x);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> AtLeast(Vector128<double> x, Vector128<double> bound) => Vector128.MaxNative(bound, x);
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> PowerOfTwo(Vector128<double> x) => (x.AsInt64() << 52).AsDouble();
}

/// <summary>One double at a time, for machines without vectors.</summary>
internal readonly unsafe struct Simd64 : ISimd<double>
{
    public static int Width => 1;
    public static double Load(double* p) => *p;
    public static void Store(double x, double* p) => *p = x;
    public static double Broadcast(double x) => x;
    public static double Add(double x, double y) => x + y;
    public static double Subtract(double x, double y) => x - y;
    public static double Multiply(double x, double y) => x * y;
    public static double Divide(double x, double y) => x / y;
    public static double MultiplyAdd(double x, double y, double z) => x * y + z;
    public static double AtMost(double x, double bound) => x > bound ? bound : x;
    public static double AtLeast(double x, double bound) => x < bound ? bound : x;
    public static double PowerOfTwo(double x) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) << 52);
}
