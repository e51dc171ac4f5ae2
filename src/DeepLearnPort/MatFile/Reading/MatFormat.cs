using System.Buffers.Binary;

namespace DeepLearnPort;

/// <summary>Tells the kinds of MAT file apart by what they must hold, not by what their text says.</summary>
internal static class MatFormat
{
    private const int HeaderBytes = 128;
    private const int VersionOffset = 124;
    private const int Level5 = 0x0100;

    /// <summary>The variables of any file or stream, from its present position.</summary>
    public static IEnumerable<MatEntry> Entries(Stream stream, string? file, MatReadOptions options)
    {
        var source = ByteSource.Over(stream, file);
        var header = source.Peek(HeaderBytes);
        source.Require(!header.IsEmpty, "the file is empty");
        source.Require(header.Length == HeaderBytes, $"the header is cut short: {header.Length} of {HeaderBytes} bytes");
        var bigEndian = header[VersionOffset + 2] == (byte)'M' && header[VersionOffset + 3] == (byte)'I';
        var littleEndian = header[VersionOffset + 2] == (byte)'I' && header[VersionOffset + 3] == (byte)'M';
        source.Require(bigEndian || littleEndian, "not a MAT file: it has no byte-order mark at byte 126");
        var version = bigEndian
            ? BinaryPrimitives.ReadUInt16BigEndian(header[VersionOffset..])
            : BinaryPrimitives.ReadUInt16LittleEndian(header[VersionOffset..]);
        source.Require(version == Level5, $"MAT file of unknown version 0x{version:X4}");
        source.Skip(HeaderBytes);
        return Level5File.Entries(source, bigEndian, options);
    }
}
