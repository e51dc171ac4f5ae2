using System.Buffers.Binary;
using System.IO.Compression;

namespace DeepLearnPort;

/// <summary>A file of bytes in MNIST's IDX format, plain or gzipped: a magic number, the sizes, each of four bytes, then the bytes.</summary>
internal sealed class IdxFile
{
    /// <summary>Two zeros, 8 for unsigned bytes, and the number of sizes.</summary>
    private const int BytesMagic = 0x0800;

    private IdxFile(string path, int[] sizes, ReadOnlyMemory<byte> data) => (Path, Sizes, Data) = (path, sizes, data);

    public string Path { get; }

    /// <summary>The sizes; the last one counts neighbours in <see cref="Data"/>.</summary>
    public IReadOnlyList<int> Sizes { get; }

    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Reads a file whose name may have a dot before <c>idx</c> and <c>.gz</c> at its end, as some sources have.</summary>
    /// <exception cref="FileNotFoundException">The folder has no such file.</exception>
    /// <exception cref="InvalidDataException">It is not an IDX file of bytes with that many sizes, or not whole.</exception>
    public static IdxFile Read(string folder, string name, int sizes)
    {
        string dotted = name.Replace("-idx", ".idx", StringComparison.Ordinal);
        string[] names = [name, dotted, name + ".gz", dotted + ".gz"];
        string path = names.Select(n => System.IO.Path.Combine(folder, n)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"{folder} has no {name}, nor {name}.gz");
        return Parse(path, Content(path), sizes);
    }

    private static IdxFile Parse(string path, ReadOnlyMemory<byte> content, int sizes)
    {
        int header = sizeof(int) * (1 + sizes);
        if (content.Length < header)
            throw new InvalidDataException($"{path} must begin with {header} bytes of header; has {content.Length} bytes in all");
        int magic = Number(0);
        if (magic != BytesMagic + sizes)
            throw new InvalidDataException($"{path} must begin with the magic number {BytesMagic + sizes}; begins with {magic}");
        int[] given = [.. Enumerable.Range(1, sizes).Select(Number)];
        if (given.Any(size => size <= 0))
            throw new InvalidDataException($"{path} must have positive sizes; has {string.Join('×', given)}");
        var data = content[header..];
        return given.Aggregate((Int128)1, (product, size) => product * size) == data.Length
            ? new(path, given, data)
            : throw new InvalidDataException($"{path} must hold {string.Join('×', given)} bytes behind its header; holds {data.Length}");

        int Number(int position) => BinaryPrimitives.ReadInt32BigEndian(content.Span[(sizeof(int) * position)..]);
    }

    private static ReadOnlyMemory<byte> Content(string path)
    {
        byte[] content = File.ReadAllBytes(path);
        if (content is not [0x1F, 0x8B, ..])
            return content;
        using var zipped = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        var plain = new MemoryStream();
        try
        {
            zipped.CopyTo(plain);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path} is damaged: gzip cannot unpack it", e);
        }
        return plain.GetBuffer().AsMemory(0, (int)plain.Length);
    }
}
