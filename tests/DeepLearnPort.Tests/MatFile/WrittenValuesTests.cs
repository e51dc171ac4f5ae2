using System.Buffers.Binary;
using System.IO.Compression;
using CsvHelper;

namespace DeepLearnPort.Tests;

/// <summary>An array of a file that was written here, as Octave read it.</summary>
[CsvRecord]
internal sealed partial record OctaveRow(string file, string path, string @class, string size, string md5);

/// <summary>
/// Files with values of every kind and with the toolbox's structs, <c>matlab-ref/written/values_v6.mat</c> and
/// <c>values_v7.mat</c>, which Octave loaded: <c>matlab-ref/check_mat_writing.m</c> recorded what it found in
/// <c>values_octave.csv</c>.
/// </summary>
public class WrittenValuesTests
{
    private const int HeaderBytes = 128;
    private const int TagBytes = 8;

    private static readonly (string Name, string Case, int Argument)[] Structs =
        [("nn", "nntrain_written_here", 0), ("sae", "saetrain_two", 0), ("dbn", "dbntrain_two", 0), ("cnn", "cnnbp_not_square", 0), ("opts", "nntrain_everything", 3)];

    private static OrderedDictionary<string, MatValue> Values()
    {
        var values = MatSamples.All();
        foreach (var (name, recorded, argument) in Structs) values[name] = MatFile.Load(Repository.Path("matlab-ref", "cases", recorded + ".mat"), "args")[argument];
        return values;
    }

    [Test]
    public void Octave_LoadedEveryValue([Values("values_v6.mat", "values_v7.mat")] string file)
    {
        using var csv = CsvReader.FromFile(Repository.Path("matlab-ref", "written", "values_octave.csv"));
        var octave = csv.GetRecords<OctaveRow>().Where(r => r.file == file).ToList();
        var written = MatSamples.List(Values());

        Assert.That(octave.Select(r => (r.path, r.@class, r.size, r.md5)), Is.EqualTo(written.Select(InOctave)));
        TestContext.Out.WriteLine($"{file}: {octave.Count} arrays, in Octave as they were written");
    }

    [Test]
    public void Save_Plain_WritesTheBytesThatOctaveLoaded()
    {
        Assert.That(Saved("values_v6.mat", MatWriteOptions.Plain), Is.EqualTo(File("values_v6.mat")));
    }

    /// <summary>Compressed bytes may come out otherwise from another version of zlib; what they hold may not.</summary>
    [Test]
    public void Save_Compressed_WritesWhatOctaveLoaded()
    {
        Assert.That(Inflated(Saved("values_v7.mat", MatWriteOptions.Default)), Is.EqualTo(Saved("values_v6.mat", MatWriteOptions.Plain)));
        Assert.That(Inflated(File("values_v7.mat")), Is.EqualTo(File("values_v6.mat")));
    }

    /// <summary>What Octave makes of an array: text is UTF-8 there, and sparse logical arrays of bytes become double.</summary>
    private static (string Path, string Class, string Size, string Md5) InOctave(MatArrayInfo array) => array.Path switch
    {
        "long_text" => (array.Path, array.Class, "1x48", array.Md5!),
        "sparselogical" => (array.Path, "double", array.Size, array.Md5!),
        _ => (array.Path, array.Class, array.Size, array.Md5 ?? ""),
    };

    private static byte[] File(string name) => System.IO.File.ReadAllBytes(Repository.Path("matlab-ref", "written", name));

    private static byte[] Saved(string name, MatWriteOptions options)
    {
        if (Environment.GetEnvironmentVariable("DLPORT_WRITE_VALUES") is not null)
            MatFile.Save(Repository.Path("matlab-ref", "written", name), Values(), options); // then run check_mat_writing.m
        using var stream = new MemoryStream();
        MatFile.Save(stream, Values(), options);
        return stream.ToArray();
    }

    /// <summary>The file with every variable inflated, each of which must be one whole zlib stream begun as MATLAB's are.</summary>
    private static byte[] Inflated(ReadOnlySpan<byte> file)
    {
        var plain = new MemoryStream();
        plain.Write(file[..HeaderBytes]);
        for (file = file[HeaderBytes..]; !file.IsEmpty;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
            Assert.That(file[TagBytes..(TagBytes + 2)].ToArray(), Is.EqualTo(new byte[] { 0x78, 0x9C }));
            var zipped = file.Slice(TagBytes, length).ToArray();
            using var zlib = new ZLibStream(new MemoryStream(zipped), CompressionMode.Decompress);
            var start = (int)plain.Length;
            zlib.CopyTo(plain);
            Assert.That(Adler(plain.ToArray().AsSpan(start)), Is.EqualTo(BinaryPrimitives.ReadUInt32BigEndian(zipped.AsSpan(length - 4))));
            file = file[(TagBytes + length)..];
        }
        return plain.ToArray();
    }

    private static uint Adler(ReadOnlySpan<byte> data)
    {
        var (a, b) = (1u, 0u);
        foreach (var value in data) b = (b + (a = (a + value) % 65521)) % 65521;
        return b << 16 | a;
    }
}
