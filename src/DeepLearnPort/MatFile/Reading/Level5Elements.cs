using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DeepLearnPort;

/// <summary>The head of an element: how its data are stored, how many bytes they take and how many follow to fill up.</summary>
internal readonly record struct Level5Element(MiType Type, long Size, int Padding);

/// <summary>Reads level 5 elements, each of which must end within the array it belongs to.</summary>
internal sealed class Level5Elements(ByteSource source, bool bigEndian, MatReadOptions options)
{
    public const int TagBytes = 8;
    private const int SmallBytes = 4;

    private long _bytesLeft = options.MaxVariableBytes;

    public ByteSource Source => source;

    public uint UInt32() => bigEndian
        ? BinaryPrimitives.ReadUInt32BigEndian(source.Take(4))
        : BinaryPrimitives.ReadUInt32LittleEndian(source.Take(4));

    /// <summary>Reads a tag. In a small element a length of at most 4 shares the first word with the type.</summary>
    /// <param name="end">Where the array ends.</param>
    public Level5Element Next(long end)
    {
        source.Require(end - source.Position >= TagBytes, "the array ends where another element of it is due");
        var word = UInt32();
        Level5Element element;
        if (word >> 16 is var small and not 0)
        {
            source.Require(small <= SmallBytes, $"small element of {small} bytes; {SmallBytes} are the most");
            element = new((MiType)(word & 0xFFFF), small, SmallBytes - (int)small);
        }
        else
        {
            var size = UInt32();
            element = new((MiType)word, size, (int)(-size & 7));
        }
        var room = Math.Min(end, source.Length) - source.Position;
        source.Require(element.Size <= room, $"element of {element.Size} bytes where at most {room} can follow");
        return element;
    }

    /// <summary>Moves over what fills an element up; the last one of an array may lack that.</summary>
    public void EndOf(Level5Element element, long end) =>
        source.SkipUpTo((int)Math.Min(element.Padding, end - source.Position));

    /// <summary>A whole small-sized element as bytes: a name, flags.</summary>
    public byte[] Bytes(Level5Element element, long end)
    {
        var bytes = source.TakeArray<byte>((int)Charge(element.Size, 1));
        EndOf(element, end);
        return bytes;
    }

    /// <summary>The values of a numeric element, which must be exactly <paramref name="count"/>, as <typeparamref name="T"/>.</summary>
    public T[] Numbers<T>(long count, long end)
        where T : unmanaged, INumber<T> => Numbers<T>(Next(end), count, end);

    /// <inheritdoc cref="Numbers{T}(long, long)"/>
    public T[] Numbers<T>(Level5Element element, long count, long end)
        where T : unmanaged, INumber<T>
    {
        var values = element.Type switch
        {
            MiType.Double => Numbers<double, T>(element, count),
            MiType.Single => Numbers<float, T>(element, count),
            MiType.Int8 => Numbers<sbyte, T>(element, count),
            MiType.UInt8 => Numbers<byte, T>(element, count),
            MiType.Int16 => Numbers<short, T>(element, count),
            MiType.UInt16 => Numbers<ushort, T>(element, count),
            MiType.Int32 => Numbers<int, T>(element, count),
            MiType.UInt32 => Numbers<uint, T>(element, count),
            MiType.Int64 => Numbers<long, T>(element, count),
            MiType.UInt64 => Numbers<ulong, T>(element, count),
            _ => throw source.Error($"element of type {(int)element.Type} where numbers are due"),
        };
        EndOf(element, end);
        return values;
    }

    /// <summary>How many numbers an element holds, 0 for one that holds none.</summary>
    public static long CountOf(Level5Element element) => element.Type switch
    {
        MiType.Int8 or MiType.UInt8 => element.Size,
        MiType.Int16 or MiType.UInt16 => element.Size / sizeof(short),
        MiType.Int32 or MiType.UInt32 or MiType.Single => element.Size / sizeof(int),
        MiType.Int64 or MiType.UInt64 or MiType.Double => element.Size / sizeof(long),
        _ => 0,
    };

    /// <summary>Counts memory against the limit for one variable.</summary>
    public long Charge(long count, int bytesEach)
    {
        source.Require(count <= Math.Min(Array.MaxLength, _bytesLeft / bytesEach),
            $"an array of {count} elements goes beyond {nameof(MatReadOptions)}.{nameof(MatReadOptions.MaxVariableBytes)}, {options.MaxVariableBytes} bytes");
        _bytesLeft -= count * bytesEach;
        return count;
    }

    private T[] Numbers<TStored, T>(Level5Element element, long count)
        where TStored : unmanaged, INumber<TStored>
        where T : unmanaged, INumber<T>
    {
        var each = Unsafe.SizeOf<TStored>();
        source.Require(element.Size % each == 0 && element.Size / each == count,
            $"{element.Size} bytes of {NumericTypes.ClassOf<TStored>().Name()} where {count} values are due");
        Charge(count, Unsafe.SizeOf<T>());
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
        Span<byte> swapped = stackalloc byte[bigEndian ? 4096 : 0];
        for (var filled = 0; filled < count;)
        {
            if (filled == values.Length) ByteSource.Grow(ref values, count);
            var most = (long)(values.Length - filled) * each;
            scoped var bytes = source.TakeSome(bigEndian ? Math.Min(most, swapped.Length) : most, each);
            if (bigEndian)
            {
                bytes.CopyTo(swapped);
                Swap(swapped[..bytes.Length], each);
                bytes = swapped[..bytes.Length];
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
        try
        {
            TensorPrimitives.ConvertChecked(stored, values);
        }
        catch (OverflowException e)
        {
            throw source.Error($"a stored {NumericTypes.ClassOf<TStored>().Name()} is no {NumericTypes.ClassOf<T>().Name()}", e);
        }
    }

    private static void Swap(Span<byte> bytes, int each)
    {
        if (each == 1) return;
        if (each == 2) Swap<short>(bytes, BinaryPrimitives.ReverseEndianness);
        else if (each == 4) Swap<int>(bytes, BinaryPrimitives.ReverseEndianness);
        else Swap<long>(bytes, BinaryPrimitives.ReverseEndianness);
    }

    private static void Swap<TWord>(Span<byte> bytes, Reversal<TWord> reverse)
        where TWord : unmanaged
    {
        var words = MemoryMarshal.Cast<byte, TWord>(bytes);
        reverse(words, words);
    }

    private delegate void Reversal<TWord>(ReadOnlySpan<TWord> source, Span<TWord> destination);
}
