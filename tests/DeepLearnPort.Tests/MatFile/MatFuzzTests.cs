using System.Diagnostics;
using System.Globalization;
using CsCheck;

namespace DeepLearnPort.Tests;

/// <summary>
/// Good files with random changes: each is read or refused with the one exception, from a stream that only goes forwards too,
/// and what is read can be listed, written and read again. A plain run makes the same changes each time. <c>DLPORT_FUZZ=100000 dotnet test --filter MatFuzz</c> makes
/// that many of each kind, others, and changes the collection of real files as well.
/// </summary>
public class MatFuzzTests
{
    private const int FewInputs = 2000;
    private const int FewSlowInputs = 300;
    private const int Times = 10;
    private const int LargestRealFile = 20000;
    private const long MostBytes = 64 << 20;
    // Of v7.3 files PureHDF reads the structure itself.
    private const long MostHdf5Bytes = 4 * MostBytes;

    private static readonly MatReadOptions Limits = new() { MaxVariableBytes = MostBytes, MaxFileBytes = MostBytes };

    private static readonly int? ManyInputs =
        Environment.GetEnvironmentVariable("DLPORT_FUZZ") is { } wanted ? int.Parse(wanted, CultureInfo.InvariantCulture) : null;

    [Test]
    public void Load_ChangedLevel5_ReadsOrRefuses() => Fuzz([.. Level5Seeds(), .. Real("v5-le plain")]);

    [Test]
    public void Load_ChangedBigEndian_ReadsOrRefuses() => Fuzz([.. Level5Seeds().Select(s => BigEndianCopy.Of(s)), .. Real("v5-be")]);

    /// <summary>Changed before it is compressed: otherwise the checksum would end it all.</summary>
    [Test]
    public void Load_ChangedWithinCompressed_ReadsOrRefuses() =>
        Fuzz(Level5Seeds(), plain => [.. plain[..Math.Min(128, plain.Length)], .. Level5Bytes.Zip(plain[Math.Min(128, plain.Length)..])]);

    [Test]
    public void Load_ChangedCompressed_ReadsOrRefuses() =>
        Fuzz([.. Level5Seeds().Select(s => Saved(MatFile.Load(new MemoryStream(s)), compressed: true)), .. Real("v5-le compressed")]);

    [Test]
    public void Load_ChangedVersion4_ReadsOrRefuses() => Fuzz([.. Version4Seeds(), .. Real("v4")]);

    /// <summary>PureHDF takes long to follow a link to itself.</summary>
    [Test]
    public void Load_ChangedHdf5_ReadsOrRefuses() => Fuzz(Hdf5Seeds(), few: FewSlowInputs, mostBytes: MostHdf5Bytes);

    /// <summary>The same ten times as long: 23 000 files that a plain run does not make.</summary>
    [TestCase("level 5")]
    [TestCase("version 4")]
    [TestCase("v7.3")]
    [Category("Slow")]
    public void Load_ManyChanged_ReadsOrRefuses(string format) =>
        Fuzz(format switch { "level 5" => Level5Seeds(), "version 4" => [.. Version4Seeds()], _ => Hdf5Seeds() },
            few: Times * (format == "v7.3" ? FewSlowInputs : FewInputs),
            mostBytes: format == "v7.3" ? MostHdf5Bytes : MostBytes,
            seed: 2);

    private static void Fuzz(byte[][] files, Func<byte[], byte[]>? finish = null, int few = FewInputs, long mostBytes = MostBytes,
        int seed = 1)
    {
        var changes = Gen.Select(Gen.Int[0, files.Length - 1], MatMutation.Some);
        var random = new PCG(0, ManyInputs is null ? (ulong)seed : (ulong)Stopwatch.GetTimestamp());
        TestContext.Out.WriteLine($"from {random}");
        var (read, refused, slowest, largest) = (0, 0, TimeSpan.Zero, 0L);
        for (var input = 0; input < (ManyInputs ?? few); input++)
        {
            var (number, mutations) = changes.Generate(random, null, out _);
            var file = mutations.Aggregate(files[number], (bytes, mutation) => mutation.Apply(bytes));
            try
            {
                var (variables, time, bytes) = Load(finish?.Invoke(file) ?? file, mostBytes);
                if (variables is null) refused++;
                else read++;
                slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, time.Ticks));
                largest = Math.Max(largest, bytes);
            }
            catch (Exception e)
            {
                Assert.Fail($"input {input}, file {number} with {string.Join(", ", mutations.AsEnumerable())}: {e}");
            }
        }
        TestContext.Out.WriteLine($"{read} inputs read, {refused} refused; the slowest took {slowest.TotalMilliseconds:F0} ms, the largest {largest >> 10} KB");
        Assert.That(refused, Is.Positive);
        Assert.That(read, Is.Positive);
    }

    /// <summary>Reads the file, null when it is refused, and says what that took.</summary>
    private static (OrderedDictionary<string, MatValue>? Variables, TimeSpan Time, long Bytes) Load(byte[] file, long mostBytes)
    {
        var (clock, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var variables = Load(new MemoryStream(file));
        var (time, bytes) = (Stopwatch.GetElapsedTime(clock), GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.That(bytes, Is.LessThan(mostBytes));
        if (variables is not null)
            View(variables.Values);
        // Read in small portions, damage in what no variable needs may stay unseen.
        var oneWay = Load(new OneWayStream(new MemoryStream(file)));
        if (variables is not null)
        {
            Assert.That(oneWay, Is.Not.Null);
            Assert.That(MatSamples.List(oneWay), Is.EqualTo(MatSamples.List(variables)));
            CheckRead(file, variables);
        }
        return (variables, time, bytes);
    }

    /// <summary>What a stream holds, null when it is refused; any other exception fails the test.</summary>
    private static OrderedDictionary<string, MatValue>? Load(Stream stream)
    {
        try
        {
            return MatFile.Load(stream, Limits);
        }
        catch (MatFileException)
        {
            return null;
        }
    }

    /// <summary>Looks at values in every way there is: each gives something or says why not.</summary>
    private static void View(IEnumerable<MatValue> values)
    {
        foreach (var value in values)
        {
            foreach (var view in new Func<object>[] { value.AsMatrix, () => value.AsDouble(), value.AsString, () => value[0],
                () => value["a"] })
                Try(view);
            if (value is MatChar { Dimensions.Length: 2 } text)
                Assert.That(text.AsStrings(), Has.Length.EqualTo(text.Rows));
            if (value is MatCell or MatStruct { Fields.Length: > 0 })
                View(value is MatCell cell ? cell : [.. ((MatStruct)value).Values]);
        }
    }

    private static void Try(Func<object> view)
    {
        try
        {
            view();
        }
        catch (Exception e) when (e is InvalidCastException or ArgumentOutOfRangeException or KeyNotFoundException)
        {
            // It says why not.
        }
    }

    private static void CheckRead(byte[] file, OrderedDictionary<string, MatValue> variables)
    {
        Assert.That(MatFile.List(new MemoryStream(file)).Select(v => v.Name).Distinct(), Is.EqualTo(variables.Keys));
        try
        {
            var again = MatFile.Load(new MemoryStream(Saved(variables, compressed: false)));
            Assert.That(MatSamples.List(again), Is.EqualTo(MatSamples.List(variables)));
        }
        catch (MatFileException e)
        {
            Assert.That(e.Offset, Is.Null, "what was written must be readable");
        }
    }

    private static byte[][] Hdf5Seeds() =>
    [
        .. Directory.EnumerateFiles(Repository.Path("tests", "DeepLearnPort.Tests", "MatFile", "Hdf5"), "*.mat")
            .Order(StringComparer.Ordinal)
            .Where(file => Path.GetFileName(file) != "link_to_itself.mat").Select(File.ReadAllBytes),
        .. Real("v7.3"),
    ];

    /// <summary>Small files of the collection whose format begins like this; none but in a long run, and where it is there.</summary>
    private static IEnumerable<byte[]> Real(string format) => ManyInputs is null || !MatCorpus.IsThere ? [] : MatCorpus.Manifest()
        .Where(r => r.expect == "read" && r.format.StartsWith(format, StringComparison.Ordinal))
        .Select(r => File.ReadAllBytes(MatCorpus.Path(r.file)))
        .Where(bytes => bytes.Length <= LargestRealFile);

    /// <summary>A file for each kind of value, and one with them all.</summary>
    private static byte[][] Level5Seeds() =>
        [.. MatSamples.All().Select(v => Saved([v], compressed: false)), Saved(MatSamples.All(), compressed: false)];

    private static byte[] Saved(IEnumerable<KeyValuePair<string, MatValue>> variables, bool compressed)
    {
        using var file = new MemoryStream();
        MatFile.Save(file, variables, new MatWriteOptions { Compressed = compressed });
        return file.ToArray();
    }

    private static IEnumerable<byte[]> Version4Seeds()
    {
        byte[] full = [.. Level5Bytes.Words(0, 2, 1, 1, 2), (byte)'x', 0, .. new byte[32]];
        byte[] text = [.. Level5Bytes.Words(51, 1, 3, 0, 2), (byte)'t', 0, .. "abc"u8];
        byte[] sparse = [.. Level5Bytes.Words(22, 3, 3, 0, 2), (byte)'s', 0, .. Level5Bytes.Words(1, 2, 2, 1, 1, 3, 5, 7, 0)];
        return [full, text, sparse, [.. full, .. text, .. sparse]];
    }
}
