using System.Buffers.Binary;
using System.IO.Compression;

namespace DeepLearnPort;

/// <summary>A file of bytes in MNIST's IDX format, plain or gzipped: a magic number, the sizes, each of four bytes, then the bytes.</summary>
internal sealed class IdxFile
{
    /// <summary>Two zeros, 8 for unsigned bytes, and the number of sizes.</summary>
    private const int BytesMagic = 0x0800;

    // More than any known set of images has; and what deflate makes of a byte at most.
    private const long MostBytes = 1L << 30, MostToOne = 1032;

    private IdxFile(string path, int[] sizes, ReadOnlyMemory<byte> data) => (Path, Sizes, Data) = (path, sizes, data);

    public string Path { get; }

    /// <summary>The sizes; the last one counts neighbours in <see cref="Data"/>.</summary>
    public IReadOnlyList<int> Sizes { get; }

    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Reads a file whose name may have a dot before <c>idx</c> and <c>.gz</c> at its end, as some sources have.</summary>
    /// <exception cref="FileNotFoundException">The folder has no such file.</exception>
    /// <exception cref="InvalidDataException">
    /// It is not an IDX file of bytes with that many sizes, or does not hold what its header says.
    /// </exception>
    public static IdxFile Read(string folder, string name, int sizes)
    {
        string dotted = name.Replace("-idx", ".idx", StringComparison.Ordinal);
        string[] names = [name, dotted, name + ".gz", dotted + ".gz"];
        string path = names.Select(n => System.IO.Path.Combine(folder, n)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"{folder} has no {name}, nor {name}.gz");
        return Parse(path, sizes);
    }

    private static IdxFile Parse(string path, int sizes)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        long length = file.Length;
        bool zipped = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        using Stream content = zipped ? new GZipStream(file, CompressionMode.Decompress) : file;
        try
        {
            int[] given = ReadSizes(path, content, sizes);
            string what = $"{path} must hold {string.Join('×', given)} bytes behind its header";
            var bytes = given.Aggregate((Int128)1, (product, size) => product * size);
            if (!zipped && bytes != length - Header(sizes))
                throw new InvalidDataException($"{what}; holds {length - Header(sizes)}");
            if (bytes > MostBytes)
                throw new InvalidDataException(
                    $"{path} must hold at most {MostBytes} bytes; its header says {string.Join('×', given)}");
            int count = (int)bytes;
            if (count > length * MostToOne)
                throw new InvalidDataException($"{what}; it is too short for that");
            var data = new byte[count];
            int read = content.ReadAtLeast(data, data.Length, throwOnEndOfStream: false);
            if (read < count || content.ReadByte() >= 0)
                throw new InvalidDataException($"{what}; holds {(read < count ? $"{read}" : "more")}");
            return new(path, given, data);
        }
        catch (InvalidDataException e) when (zipped && !e.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path} is damaged: gzip cannot unpack it", e);
        }
    }

    private static int Header(int sizes) => sizeof(int) * (1 + sizes);

    private static int[] ReadSizes(string path, Stream content, int sizes)
    {
        var header = new byte[Header(sizes)];
        int read = content.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read < header.Length)
            throw new InvalidDataException($"{path} must begin with {header.Length} bytes of header; has {read} bytes in all");
        int[] numbers = [.. Enumerable.Range(0, 1 + sizes)
            .Select(i => BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(sizeof(int) * i)))];
        if (numbers[0] != BytesMagic + sizes)
            throw new InvalidDataException(
                $"{path} must begin with the magic number {BytesMagic + sizes}; begins with {numbers[0]}");
        return numbers[1..].All(size => size > 0)
            ? numbers[1..]
            : throw new InvalidDataException($"{path} must have positive sizes; has {string.Join('×', numbers[1..])}");
    }
}
