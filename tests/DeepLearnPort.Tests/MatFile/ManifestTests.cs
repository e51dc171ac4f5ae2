namespace DeepLearnPort.Tests;

public class ManifestTests
{
    /// <summary>The v7.3 files of the collection, each with the file of an older format that holds the same.</summary>
    private static readonly (string Hdf5, string Twin)[] Twins =
    [
        ("matio/share/test_le_hdf5.mat", "matio/share/test_le.mat"),
        ("matio/share/test_file_hdf5.mat", "matio/share/test_file_v6.mat"),
        ("scipy/testhdf5_7.4_GLNX86.mat", "scipy/testdouble_7.4_GLNX86.mat"),
    ];

    [Test]
    public void Load_EveryFile_GivesWhatTheManifestSaysOrIsRefused()
    {
        var manifest = MatCorpus.Manifest();
        var arrays = manifest.Where(r => r.row == "array").ToLookup(r => r.file);
        var wrong = new List<string>();
        PrintRow("format", "files", "arrays", "md5", "tree md5", "wrong");
        foreach (var format in manifest.Where(r => r.expect == "read" && r.format != "v7.3").GroupBy(r => r.format).OrderBy(g => g.Key))
        {
            var rows = format.SelectMany(f => arrays[f.file]).ToList();
            CountWrong(format.Key, format.Count(), rows.Count, rows.Count(r => r.md5.Length > 0), rows.Count(r => r.tree_md5.Length > 0), () =>
            {
                foreach (var file in format) Compare(file.file, [.. arrays[file.file]], wrong);
            });
        }
        var twins = Twins.SelectMany(t => Sorted(t.Twin)).ToList();
        CountWrong("v7.3, as its twin", Twins.Length, twins.Count, twins.Count(t => t.Md5 is not null), twins.Count(t => t.TreeMd5 is not null), () =>
        {
            foreach (var (hdf5, twin) in Twins)
                wrong.AddRange(Sorted(hdf5).Zip(Sorted(twin)).Where(pair => pair.First != pair.Second).Select(pair => $"{hdf5}: {pair.Second} expected, {pair.First} read"));
        });
        string[] refused = [.. manifest.Where(r => r.expect == "reject").Select(r => r.file), .. MatCorpus.Hostile().Where(r => r.expect == "reject").Select(r => $"hostile/{r.file}")];
        CountWrong("refused", refused.Length, "", "", "", () => wrong.AddRange(refused.Where(IsRead).Select(f => $"{f} was read")));
        string[] odd = [.. MatCorpus.Hostile().Where(r => r.expect == "accept").Select(r => $"hostile/{r.file}")];
        CountWrong("odd, but right", odd.Length, "", "", "", () => wrong.AddRange(odd.Where(f => !IsRead(f)).Select(f => $"{f} was refused")));
        Assert.That(wrong, Is.Empty);
        Assert.That(Twins.Select(t => t.Hdf5), Is.EquivalentTo(manifest.Where(r => r.expect == "read" && r.format == "v7.3").Select(r => r.file)));

        void CountWrong(string what, int files, object count, object md5, object tree, Action compare)
        {
            var before = wrong.Count;
            compare();
            PrintRow(what, files, count, md5, tree, wrong.Count - before);
        }
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

    /// <summary>All arrays of a file, its variables in the order of their names: v7.3 files keep no other.</summary>
    private static List<MatArrayInfo> Sorted(string file) =>
        MatSamples.List(MatFile.Load(MatCorpus.Path(file)).OrderBy(v => v.Key, StringComparer.Ordinal));

    private static bool IsRead(string file)
    {
        try
        {
            MatFile.Load(MatCorpus.Path(file));
            return true;
        }
        catch (MatFileException)
        {
            return false;
        }
    }

    private static void PrintRow(params object[] cells) =>
        TestContext.Out.WriteLine(string.Concat(cells.Select((c, i) => i == 0 ? $"{c,-18}" : $"{c,9}")));
}
