using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DeepLearnPort.Tests;

/// <summary>Makes level 5 files byte by byte, right ones and wrong ones.</summary>
internal static class Level5Bytes
{
    public const int MiInt8 = 1, MiUInt8 = 2, MiUInt16 = 4, MiInt32 = 5, MiUInt32 = 6, MiDouble = 9, MiMatrix = 14, MiCompressed = 15, MiUtf8 = 16;

    public static byte[] File(params byte[][] elements)
    {
        var header = new byte[128];
        Encoding.ASCII.GetBytes("MATLAB 5.0 MAT-file, made for a test".PadRight(116), header);
        header[125] = 1;
        "IM"u8.CopyTo(header.AsSpan(126));
        return [.. header, .. elements.SelectMany(e => e)];
    }

    /// <summary>An element with its tag, filled up to a multiple of 8 bytes.</summary>
    /// <param name="type">How the data are stored.</param>
    /// <param name="data">The data.</param>
    /// <param name="claim">The size in the tag, if it is not that of the data.</param>
    public static byte[] Element(int type, byte[] data, uint? claim = null) =>
        [.. Tag(type, claim ?? (uint)data.Length), .. data, .. new byte[-data.Length & 7]];

    /// <summary>A variable or nested array.</summary>
    /// <param name="flags">Class and flags.</param>
    /// <param name="dimensions">The size.</param>
    /// <param name="name">The name.</param>
    /// <param name="parts">The elements that follow.</param>
    public static byte[] Array(uint flags, int[] dimensions, string name, params byte[][] parts) =>
        Element(MiMatrix, [.. Element(MiUInt32, Words(flags, 0)), .. Element(MiInt32, Words([.. dimensions.Select(d => (uint)d)])),
            .. Element(MiInt8, Encoding.UTF8.GetBytes(name)), .. parts.SelectMany(p => p)]);

    public static byte[] Scalar(string name, double value) => Array(6, [1, 1], name, Doubles(value));

    public static byte[] Doubles(params double[] values) => Element(MiDouble, [.. values.SelectMany(BitConverter.GetBytes)]);

    public static byte[] Ints(params int[] values) => Element(MiInt32, Words([.. values.Select(v => (uint)v)]));

    /// <summary>A compressed element, which nothing fills up.</summary>
    public static byte[] Zip(params byte[][] content)
    {
        var zipped = Zlib([.. content.SelectMany(c => c)]);
        return [.. Tag(MiCompressed, (uint)zipped.Length), .. zipped];
    }

    public static byte[] Zlib(byte[] content)
    {
        var zipped = new MemoryStream();
        using (var zlib = new ZLibStream(zipped, CompressionLevel.Optimal)) zlib.Write(content);
        return zipped.ToArray();
    }

    public static byte[] Tag(int type, uint size) => Words((uint)type, size);

    public static byte[] Words(params uint[] words)
    {
        var bytes = new byte[4 * words.Length];
        for (var i = 0; i < words.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * i), words[i]);
        return bytes;
    }
}
