namespace DeepLearnPort.Tests;

public class ManifestTests
{
    private static readonly string[] TableHeader = ["format", "files", "arrays", "md5", "tree md5", "wrong"];

    [Test]
    public void Load_EveryFileToBeRead_GivesClassSizeAndChecksumsOfTheManifest()
    {
        var manifest = MatCorpus.Manifest();
        var arrays = manifest.Where(r => r.row == "array").ToLookup(r => r.file);
        var wrong = new List<string>();
        PrintRow(TableHeader);
        foreach (var format in manifest.Where(r => r.expect == "read" && r.format != "v7.3").GroupBy(r => r.format).OrderBy(g => g.Key))
        {
            var before = wrong.Count;
            foreach (var file in format) Compare(file.file, [.. arrays[file.file]], wrong);
            var rows = format.SelectMany(f => arrays[f.file]).ToList();
            PrintRow(format.Key, format.Count(), rows.Count, rows.Count(r => r.md5.Length > 0), rows.Count(r => r.tree_md5.Length > 0), wrong.Count - before);
        }
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Load_EveryFileToBeRefused_SaysWhy()
    {
        foreach (var file in MatCorpus.Manifest().Where(r => r.expect == "reject"))
        {
            var error = Assert.Throws<MatFileException>(() => MatFile.Load(MatCorpus.Path(file.file)), file.file)!;
            TestContext.Out.WriteLine($"{file.file,-36} {error.Reason}");
        }
    }

    [Test]
    public void Save_EveryFileThatIsRead_IsReadBackTheSame([Values] bool compressed)
    {
        var (same, unwritable, wrong) = (0, 0, new List<string>());
        foreach (var file in MatCorpus.Manifest().Where(r => r.expect == "read"))
        {
            var variables = MatFile.Load(MatCorpus.Path(file.file));
            using var copy = new MemoryStream();
            try
            {
                MatFile.Save(copy, variables, new MatWriteOptions { Compressed = compressed });
            }
            catch (MatFileException)
            {
                unwritable++;
                continue;
            }
            copy.Position = 0;
            if (MatSamples.List(MatFile.Load(copy)).SequenceEqual(MatSamples.List(variables))) same++;
            else wrong.Add(file.file);
        }
        TestContext.Out.WriteLine($"{same} files written and read back the same, {unwritable} hold objects or names that are not written");
        Assert.That(wrong, Is.Empty);
        Assert.That(unwritable, Is.LessThan(30));
    }

    private static void Compare(string file, IReadOnlyList<ManifestRow> expected, List<string> wrong)
    {
        List<MatArrayInfo> actual;
        try
        {
            actual = MatSamples.List(MatFile.Load(MatCorpus.Path(file)));
        }
        catch (MatFileException e)
        {
            wrong.Add($"{file}: {e.Reason}");
            return;
        }
        if (actual.Count != expected.Count) wrong.Add($"{file}: {expected.Count} arrays expected, {actual.Count} read");
        foreach (var (e, a) in expected.Zip(actual))
        {
            var sameSum = (e.md5.Length == 0 || e.md5 == a.Md5) && (e.tree_md5.Length == 0 || e.tree_md5 == a.TreeMd5);
            if (!sameSum || (e.path, e.@class, e.size) != (a.Path, a.Class, a.Size)) wrong.Add($"{file}: {e} expected, {a} read");
        }
        var listed = MatFile.List(MatCorpus.Path(file)).Select(v => (v.Name, v.Class.Name(), v.Size));
        if (!listed.SequenceEqual(expected.Where(e => !e.path.AsSpan().ContainsAny("({")).Select(e => (e.path, e.@class, e.size))))
            wrong.Add($"{file}: listed otherwise than read");
    }

    private static void PrintRow(params object[] cells) =>
        TestContext.Out.WriteLine(string.Concat(cells.Select((c, i) => i == 0 ? $"{c,-18}" : $"{c,9}")));
}
