using static DeepLearnPort.Tests.Level5Bytes;

namespace DeepLearnPort.Tests;

/// <summary>What reading takes of memory stays within the limits, whatever a file is made of.</summary>
public class MatLimitTests
{
    private const uint Cell = 1, Struct = 2, Char = 4, Sparse = 5, DoubleClass = 6;
    private const long Limit = 2 << 20;
    // Besides what is counted: the buffers that a file is read through, and arrays while they grow.
    private const long Slack = (1 << 20) + Limit / 2;

    private static readonly MatReadOptions Limited = new() { MaxVariableBytes = Limit };

    /// <summary>Files that stand for little and would make much; the number grows the file.</summary>
    private static TestCaseData[] Greedy =>
    [
        Case("cell of numbers", n => Zip(Array(Cell, [1, n], "c", Repeated(n, Scalar("", 1))))),
        Case("cell of empty cells", n => Zip(Array(Cell, [1, n], "c", Repeated(n, Array(Cell, [0, 0], ""))))),
        Case("cell of never assigned elements", n => Zip(Array(Cell, [1, 5 * n], "c", Repeated(5 * n, Tag(MiMatrix, 0))))),
        Case("cell of texts",
            n => Zip(Array(Cell, [1, n], "c", Repeated(n, Array(Char, [1, 1], "", Element(MiUtf8, "a"u8.ToArray())))))),
        Case("cell of sparse matrices",
            n => Zip(Array(Cell, [1, n], "c", Repeated(n, Array(Sparse, [1, 1], "", Ints(0), Ints(0, 1), Doubles(1)))))),
        Case("cell of structs without fields",
            n => Zip(Array(Cell, [1, n], "c", Repeated(n, Array(Struct, [1, 1], "", Ints(1), Element(MiInt8, [])))))),
        Case("cell of large sizes",
            n => Zip(Array(Cell, [1, n], "c", Repeated(n, Array(DoubleClass, [.. new int[1000]], "", Doubles()))))),
        Case("struct array",
            n => Zip(Array(Struct, [1, n], "s", Ints(2), Element(MiInt8, "a\0"u8.ToArray()), Repeated(n, Scalar("", 1))))),
        Case("fields", n => Zip(Array(Struct, [0, 0], "s", Ints(1), Element(MiInt8, [.. Enumerable.Repeat((byte)'a', n)])))),
        Case("text as UTF-8", n => Zip(Array(Char, [1, 30 * n], "t", Element(MiUtf8, new byte[30 * n])))),
        Case("text as bytes", n => Zip(Array(Char, [1, 30 * n], "t", Element(MiUInt8, new byte[30 * n])))),
        Case("text as UTF-16", n => Zip(Array(Char, [1, 30 * n], "t", Element(MiUInt16, new byte[60 * n])))),
        Case("text as UTF-32", n => Zip(Array(Char, [1, 20 * n], "t", Element(18, new byte[80 * n])))),
        Case("doubles stored as bytes", n => Zip(Array(DoubleClass, [1, 30 * n], "x", Element(MiUInt8, new byte[30 * n])))),
        Case("rows without letters", n => Array(Char, [1000 * n, 0], "t", Element(MiUInt8, []))),
        Case("rows whose text is missing", n => Array(Char, [1000 * n, 5], "t", Element(MiUInt8, []))),
        Case("rows of a letter", n => Zip(Array(Char, [5 * n, 1], "t", Element(MiUInt8, new byte[5 * n])))),
        Case("sparse with many rows", n => Array(Sparse, [1000 * n, 1], "s", Ints(), Ints(0, 0), Doubles())),
        Case("sparse with many columns", n => Zip(Array(Sparse, [1, 50 * n], "s", Ints(), Ints(new int[50 * n + 1]), Doubles()))),
        Case("version 4 text", n => [.. Words(51, 1, (uint)(40 * n), 0, 2), (byte)'t', 0, .. new byte[40 * n]]),
        Case("version 4 rows without letters", n => [.. Words(51, (uint)(1000 * n), 0, 0, 2), (byte)'t', 0]),
        Case("version 4 sparse with many rows", n => [.. Words(2, 1, 3, 0, 2), (byte)'s', 0, .. Columns(1000 * n, 1, 0)]),
        Case("version 4 sparse with many columns", n => [.. Words(2, 1, 3, 0, 2), (byte)'s', 0, .. Columns(1, 50 * n, 0)]),
        Case("version 4 bytes", n => [.. Words(50, 1, (uint)(15 * n), 0, 2), (byte)'x', 0, .. new byte[15 * n]]),
    ];

    [TestCaseSource(nameof(Greedy))]
    public void Load_FileThatWouldTakeMore_IsRefusedWithinTheLimit(Func<int, byte[]> file)
    {
        var bytes = Whole(file(60_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<MatFileException>(() => MatFile.Load(new MemoryStream(bytes), Limited))!;

        Assert.That(error.Message, Does.Contain("MaxVariableBytes"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(Limit + Slack));
    }

    [TestCaseSource(nameof(Greedy))]
    public void Load_SmallerOne_TakesNoMoreThanIsCounted(Func<int, byte[]> file)
    {
        // The smallest limit with which it is read is what is counted.
        var bytes = Whole(file(2_000));
        long counted = 1, step = 1 << 28;
        for (; step > 1024; step /= 2)
            if (!IsRead(bytes, counted + step))
                counted += step;
        counted += 2 * step;
        Assert.That(IsRead(bytes, counted));

        MatFile.Load(new MemoryStream(bytes));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var value = MatFile.Load(new MemoryStream(bytes)).Values.Single();
        var loaded = GC.GetAllocatedBytesForCurrentThread() - before;
        var view = value switch { MatChar text => (object)text.AsStrings(), MatSparse sparse => sparse.AsMatrix(), _ => value };
        var viewed = GC.GetAllocatedBytesForCurrentThread() - before - loaded;

        Assert.That(loaded, Is.LessThan(2 * counted + 400_000), "arrays that grow are there twice for a moment");
        Assert.That(viewed, Is.LessThan(2 * counted + 10_000));
        GC.KeepAlive(view);
    }

    [Test]
    public void Load_ManyVariables_AddUpUnlessTheyAreNotKept()
    {
        var file = new MemoryStream(File([.. Enumerable.Range(0, 20)
            .Select(i => Array(DoubleClass, [1, 10_000], $"x{i}", Doubles(new double[10_000])))]));
        var options = new MatReadOptions { MaxFileBytes = 1 << 20 };

        Assert.That(() => MatFile.Load(file, options),
            Throws.TypeOf<MatFileException>().With.Message.Contains("MaxFileBytes").And.Message.Contains("one at a time"));
        file.Position = 0;
        Assert.That(MatFile.Load(file, "x19", options).Count, Is.EqualTo(10_000));
        file.Position = 0;
        Assert.That(MatFile.List(file, options), Has.Count.EqualTo(20));
        file.Position = 0;
        Assert.That(MatFile.Entries(file, null, options, keeps: false).Sum(e => e.Read().Count), Is.EqualTo(200_000));
    }

    [Test]
    public void List_ManyLongNames_AddUp()
    {
        var name = new string('a', 60_000);
        var file = File([.. Enumerable.Repeat(Zip(Array(DoubleClass, [1, 1], name, Doubles(1))), 1000)]);

        Assert.That(file, Has.Length.LessThan(300_000));
        Assert.That(() => MatFile.List(new MemoryStream(file), new() { MaxFileBytes = 1 << 24 }),
            Throws.TypeOf<MatFileException>().With.Message.Contains("MaxFileBytes"));
        Assert.That(() => MatFile.List(new MemoryStream(File(Array(DoubleClass, [1, 1], new string('a', 70_000), Doubles(1))))),
            Throws.TypeOf<MatFileException>().With.Message.Contains("a name of 70000 bytes"));
    }

    [Test]
    public void AsStrings_RowsWithoutLetters_AreEmptyTexts() =>
        Assert.That(((MatChar)MatFile.Load(new MemoryStream(File(Array(Char, [3, 0], "t", Element(MiUInt8, [])))))["t"])
            .AsStrings(), Is.EqualTo(new[] { "", "", "" }));

    [Test]
    public void Load_BillionsOfElementsOfNothing_TakeNothing()
    {
        var file = File(Array(Struct, [int.MaxValue, int.MaxValue], "s", Ints(1), Element(MiInt8, [])),
            Array(DoubleClass, [int.MaxValue, 0], "x", Doubles()),
            Array(Cell, [0, int.MaxValue], "c"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var variables = MatFile.Load(new MemoryStream(file));

        Assert.That(variables.Values.Select(v => v.ToString()),
            Is.EqualTo(new[] { "2147483647x2147483647 struct", "2147483647x0 double", "0x2147483647 cell" }));
        Assert.That(MatSamples.List(variables), Has.Count.EqualTo(3));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1 << 20));
    }

    [Test]
    public void MatListing_MoreThanCanBeListed_SaysSo()
    {
        MatValue deep = 1.0;
        for (int level = 0; level < 300; level++)
            deep = MatStruct.Create((new string('f', 60), deep));
        var value = MatCell.Row([.. Enumerable.Repeat(deep, 300)]);

        Assert.That(() => MatListing.Of("x", value), Throws.InvalidOperationException.With.Message.Contains("too much to list"));
    }

    private static bool IsRead(byte[] file, long limit)
    {
        try
        {
            MatFile.Load(new MemoryStream(file), new() { MaxVariableBytes = limit });
            return true;
        }
        catch (MatFileException)
        {
            return false;
        }
    }

    private static TestCaseData Case(string name, Func<int, byte[]> file) => new TestCaseData(file).SetArgDisplayNames(name);

    // A version 4 file has no header of its own.
    private static byte[] Whole(byte[] content) =>
        content.Length > 3 && content[1] == 0 && content[0] is 2 or 50 or 51 ? content : File(content);

    private static byte[] Repeated(int count, byte[] element) => [.. Enumerable.Repeat(element, count).SelectMany(e => e)];

    private static byte[] Columns(params double[] stored) => [.. stored.SelectMany(BitConverter.GetBytes)];
}
