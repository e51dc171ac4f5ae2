using System.Buffers.Binary;
using CsCheck;

namespace DeepLearnPort.Tests;

/// <summary>One change to the bytes of a file.</summary>
internal sealed record MatMutation(int Kind, uint Place, uint Value)
{
    /// <summary>Sizes, counts and marks that readers trip over.</summary>
    private static readonly uint[] Telling =
        [0, 1, 2, 3, 4, 7, 8, 14, 15, 16, 99, 127, 128, 255, 256, 0x10005, 0x50001, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF8, 0xFFFFFFFF];

    public static Gen<MatMutation[]> Some { get; } =
        Gen.Select(Gen.Int[0, 9], Gen.UInt, Gen.UInt, (kind, place, value) => new MatMutation(kind, place, value)).Array[1, 3];

    /// <summary>The changed bytes, a new array.</summary>
    public byte[] Apply(byte[] bytes)
    {
        if (bytes.Length < 8) return bytes;
        var at = (int)(Place % (uint)bytes.Length);
        var length = (int)(Value % 64 + 1);
        var end = Math.Min(at + length, bytes.Length);
        var word = at / 4 * 4 % (bytes.Length - 4);
        return Kind switch
        {
            0 => Changed(bytes, b => b[at] ^= (byte)(1 << (int)(Value % 8))),
            1 => Changed(bytes, b => b[at] = (byte)Value),
            2 => Changed(bytes, b => BinaryPrimitives.WriteUInt32LittleEndian(b.AsSpan(word), Telling[Value % (uint)Telling.Length])),
            3 => Changed(bytes, b => BinaryPrimitives.WriteUInt32BigEndian(b.AsSpan(word), Telling[Value % (uint)Telling.Length])),
            4 => Changed(bytes, b => BinaryPrimitives.WriteUInt32LittleEndian(b.AsSpan(word), BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(word)) + Value % 17 - 8)),
            5 => bytes[..at],
            6 => [.. bytes[..at], .. bytes[end..]],
            7 => [.. bytes[..end], .. bytes[at..]],
            8 => [.. bytes[..at], .. new byte[length], .. bytes[at..]],
            _ => Changed(bytes, b => b.AsSpan(at, end - at).Fill((byte)Value)),
        };
    }

    private static byte[] Changed(byte[] bytes, Action<byte[]> change)
    {
        var copy = (byte[])bytes.Clone();
        change(copy);
        return copy;
    }
}
