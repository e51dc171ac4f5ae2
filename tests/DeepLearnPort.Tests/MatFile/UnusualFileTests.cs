using static DeepLearnPort.Tests.Level5Bytes;

namespace DeepLearnPort.Tests;

/// <summary>Files that look odd and are right, or that some writer makes: each is read, and read as documented.</summary>
public class UnusualFileTests
{
    private const uint Cell = 1, Struct = 2, Char = 4, Sparse = 5, DoubleClass = 6, UInt8Class = 9, FunctionHandle = 16, Opaque = 17, LogicalFlag = 0x200;

    [Test]
    public void Load_HeaderAlone_HasNoVariables() => Assert.That(MatFile.Load(new MemoryStream(File())), Is.Empty);

    [Test]
    public void Load_NeverAssignedCellsAndFields_AreEmptyDoubles()
    {
        var variables = Load(
            Array(Cell, [1, 2], "c", Tag(MiMatrix, 0), Scalar("", 2)),
            Array(Struct, [1, 1], "s", Ints(2), Element(MiInt8, "a\0b\0"u8.ToArray()), Tag(MiMatrix, 0), Scalar("", 3)));

        Assert.That(variables["c"][0].ToString(), Is.EqualTo("0x0 double"));
        Assert.That(variables["s"]["a"].ToString(), Is.EqualTo("0x0 double"));
        Assert.That((variables["c"][1].AsDouble(), variables["s"]["b"].AsDouble()), Is.EqualTo((2, 3)));
    }

    [Test]
    public void Load_BigEndian_GivesWhatLittleEndianGives()
    {
        using var file = new MemoryStream();
        MatFile.Save(file, MatSamples.All(), MatWriteOptions.Plain);
        Assert.That(MatSamples.List(MatFile.Load(new MemoryStream(BigEndianCopy.Of(file.ToArray())))), Is.EqualTo(MatSamples.List(MatSamples.All())));
    }

    [Test]
    public void Load_Version4SparseOfAMillionColumns_TakesLittleMoreThanItsPointers()
    {
        byte[] file = [.. Words(2, 2, 3, 0, 2), (byte)'s', 0, .. new double[] { 1, 3, 1_000_000, 1_000_000, 5, 0 }.SelectMany(BitConverter.GetBytes)];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sparse = (MatSparse)MatFile.Load(new MemoryStream(file))["s"];
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(8 << 20));
        Assert.That((sparse.Size, sparse.Real.ToArray()), Is.EqualTo(("3x1000000", new double[] { 5 })));
    }

    [Test]
    public void Load_Version4SparseBeyondALimitOfTheCaller_IsRefused()
    {
        byte[] file = [.. Words(2, 2, 3, 0, 2), (byte)'s', 0, .. new double[] { 1, 3, 9, 9, 5, 0 }.SelectMany(BitConverter.GetBytes)];
        Assert.That(MatFile.Load(new MemoryStream(file), new MatReadOptions { MaxEmptyColumns = 8 })["s"].Size, Is.EqualTo("3x9"));
        Assert.That(() => MatFile.Load(new MemoryStream(file), new MatReadOptions { MaxEmptyColumns = 7 }), Throws.TypeOf<MatFileException>().With.Message.Contains("MaxEmptyColumns"));
    }

    [Test]
    public void Load_TwoVariablesOfOneName_LaterCounts()
    {
        byte[] file = File(Scalar("x", 1), Scalar("x", 2));
        Assert.That(MatFile.Load(new MemoryStream(file))["x"].AsDouble(), Is.EqualTo(2));
        Assert.That(MatFile.Load(new MemoryStream(file), "x").AsDouble(), Is.EqualTo(2));
    }

    [Test]
    public void Load_TwoFieldsOfOneName_KeepsBoth()
    {
        var s = (MatStruct)Load(Array(Struct, [1, 1], "s", Ints(2), Element(MiInt8, "a\0a\0"u8.ToArray()), Scalar("", 1), Scalar("", 2)))["s"];
        Assert.That(s["a"].AsDouble(), Is.EqualTo(2));
        Assert.That(s.Element(0)[0].AsDouble(), Is.EqualTo(1));
    }

    [Test]
    public void Load_FieldNameThatFillsItsSlot_HasAllItsLetters() =>
        Assert.That(((MatStruct)Load(Array(Struct, [0, 0], "s", Ints(3), Element(MiInt8, "abcd\0\0"u8.ToArray())))["s"]).Fields, Is.EqualTo(new[] { "abc", "d" }));

    [Test]
    public void Load_WrongChecksum_IsAnErrorUnlessLenient()
    {
        var zipped = Zip(Scalar("x", 5));
        zipped[^1] ^= 1;
        var file = File(zipped);

        Assert.That(() => MatFile.Load(new MemoryStream(file)), Throws.TypeOf<MatFileException>().With.Message.Contains("checksum").And.Message.Contains("Lenient"));
        Assert.That(MatFile.Load(new MemoryStream(file), new MatReadOptions { Lenient = true })["x"].AsDouble(), Is.EqualTo(5));
    }

    [Test]
    public void Load_PaddedCompressedVariables_ReadsThemAll()
    {
        byte[] zipped = Zip(Scalar("x", 1));
        byte[] padded = [.. zipped, .. new byte[-zipped.Length & 7]];
        Assert.That(Load(padded, padded.ToArray(), Scalar("y", 2)).Keys, Is.EqualTo(new[] { "x", "y" }));
    }

    [Test]
    public void Load_ArrayThatCountsFourBytesTooMany_IsReadWhenCompressed()
    {
        var text = Array(Char, [2, 1], "t", Element(MiUtf8, "ab"u8.ToArray()));
        Assert.That(((MatChar)Load(Zip(Tag(MiMatrix, (uint)text.Length - 8 + 4), text[8..]))["t"]).AsStrings(), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void Load_ObjectsAndFunctionHandles_StandForThemselvesAndCostNothingElse()
    {
        byte[] opaque = Element(MiMatrix, [.. Element(MiUInt32, Words(Opaque, 0)), .. Element(MiInt8, "d"u8.ToArray()),
            .. Element(MiInt8, "MCOS"u8.ToArray()), .. Element(MiInt8, "datetime"u8.ToArray()), .. Scalar("", 1)]);
        var variables = Load(opaque, Array(FunctionHandle, [1, 1], "f", Scalar("", 1)), Scalar("x", 7), Array(UInt8Class, [1, 1], "", Element(MiUInt8, [9])));

        Assert.That(((MatOpaque)variables["d"]).ObjectClass, Is.EqualTo("datetime"));
        Assert.That(variables["f"].ToString(), Is.EqualTo("1x1 function_handle"));
        Assert.That(variables["x"].AsDouble(), Is.EqualTo(7));
        Assert.That(variables, Has.Count.EqualTo(3), "what has no name is no variable");
    }

    [Test]
    public void Load_SparseLogicalAsBytesCalledDoubles_GivesTheValues()
    {
        var sparse = Load(Array(Sparse | LogicalFlag, [3, 2], "s", Ints(0, 2, 1), Ints(0, 2, 3), Element(MiDouble, [1, 1, 1])))["s"];
        Assert.That(sparse.ToString(), Is.EqualTo("3x2 sparse logical"));
        Assert.That(sparse.AsMatrix().ToArray(), Is.EqualTo(new double[,] { { 1, 0 }, { 0, 1 }, { 1, 0 } }));
    }

    [Test]
    public void Load_SparseWithRoomToSpare_GivesTheEntries() =>
        Assert.That(Load(Array(Sparse, [2, 2], "s", Ints(1, 0, 0), Ints(0, 1, 1), Doubles(4, 0, 0)))["s"].AsMatrix().ToColumnMajorArray(), Is.EqualTo(new[] { 0.0, 4, 0, 0 }));

    [Test]
    public void Load_DoublesMarkedLogical_AreLogical() =>
        Assert.That(Load(Array(DoubleClass | LogicalFlag, [1, 2], "b", Doubles(0, 3)))["b"].ToString(), Is.EqualTo("1x2 logical"));

    [Test]
    public void Load_Version4NameWithRubbishBehindItsNul_EndsAtTheNul()
    {
        byte[] file = [.. Words(0, 1, 1, 0, 8), .. "A\0\xCC\xCC\xCC\xCC\xCC\xCC"u8[..8], .. BitConverter.GetBytes(7.0)];
        Assert.That(MatFile.Load(new MemoryStream(file), "A").AsDouble(), Is.EqualTo(7));
    }

    [Test]
    public void Load_TextWhoseSizeCountsBytes_IsAsLongAsTheText() =>
        Assert.That(Load(Array(Char, [1, 2], "t", Element(MiUtf8, "ä"u8.ToArray())))["t"].AsString(), Is.EqualTo("ä"));

    [Test]
    public void Load_BeyondALimitOfTheCaller_IsRefused()
    {
        var file = File(Array(DoubleClass, [1, 3], "x", Doubles(1, 2, 3)), Array(Cell, [1, 1], "c", Array(Cell, [1, 1], "", Scalar("", 1))));
        Assert.That(() => MatFile.Load(new MemoryStream(file), "x", new MatReadOptions { MaxVariableBytes = 20 }), Throws.TypeOf<MatFileException>().With.Message.Contains("MaxVariableBytes"));
        Assert.That(() => MatFile.Load(new MemoryStream(file), "c", new MatReadOptions { MaxNesting = 1 }), Throws.TypeOf<MatFileException>().With.Message.Contains("MaxNesting"));
        Assert.That(MatFile.Load(new MemoryStream(file), "c", new MatReadOptions { MaxNesting = 2 })[0][0].AsDouble(), Is.EqualTo(1));
    }

    private static OrderedDictionary<string, MatValue> Load(params byte[][] elements) => MatFile.Load(new MemoryStream(File(elements)));
}
