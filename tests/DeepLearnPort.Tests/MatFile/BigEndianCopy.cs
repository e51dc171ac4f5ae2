using System.Buffers.Binary;

namespace DeepLearnPort.Tests;

/// <summary>Turns plain level 5 files, least significant byte first, into what a big-endian machine writes.</summary>
internal static class BigEndianCopy
{
    private const int HeaderBytes = 128, TagBytes = 8, SmallBytes = 4;

    public static byte[] Of(ReadOnlySpan<byte> file)
    {
        var copy = file.ToArray();
        copy.AsSpan(124, 2).Reverse();
        copy.AsSpan(126, 2).Reverse();
        Elements(copy.AsSpan(HeaderBytes));
        return copy;
    }

    private static void Elements(Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var word = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            if (word >> 16 != 0)
            {
                Numbers(bytes[SmallBytes..TagBytes], (MiType)(word & 0xFFFF));
                bytes[..SmallBytes].Reverse();
                bytes = bytes[TagBytes..];
                continue;
            }
            var size = BinaryPrimitives.ReadInt32LittleEndian(bytes[SmallBytes..]);
            var content = bytes.Slice(TagBytes, size);
            if (word == (uint)MiType.Matrix) Elements(content);
            else Numbers(content, (MiType)word);
            bytes[..SmallBytes].Reverse();
            bytes[SmallBytes..TagBytes].Reverse();
            bytes = bytes[Math.Min(bytes.Length, TagBytes + size + (-size & 7))..];
        }
    }

    private static void Numbers(Span<byte> bytes, MiType type)
    {
        var width = type switch
        {
            MiType.Int16 or MiType.UInt16 or MiType.Utf16 => 2,
            MiType.Int32 or MiType.UInt32 or MiType.Single or MiType.Utf32 => 4,
            MiType.Int64 or MiType.UInt64 or MiType.Double => 8,
            _ => 1,
        };
        for (; bytes.Length >= width; bytes = bytes[width..]) bytes[..width].Reverse();
    }
}
