using CsCheck;
using CsvHelper;
using DeepLearnPort.Cli;

namespace DeepLearnPort.Tests;

/// <summary>
/// Recorded cases with random changes, in their bytes or in one of the values that they hold, through <c>dlport verify</c>.
/// </summary>
public sealed class DamagedCaseTests : IDisposable
{
    private const int LargestCase = 20_000;
    private const int Changed = 600;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase("bytes")]
    [TestCase("values")]
    [Category("Slow")]
    public async Task Verify_ChangedCases_JudgesEachAndLeavesNothing(string what)
    {
        Directory.CreateDirectory(_folder.Path("cases"));
        Directory.CreateDirectory(_folder.Path("work"));
        var random = new PCG(0, 3);
        string[] recorded = [.. Directory.EnumerateFiles(Repository.Path("matlab-ref", "cases"), "*.mat")
            .Order(StringComparer.Ordinal)
            .Where(file => new FileInfo(file).Length < LargestCase)];
        for (int i = 0; i < Changed; i++)
        {
            string file = recorded[Gen.Int[0, recorded.Length - 1].Generate(random, null, out _)];
            byte[] changed = what == "bytes" ? OtherBytes(file, random) : OtherValue(file, random);
            await File.WriteAllBytesAsync(_folder.Path($"cases/{i:D4}-{Path.GetFileName(file)}"), changed);
        }

        string[] arguments = [typeof(CommandLine).Assembly.Location, "verify", _folder.Path("cases"), "--timeout", "5",
            "--memory", "1", "--csv", _folder.Path("report.csv")];
        var (code, output, error) = await Command.RunAsync("dotnet", arguments, _folder.Path("work"));

        Assert.That(code, Is.AnyOf(1, 2), error);
        Assert.That(output.TrimEnd().Split('\n')[^1], Does.Match(@"^\d+ passed, \d+ failed$"));
        Assert.That(Directory.GetFileSystemEntries(_folder.Path("work")), Is.Empty);
        Assert.That(Directory.GetFileSystemEntries(_folder.Path("cases")), Has.Length.EqualTo(Changed));
        using var csv = CsvReader.FromFile(_folder.Path("report.csv"));
        var rows = csv.GetRecords<DamagedRow>().ToList();
        Assert.That(rows, Has.Count.EqualTo(Changed));
        TestContext.Out.WriteLine(string.Join(", ", rows.CountBy(row => row.status).Select(s => $"{s.Value} {s.Key}")));
        string[] insides = ["NullReference", "IndexOutOfRange", "Aggregate", "Overflow", "AccessViolation"];
        var fromInside = rows.Where(row => insides.Any(name => row.message.Contains("threw " + name)));
        Assert.That(fromInside.Select(row => $"{row.@case}: {row.message}"), Is.Empty);
    }

    private static byte[] OtherBytes(string file, PCG random)
    {
        using var plain = new MemoryStream();
        MatFile.Save(plain, MatFile.Load(file), MatWriteOptions.Plain);
        return MatMutation.Some.Generate(random, null, out _)
            .Aggregate(plain.ToArray(), (bytes, mutation) => mutation.Apply(bytes));
    }

    private static byte[] OtherValue(string file, PCG random)
    {
        var variables = MatFile.Load(file);
        int leaf = Gen.Int[0, Leaves(variables["args"]) - 1].Generate(random, null, out _);
        var other = MatSamples.All().Values.ElementAt(Gen.Int[0, MatSamples.All().Count - 1].Generate(random, null, out _));
        variables["args"] = Replaced(variables["args"], ref leaf, other);
        using var changed = new MemoryStream();
        MatFile.Save(changed, variables);
        return changed.ToArray();
    }

    private static int Leaves(MatValue value) => value switch
    {
        MatCell { IsEmpty: false } cell => cell.Sum(Leaves),
        MatStruct { IsEmpty: false, Fields.Length: > 0 } s =>
            Enumerable.Range(0, (int)s.Count).Sum(i => s.Element(i).ToArray().Sum(Leaves)),
        _ => 1,
    };

    private static MatValue Replaced(MatValue value, ref int leaf, MatValue other)
    {
        if (value is MatCell { IsEmpty: false } cell)
            return MatCell.Create(Replaced([.. cell], ref leaf, other), [.. cell.Dimensions]);
        if (value is MatStruct { IsEmpty: false, Fields.Length: > 0 } s)
            return MatStruct.Array([.. s.Fields], Replaced(s.Values.ToArray(), ref leaf, other), [.. s.Dimensions]);
        return leaf-- == 0 ? other : value;
    }

    private static MatValue[] Replaced(MatValue[] values, ref int leaf, MatValue other)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = Replaced(values[i], ref leaf, other);
        return values;
    }
}

/// <summary>The columns used of the report.</summary>
[CsvRecord]
internal sealed partial record DamagedRow(string @case, string status, string message);
