namespace DeepLearnPort.Tests;

public class ManifestTests
{
    [Test]
    public void Load_EveryFileToBeRead_GivesClassSizeAndChecksumsOfTheManifest()
    {
        var manifest = MatCorpus.Manifest();
        var failures = new List<string>();
        var (files, arrays, md5s, trees) = (0, 0, 0, 0);
        foreach (var file in manifest.Where(r => r is { row: "file", expect: "read" } && r.format.StartsWith("v5")))
        {
            files++;
            var expected = manifest.Where(r => r.row == "array" && r.file == file.file).ToList();
            List<MatArrayInfo> actual;
            try
            {
                actual = [.. MatFile.Load(MatCorpus.Path(file.file)).SelectMany(v => MatListing.Of(v.Key, v.Value))];
            }
            catch (MatFileException e)
            {
                failures.Add($"{file.file}: {e.Reason}");
                continue;
            }
            if (actual.Count != expected.Count) failures.Add($"{file.file}: {expected.Count} arrays expected, {actual.Count} read");
            foreach (var (e, a) in expected.Zip(actual))
            {
                arrays++;
                if (e.md5.Length > 0) md5s++;
                if (e.tree_md5.Length > 0) trees++;
                if ((e.path, e.@class, e.size) != (a.Path, a.Class, a.Size)) failures.Add($"{file.file}: {e.path} {e.@class} {e.size} expected, {a.Path} {a.Class} {a.Size} read");
                else if (e.md5.Length > 0 && e.md5 != a.Md5 || e.tree_md5.Length > 0 && e.tree_md5 != a.TreeMd5) failures.Add($"{file.file}: {e.path} ({a.Class}) has another checksum");
            }
        }
        TestContext.Out.WriteLine($"{files} files, {arrays} arrays, {md5s} checksums, {trees} tree checksums, {failures.Count} failures");
        failures.ForEach(TestContext.Out.WriteLine);
        Assert.That(failures, Is.Empty);
    }
}
