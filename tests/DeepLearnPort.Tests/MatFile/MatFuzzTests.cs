using System.Globalization;
using CsCheck;

namespace DeepLearnPort.Tests;

/// <summary>
/// Good files with random changes: each is read or refused with the one exception, and what is read can be listed, written
/// and read again. <c>DLPORT_FUZZ=200000 dotnet test --filter MatFuzz</c> runs that many.
/// </summary>
public class MatFuzzTests
{
    private const int FewInputs = 10000;
    private const long MostBytes = 64 << 20;

    [Test]
    public void Load_ChangedLevel5_ReadsOrRefuses() => Fuzz(Level5Seeds(), plain => plain);

    /// <summary>Changed before it is compressed: otherwise the checksum would end it all.</summary>
    [Test]
    public void Load_ChangedWithinCompressed_ReadsOrRefuses() =>
        Fuzz(Level5Seeds(), plain => [.. plain[..Math.Min(128, plain.Length)], .. Level5Bytes.Zip(plain[Math.Min(128, plain.Length)..])]);

    [Test]
    public void Load_ChangedCompressed_ReadsOrRefuses() => Fuzz(Level5Seeds().Select(s => Saved(MatFile.Load(new MemoryStream(s)), compressed: true)), bytes => bytes);

    [Test]
    public void Load_ChangedVersion4_ReadsOrRefuses() => Fuzz(Version4Seeds(), bytes => bytes);

    [Test]
    public void Load_ChangedHdf5_ReadsOrRefuses() =>
        Fuzz(mostBytes: long.MaxValue, // PureHDF sets memory aside on a file's word, and leaves it untouched
            seeds: Directory.EnumerateFiles(Repository.Path("tests", "DeepLearnPort.Tests", "MatFile", "Hdf5"), "*.mat").Order().Select(File.ReadAllBytes), finish: bytes => bytes);

    private static void Fuzz(IEnumerable<byte[]> seeds, Func<byte[], byte[]> finish, long mostBytes = MostBytes)
    {
        var inputs = Environment.GetEnvironmentVariable("DLPORT_FUZZ") is { } wanted ? long.Parse(wanted, CultureInfo.InvariantCulture) / 5 : FewInputs / 5;
        var files = seeds.ToArray();
        var (read, refused) = (0, 0);
        Gen.Select(Gen.Int[0, files.Length - 1], MatMutation.Some).Sample((seed, mutations) =>
        {
            var file = finish(mutations.Aggregate(files[seed], (bytes, mutation) => mutation.Apply(bytes)));
            if (Survives(file, mostBytes)) Interlocked.Increment(ref read);
            else Interlocked.Increment(ref refused);
        }, iter: inputs, threads: 1);
        TestContext.Out.WriteLine($"{read} inputs read, {refused} refused");
        Assert.That(refused, Is.Positive);
        Assert.That(read, Is.Positive);
    }

    /// <summary>Whether the file was read; anything but reading and refusing fails.</summary>
    private static bool Survives(byte[] file, long mostBytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        OrderedDictionary<string, MatValue> variables;
        try
        {
            variables = MatFile.Load(new MemoryStream(file));
        }
        catch (MatFileException)
        {
            return false;
        }
        finally
        {
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(mostBytes));
        }
        try
        {
            var again = MatFile.Load(new MemoryStream(Saved(variables, compressed: false)));
            Assert.That(MatSamples.List(again), Is.EqualTo(MatSamples.List(variables)));
        }
        catch (MatFileException e)
        {
            Assert.That(e.Offset, Is.Null, "what was written must be readable");
        }
        return true;
    }

    /// <summary>A file for each kind of value, and one with them all.</summary>
    private static IEnumerable<byte[]> Level5Seeds() =>
        MatSamples.All().Select(v => Saved([v], compressed: false)).Append(Saved(MatSamples.All(), compressed: false)).Append(BigEndian());

    private static byte[] Saved(IEnumerable<KeyValuePair<string, MatValue>> variables, bool compressed)
    {
        using var file = new MemoryStream();
        MatFile.Save(file, variables, new MatWriteOptions { Compressed = compressed });
        return file.ToArray();
    }

    private static byte[] BigEndian() => Level5Bytes.BigEndian(Level5Bytes.Array((uint)MatClass.Int32, [1, 3], "aaaaaaaa", Level5Bytes.Ints(1, -2, 3)));

    private static IEnumerable<byte[]> Version4Seeds()
    {
        byte[] full = [.. Level5Bytes.Words(0, 2, 1, 1, 2), (byte)'x', 0, .. new byte[32]];
        byte[] text = [.. Level5Bytes.Words(51, 1, 3, 0, 2), (byte)'t', 0, .. "abc"u8];
        byte[] sparse = [.. Level5Bytes.Words(22, 3, 3, 0, 2), (byte)'s', 0, .. Level5Bytes.Words(1, 2, 2, 1, 1, 3, 5, 7, 0)];
        return [full, text, sparse, [.. full, .. text, .. sparse]];
    }
}
