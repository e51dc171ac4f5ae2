namespace DeepLearnPort.Tests;

public class Hdf5FileTests
{
    [TestCase("external_data.mat", "another file")]
    [TestCase("external_link.mat", "link to another file")]
    [TestCase("link_to_itself.mat", "link to another file or to nothing")]
    [TestCase("virtual_data.mat", "another file")]
    [TestCase("cycle.mat", "twice")]
    [TestCase("unallocated.mat", "more than the file can hold")]
    [TestCase("no_class.mat", "no MATLAB class")]
    [TestCase("class_array.mat", "MATLAB_class")]
    [TestCase("huge_empty.mat", "size of the empty")]
    [TestCase("full_empty.mat", "empty 'x' of size 3x3")]
    [TestCase("sparse_without_rows.mat", "column 1 ends at entry 1 of 0")]
    [TestCase("wrong_type.mat", "values of 4 bytes")]
    public void Load_FileThatLeadsAstray_SaysWhy(string name, string reason)
    {
        var error = Assert.Throws<MatFileException>(() => MatFile.Load(Sample(name)))!;
        Assert.That(error.Reason, Does.Contain(reason));
        Assert.That(error.File, Is.EqualTo(Sample(name)));
        Assert.That(error.Variable, Is.Not.Null);
    }

    [Test]
    public void Load_PathAndStreams_ReadTheSame()
    {
        using var file = System.IO.File.OpenRead(Sample("good.mat"));
        var expected = Mat.Build.Dense(2, 3, [1, 2, 3, 4, 5, 6]);
        Assert.That(MatFile.Load(Sample("good.mat"), "x").AsMatrix(), Is.EqualTo(expected));
        Assert.That(MatFile.Load(file, "x").AsMatrix(), Is.EqualTo(expected));
        file.Position = 0;
        Assert.That(MatFile.Load(new OneWayStream(file), "x").AsMatrix(), Is.EqualTo(expected));
        Assert.That(MatFile.List(Sample("good.mat")).Single().Size, Is.EqualTo("2x3"));
    }

    [Test]
    public void Load_Struct_KeepsTheOrderOfItsFields() =>
        Assert.That(((MatStruct)MatFile.Load(Sample("fields.mat"), "s")).Fields, Is.EqualTo(new[] { "zeta", "alpha" }));

    /// <summary>At these distances from the attribute's name stand the size of a letter and the length of a name.</summary>
    [TestCase(28 + 3, "sequences of letters")]
    [TestCase(56 + 3, "letters in the attribute")]
    public void Load_FieldNamesThatClaimGigabytes_AreRefused(int distance, string reason)
    {
        var bytes = System.IO.File.ReadAllBytes(Sample("fields.mat"));
        bytes[bytes.AsSpan().IndexOf("MATLAB_fields"u8) + distance] = 0x7F;
        Assert.That(() => MatFile.Load(new MemoryStream(bytes)), Throws.TypeOf<MatFileException>().With.Message.Contains(reason));
    }

    [Test]
    public void Load_CutShort_SaysThatItIsHdf5()
    {
        var cut = System.IO.File.ReadAllBytes(Sample("good.mat"))[..528];
        Assert.That(() => MatFile.Load(new MemoryStream(cut)), Throws.TypeOf<MatFileException>().With.Message.Contains("v7.3 (HDF5)"));
    }

    [TestCase("matio/share/test_le_hdf5.mat")]
    [TestCase("matio/share/test_file_hdf5.mat")]
    public void List_Hdf5_SaysWhatLoadGives(string file)
    {
        var path = MatCorpus.Path(file);
        Assert.That(MatFile.List(path).Select(v => (v.Name, v.Class, v.Size)), Is.EqualTo(MatFile.Load(path).Select(v => (v.Key, v.Value.Class, v.Value.Size))));
    }

    private static string Sample(string name) => Repository.Path("tests", "DeepLearnPort.Tests", "MatFile", "Hdf5", name);
}
