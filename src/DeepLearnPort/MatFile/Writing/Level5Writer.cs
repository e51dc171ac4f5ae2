using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DeepLearnPort;

/// <summary>Writes level 5 files, little endian. All names and sizes are checked before the first byte is written.</summary>
internal sealed class Level5Writer
{
    private const int HeaderBytes = 128;
    private const int TextBytes = 116;
    private const int BufferBytes = 1 << 16;

    private readonly MatWriteOptions _options;
    private readonly List<Level5Output> _variables = [];

    public Level5Writer(string? file, IEnumerable<KeyValuePair<string, MatValue>> variables, MatWriteOptions options)
    {
        _options = options;
        var errors = new MatErrors(file);
        var names = new HashSet<string>();
        foreach (var (name, value) in variables)
        {
            errors.Variable = name;
            errors.Require(name is not null, "a variable's name is null");
            errors.Require(value is not null, "the variable has no value: null; MATLAB's [] is MatNumeric.Empty");
            errors.Require(MatNames.IsValid(name), MatNames.Requirement(name, "variable"));
            errors.Require(names.Add(name), "two variables have this name");
            _variables.Add(new(errors, name, value));
        }
    }

    /// <summary>Writes the whole file from the stream's present position.</summary>
    public void Write(Stream stream)
    {
        if (!stream.CanSeek)
        {
            using var buffer = new MemoryStream();
            Write(buffer);
            buffer.WriteTo(stream);
            return;
        }
        WriteHeader(stream);
        foreach (var variable in _variables)
        {
            if (_options.Compressed) WriteCompressed(stream, variable);
            else variable.Write(stream);
        }
    }

    private static void WriteHeader(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        header[..TextBytes].Fill((byte)' ');
        header[TextBytes..].Clear();
        Encoding.ASCII.GetBytes("MATLAB 5.0 MAT-file, written by DeepLearnPort", header);
        BinaryPrimitives.WriteUInt16LittleEndian(header[124..], 0x0100);
        "IM"u8.CopyTo(header[126..]);
        stream.Write(header);
    }

    /// <summary>The length comes before the data and is known after them.</summary>
    private static void WriteCompressed(Stream stream, Level5Output variable)
    {
        var start = stream.Position;
        Span<byte> tag = stackalloc byte[8];
        tag.Clear();
        stream.Write(tag);
        using (var zlib = new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        using (var buffered = new BufferedStream(zlib, BufferBytes))
        {
            variable.Write(buffered);
        }
        var end = stream.Position;
        BinaryPrimitives.WriteInt32LittleEndian(tag, (int)MiType.Compressed);
        BinaryPrimitives.WriteUInt32LittleEndian(tag[4..], checked((uint)(end - start - 8)));
        stream.Position = start;
        stream.Write(tag);
        stream.Position = end;
    }
}
