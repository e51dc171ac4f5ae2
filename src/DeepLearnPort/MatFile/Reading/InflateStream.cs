using System.Buffers.Binary;
using System.IO.Compression;

namespace DeepLearnPort;

/// <summary>
/// Inflates one zlib stream of known length. Unlike <see cref="ZLibStream"/> it takes a stream cut short for an error,
/// whatever is missing, and can be told to leave a wrong checksum alone.
/// </summary>
internal sealed class InflateStream : ForwardStream
{
    private const int HeaderBytes = 2;
    private const int ChecksumBytes = 4;

    /// <summary>Two bits are the shortest code for the longest run, 258 bytes.</summary>
    public const int LargestRatio = 1032;

    /// <summary>Data that inflate to more than this are rare.</summary>
    private const int UsualRatio = 8;

    private readonly ByteSource _source;
    private readonly Compressed _compressed;
    private readonly DeflateStream _deflate;
    private readonly bool _ignoreChecksum;
    private uint _adler = 1;

    public InflateStream(ByteSource source, long length, bool ignoreChecksum)
    {
        _source = source;
        _ignoreChecksum = ignoreChecksum;
        source.Require(length > HeaderBytes + ChecksumBytes, $"compressed element of {length} bytes, too few for a zlib stream");
        var header = BinaryPrimitives.ReadUInt16BigEndian(source.Take(HeaderBytes));
        source.Require((header >> 8 & 15) == 8 && header % 31 == 0 && (header & 0x20) == 0, "compressed element that does not begin as a zlib stream does");
        LargestLength = length * LargestRatio;
        LikelyLength = length * UsualRatio;
        _compressed = new(source, length - HeaderBytes - ChecksumBytes);
        _deflate = new(_compressed, CompressionMode.Decompress);
    }

    /// <summary>More bytes than this cannot come, whatever the compressed data say.</summary>
    public long LargestLength { get; }

    /// <summary>Usually no more bytes than this come.</summary>
    public long LikelyLength { get; }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = _deflate.Read(buffer);
            _adler = Adler32.Append(_adler, buffer[..read]);
            return read;
        }
        catch (InvalidDataException e)
        {
            throw _source.Error("damaged compressed data", e);
        }
    }

    /// <summary>Checks the checksum, once all data have been read.</summary>
    public void Finish()
    {
        _source.Skip(_compressed.Remaining);
        var stored = BinaryPrimitives.ReadUInt32BigEndian(_source.Take(ChecksumBytes));
        _source.Require(_ignoreChecksum || stored == _adler,
            $"wrong zlib checksum: {stored:X8} is stored, the data give {_adler:X8} (MatReadOptions.Lenient reads them all the same)");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _deflate.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The deflated bytes between zlib header and checksum.</summary>
    private sealed class Compressed(ByteSource source, long remaining) : ForwardStream
    {
        public long Remaining { get; private set; } = remaining;

        public override int Read(Span<byte> buffer)
        {
            var read = source.Read(buffer[..(int)Math.Min(buffer.Length, Remaining)]);
            Remaining -= read;
            return read;
        }
    }
}
