using System.Buffers.Binary;

namespace DeepLearnPort;

/// <summary>Tells the kinds of MAT file apart by what they must hold, not by what their text says.</summary>
internal static class MatFormat
{
    private const int HeaderBytes = 128;
    private const int VersionOffset = 124;
    private const int Level5 = 0x0100;
    private const int Hdf5 = 0x0200;

    /// <summary>The variables of any file or stream, from its present position.</summary>
    /// <param name="stream">The file or stream.</param>
    /// <param name="file">The file's name for messages; null for a stream.</param>
    /// <param name="options">Strictness and limits.</param>
    /// <param name="keeps">Whether the values that are read are kept, so that they add up.</param>
    public static IEnumerable<MatEntry> Entries(Stream stream, string? file, MatReadOptions options, bool keeps)
    {
        var source = ByteSource.Over(stream, file);
        var allowance = new MatAllowance(source.Errors, options, keeps);
        var header = source.Peek(HeaderBytes);
        source.Require(!header.IsEmpty, "the file is empty");
        // The text of later versions never has a zero among its first four bytes, the first word of version 4 always.
        if (header[..Math.Min(4, header.Length)].Contains((byte)0)) return Level4File.Entries(source, options, allowance);
        source.Require(header.Length == HeaderBytes, $"the header is cut short: {header.Length} of {HeaderBytes} bytes");
        var bigEndian = header[VersionOffset + 2] == (byte)'M' && header[VersionOffset + 3] == (byte)'I';
        var littleEndian = header[VersionOffset + 2] == (byte)'I' && header[VersionOffset + 3] == (byte)'M';
        source.Require(bigEndian || littleEndian, "not a MAT file: it has no byte-order mark at byte 126");
        var version = bigEndian
            ? BinaryPrimitives.ReadUInt16BigEndian(header[VersionOffset..])
            : BinaryPrimitives.ReadUInt16LittleEndian(header[VersionOffset..]);
        if (version == Hdf5) return Hdf5File.Entries(stream, source, options, allowance);
        source.Require(version == Level5, $"MAT file of unknown version 0x{version:X4}");
        source.Skip(HeaderBytes);
        return Level5File.Entries(source, bigEndian, options, allowance);
    }
}
