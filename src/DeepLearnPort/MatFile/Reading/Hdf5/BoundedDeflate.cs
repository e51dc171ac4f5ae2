using System.IO.Compression;
using PureHDF.Filters;

namespace DeepLearnPort;

/// <summary>
/// HDF5's deflate, to no more bytes than a chunk has: PureHDF's own inflates whatever comes, gigabytes of a small file.
/// </summary>
internal sealed class BoundedDeflate : IH5Filter
{
    private const int HeaderBytes = 2;
    // What other filters of the same chunk may add to it, such as a checksum.
    private const int Extra = 1 << 12;

    private readonly DeflateFilter _writing = new();

    public ushort FilterId => _writing.FilterId;

    public string Name => _writing.Name;

    public uint[] GetParameters(uint[] chunkDimensions, uint typeSize, Dictionary<string, object>? options) =>
        _writing.GetParameters(chunkDimensions, typeSize, options);

    public unsafe Memory<byte> Filter(FilterInfo info)
    {
        if (!info.Flags.HasFlag(H5FilterFlags.Decompress))
            return _writing.Filter(info);
        if (info.Buffer.Length < HeaderBytes)
            throw new InvalidDataException("compressed data cut short");
        using var pin = info.Buffer.Pin();
        using var compressed = new UnmanagedMemoryStream((byte*)pin.Pointer + HeaderBytes, info.Buffer.Length - HeaderBytes);
        using var deflate = new DeflateStream(compressed, CompressionMode.Decompress);
        var bytes = new byte[checked(info.ChunkSize + Extra)];
        int read = deflate.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read == bytes.Length)
            throw new InvalidDataException($"compressed data of more than the {info.ChunkSize} bytes of a chunk");
        return bytes.AsMemory(0, read);
    }
}
