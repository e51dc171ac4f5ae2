using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DeepLearnPort;

/// <summary>Reads stored numbers of either byte order as arrays of the type that their class needs, within the limit for one variable.</summary>
internal sealed class NumberReader(ByteSource source, bool bigEndian, MatReadOptions options, MatAllowance allowance)
{
    private const int SwapBytes = 4096;

    public ByteSource Source => source;

    public MatReadOptions Options => options;

    public MatAllowance Allowance => allowance;

    public uint UInt32() => bigEndian
        ? BinaryPrimitives.ReadUInt32BigEndian(source.Take(sizeof(uint)))
        : BinaryPrimitives.ReadUInt32LittleEndian(source.Take(sizeof(uint)));

    /// <summary>Bytes as they are.</summary>
    public byte[] Bytes(long count)
    {
        allowance.Array(count, sizeof(byte));
        return source.TakeArray<byte>((int)count);
    }

    /// <summary>The <paramref name="count"/> numbers that take <paramref name="bytes"/> bytes as <paramref name="stored"/>.</summary>
    public T[] Numbers<T>(MiType stored, long bytes, long count)
        where T : unmanaged, INumber<T> => stored switch
        {
            MiType.Double => Numbers<double, T>(bytes, count),
            MiType.Single => Numbers<float, T>(bytes, count),
            MiType.Int8 => Numbers<sbyte, T>(bytes, count),
            MiType.UInt8 => Numbers<byte, T>(bytes, count),
            MiType.Int16 => Numbers<short, T>(bytes, count),
            MiType.UInt16 => Numbers<ushort, T>(bytes, count),
            MiType.Int32 => Numbers<int, T>(bytes, count),
            MiType.UInt32 => Numbers<uint, T>(bytes, count),
            MiType.Int64 => Numbers<long, T>(bytes, count),
            MiType.UInt64 => Numbers<ulong, T>(bytes, count),
            _ => throw source.Error($"element of type {(int)stored} where numbers are due"),
        };

    private T[] Numbers<TStored, T>(long bytes, long count)
        where TStored : unmanaged, INumber<TStored>
        where T : unmanaged, INumber<T>
    {
        var each = Unsafe.SizeOf<TStored>();
        source.Require(bytes % each == 0 && bytes / each == count,
            $"{bytes} bytes of {NumericTypes.ClassOf<TStored>().Name()} where {count} values are due");
        if (count == 0) return [];
        allowance.Array(count, Unsafe.SizeOf<T>());
        if (typeof(T) != typeof(TStored)) return Widen<TStored, T>((int)count);
        var values = source.TakeArray<T>((int)count);
        if (bigEndian) Swap(MemoryMarshal.AsBytes(values.AsSpan()), each);
        return values;
    }

    /// <summary>MATLAB stores numbers in the smallest type that holds them all; the class says what they are.</summary>
    private T[] Widen<TStored, T>(int count)
        where TStored : unmanaged, INumber<TStored>
        where T : unmanaged, INumber<T>
    {
        var each = Unsafe.SizeOf<TStored>();
        var values = source.NewArray<T>(count);
        Span<byte> swapped = stackalloc byte[bigEndian ? SwapBytes : 0];
        for (var filled = 0; filled < count;)
        {
            if (filled == values.Length) ByteSource.Grow(ref values, count);
            var most = (long)(values.Length - filled) * each;
            scoped var bytes = source.TakeSome(bigEndian ? Math.Min(most, SwapBytes) : most, each);
            if (bigEndian)
            {
                bytes.CopyTo(swapped);
                bytes = swapped[..bytes.Length];
                Swap(swapped[..bytes.Length], each);
            }
            var stored = MemoryMarshal.Cast<byte, TStored>(bytes);
            Convert(stored, values.AsSpan(filled, stored.Length));
            filled += stored.Length;
        }
        return values;
    }

    private void Convert<TStored, T>(ReadOnlySpan<TStored> stored, Span<T> values)
        where TStored : unmanaged, INumber<TStored>
        where T : unmanaged, INumber<T>
    {
        if (!NumericTypes.IsInteger<T>())
        {
            TensorPrimitives.ConvertTruncating(stored, values);
            return;
        }
        TensorPrimitives.ConvertSaturating(stored, values);
        for (var i = 0; i < stored.Length; i++)
        {
            source.Require(TStored.CreateSaturating(values[i]) == stored[i],
                $"{stored[i]} stored as {NumericTypes.ClassOf<TStored>().Name()} is no {NumericTypes.ClassOf<T>().Name()}");
        }
    }

    private static void Swap(Span<byte> bytes, int each)
    {
        if (each == sizeof(short)) Swap<short>(bytes, BinaryPrimitives.ReverseEndianness);
        if (each == sizeof(int)) Swap<int>(bytes, BinaryPrimitives.ReverseEndianness);
        if (each == sizeof(long)) Swap<long>(bytes, BinaryPrimitives.ReverseEndianness);
    }

    private static void Swap<TWord>(Span<byte> bytes, Reversal<TWord> reverse)
        where TWord : unmanaged
    {
        var words = MemoryMarshal.Cast<byte, TWord>(bytes);
        reverse(words, words);
    }

    private delegate void Reversal<TWord>(ReadOnlySpan<TWord> source, Span<TWord> destination);
}
