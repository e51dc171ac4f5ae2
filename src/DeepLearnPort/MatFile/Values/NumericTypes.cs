using System.Numerics;

namespace DeepLearnPort;

/// <summary>The ten numeric classes as .NET types, and conversions between them that lose nothing unasked.</summary>
internal static class NumericTypes
{
    private static readonly Dictionary<Type, MatClass> Classes = new()
    {
        [typeof(double)] = MatClass.Double,
        [typeof(float)] = MatClass.Single,
        [typeof(sbyte)] = MatClass.Int8,
        [typeof(byte)] = MatClass.UInt8,
        [typeof(short)] = MatClass.Int16,
        [typeof(ushort)] = MatClass.UInt16,
        [typeof(int)] = MatClass.Int32,
        [typeof(uint)] = MatClass.UInt32,
        [typeof(long)] = MatClass.Int64,
        [typeof(ulong)] = MatClass.UInt64,
    };

    public static MatClass ClassOf<T>() => Classes.TryGetValue(typeof(T), out var matClass)
        ? matClass
        : throw new NotSupportedException($"MATLAB has no numeric class for {typeof(T).Name}; use double, float or an integer of 8 to 64 bits");

    /// <summary>All values as <typeparamref name="TTo"/>. Floating point is rounded to what was asked for; integers must be exact.</summary>
    public static TTo[] Convert<T, TTo>(ReadOnlySpan<T> values)
        where T : unmanaged, INumber<T>
        where TTo : unmanaged, INumber<TTo>
    {
        var converted = GC.AllocateUninitializedArray<TTo>(values.Length);
        TensorPrimitives.ConvertTruncating(values, converted);
        if (IsInteger<T>() && MantissaBits<TTo>() < BitWidth<T>()) CheckExact(values, converted);
        return converted;
    }

    private static void CheckExact<T, TTo>(ReadOnlySpan<T> values, ReadOnlySpan<TTo> converted)
        where T : unmanaged, INumber<T>
        where TTo : unmanaged, INumber<TTo>
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (Int128.CreateTruncating(values[i]) != Int128.CreateTruncating(converted[i]))
                throw new InvalidCastException($"the {ClassOf<T>().Name()} {values[i]} has no exact {ClassOf<TTo>().Name()}; TryGetData<{typeof(T).Name}> gives the values as they are");
        }
    }

    public static bool IsInteger<T>() => typeof(T) != typeof(double) && typeof(T) != typeof(float);

    private static unsafe int BitWidth<T>()
        where T : unmanaged => 8 * sizeof(T);

    private static int MantissaBits<T>()
        where T : unmanaged => typeof(T) == typeof(double) ? 53 : typeof(T) == typeof(float) ? 24 : BitWidth<T>();
}
