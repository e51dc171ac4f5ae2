using System.Numerics;

namespace DeepLearnPort;

/// <summary>The head of an element: how its data are stored, how many bytes they take and how many follow to fill up.</summary>
internal readonly record struct Level5Element(MiType Type, long Size, int Padding)
{
    /// <summary>How many numbers the element holds, 0 for one that holds none.</summary>
    public long Count => Type switch
    {
        MiType.Int8 or MiType.UInt8 => Size,
        MiType.Int16 or MiType.UInt16 => Size / sizeof(short),
        MiType.Int32 or MiType.UInt32 or MiType.Single => Size / sizeof(int),
        MiType.Int64 or MiType.UInt64 or MiType.Double => Size / sizeof(long),
        _ => 0,
    };
}

/// <summary>Reads level 5 elements, each of which must end within the array it belongs to.</summary>
internal sealed class Level5Elements(NumberReader numbers)
{
    public const int TagBytes = 8;
    private const int SmallBytes = 4;

    public NumberReader Raw => numbers;

    public ByteSource Source => numbers.Source;

    /// <summary>Reads a tag. In a small element a length of at most 4 shares the first word with the type.</summary>
    /// <param name="end">Where the array ends.</param>
    public Level5Element Next(long end)
    {
        Source.Require(end - Source.Position >= TagBytes, "the array ends where another element of it is due");
        var word = numbers.UInt32();
        Level5Element element;
        if (word >> 16 is var small and not 0)
        {
            Source.Require(small <= SmallBytes, $"small element of {small} bytes; {SmallBytes} are the most");
            element = new((MiType)(word & 0xFFFF), small, SmallBytes - (int)small);
        }
        else
        {
            var size = numbers.UInt32();
            element = new((MiType)word, size, (int)(-size & 7));
        }
        var room = Math.Min(end, Source.Length) - Source.Position;
        Source.Require(element.Size <= room, $"element of {element.Size} bytes where at most {room} can follow");
        return element;
    }

    /// <summary>Moves over what fills an element up; the last one of an array may lack that.</summary>
    public void EndOf(Level5Element element, long end) =>
        Source.TakeUpTo((int)Math.Min(element.Padding, end - Source.Position));

    /// <summary>The bytes of an element: a name, flags.</summary>
    public byte[] Bytes(Level5Element element, long end)
    {
        var bytes = numbers.Bytes(element.Size);
        EndOf(element, end);
        return bytes;
    }

    /// <summary>The values of the next element, which must be numbers, exactly <paramref name="count"/>.</summary>
    public T[] Numbers<T>(long count, long end)
        where T : unmanaged, INumber<T> => Numbers<T>(Next(end), count, end);

    /// <summary>The values of an element, which must be numbers, exactly <paramref name="count"/>.</summary>
    public T[] Numbers<T>(Level5Element element, long count, long end)
        where T : unmanaged, INumber<T>
    {
        var values = numbers.Numbers<T>(element.Type, element.Size, count);
        EndOf(element, end);
        return values;
    }
}
