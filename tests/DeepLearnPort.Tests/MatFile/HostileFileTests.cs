using static DeepLearnPort.Tests.Level5Bytes;

namespace DeepLearnPort.Tests;

/// <summary>Files that are damaged or lie. Each must end in the one exception that says why, having taken next to no memory.</summary>
public class HostileFileTests
{
    private const uint Cell = 1, Struct = 2, Char = 4, Sparse = 5, DoubleClass = 6, UInt8Class = 9, Complex = 0x800;

    private static TestCaseData[] Refused =>
    [
        Case("empty file", [], "empty"),
        Case("header cut short", File()[..60], "60 of 128"),
        Case("all zeros", new byte[4096], "name of 0 bytes"),
        Case("text", [.. Enumerable.Repeat((byte)'a', 300)], "not a MAT file"),
        Case("half a tag", [.. File(), 14, 0, 0, 0], "ends too early"),
        Case("matrix cut short", File(Array(DoubleClass, [100, 100], "x", Element(MiDouble, new byte[80], 80000))), "element of 80000 bytes"),
        Case("variable cut short", File(Scalar("x", 1))[..^8], "variable of 64 bytes where at most 56"),
        Case("4 GB claimed", File(Element(MiMatrix, new byte[8], uint.MaxValue)), "4294967295 bytes"),
        Case("element reaches into the next variable", File(Array(DoubleClass, [1, 2], "x", Element(MiDouble, new byte[8], 16)), Scalar("y", 2)), "element of 16 bytes"),
        Case("small element of 8 bytes", File(Array(DoubleClass, [1, 1], "x", Words(8 << 16 | 2, 0, 0))), "small element of 8"),
        Case("unknown storage type", File(Array(DoubleClass, [1, 1], "x", Element(99, new byte[8]))), "type 99"),
        Case("reserved storage type", File(Array(DoubleClass, [1, 1], "x", Element(10, new byte[8]))), "type 10"),
        Case("matrix as numbers", File(Array(DoubleClass, [1, 1], "x", Element(MiMatrix, new byte[8]))), "type 14"),
        Case("negative size", File(Array(DoubleClass, [-1, 1], "x", Doubles(1))), "negative size -1x1"),
        Case("size beyond 2^32", File(Array(DoubleClass, [65536, 65536], "x", Doubles())), "4294967296 values"),
        Case("size beyond 2^64", File(Array(DoubleClass, [65536, 65536, 65536, 65536, 65536], "x", Doubles())), "values are due"),
        Case("size of 2^31-1 rows", File(Array(DoubleClass, [int.MaxValue, 1], "x", Doubles(1))), "2147483647 values"),
        Case("too few values", File(Array(DoubleClass, [3, 3], "x", Doubles(1, 2, 3, 4, 5, 6, 7, 8))), "9 values"),
        Case("too many values", File(Array(DoubleClass, [1, 1], "x", Doubles(1, 2))), "1 values"),
        Case("no imaginary part", File(Array(DoubleClass | Complex, [1, 1], "x", Doubles(1))), "array ends"),
        Case("stray element in an array", File(Array(DoubleClass, [1, 1], "x", Doubles(1), Doubles(2))), "16 bytes too many"),
        Case("300 in a uint8", File(Array(UInt8Class, [1, 1], "x", Ints(300))), "no uint8"),
        Case("1.5 in a uint8", File(Array(UInt8Class, [1, 1], "x", Doubles(1.5))), "no uint8"),
        Case("field names of length 0", File(Array(Struct, [1, 1], "s", Ints(0), Element(MiInt8, new byte[8]))), "field names of 0 bytes"),
        Case("field names of negative length", File(Array(Struct, [1, 1], "s", Ints(-8), Element(MiInt8, new byte[8]))), "field names of -8 bytes"),
        Case("field names of huge length", File(Array(Struct, [1, 1], "s", Ints(int.MaxValue), Element(MiInt8, new byte[8]))), "field names of 2147483647 bytes"),
        Case("field missing", File(Array(Struct, [1, 1], "s", Ints(8), Element(MiInt8, "a\0\0\0\0\0\0\0b\0\0\0\0\0\0\0"u8.ToArray()), Scalar("", 1))), "array ends"),
        Case("huge struct array", File(Array(Struct, [40000, 40000], "s", Ints(8), Element(MiInt8, "a\0\0\0\0\0\0\0"u8.ToArray()))), "1600000000 elements"),
        Case("huge cell", File(Array(Cell, [40000, 40000], "c")), "1600000000 elements"),
        Case("numbers in a cell", File(Array(Cell, [1, 1], "c", Doubles(1))), "array is due"),
        Case("nested too deep", File(Zip(Array(Cell, [1, 1], "c", Nested(20000)))), "512 levels"),
        Case("text of numbers", File(Array(Char, [1, 1], "t", Doubles(65))), "text is due"),
        Case("text too short", File(Array(Char, [1, 5], "t", Element(MiUInt16, new byte[4]))), "2 UTF-16 units"),
        Case("sparse row out of range", File(SparseOf([0, 3], [0, 1, 2])), "row 3"),
        Case("sparse row negative", File(SparseOf([0, -1], [0, 1, 2])), "row -1"),
        Case("sparse rows out of order", File(SparseOf([1, 0], [0, 2, 2])), "row 0"),
        Case("sparse columns decrease", File(SparseOf([0, 1], [0, 2, 1])), "column 2"),
        Case("sparse columns begin late", File(SparseOf([0, 1], [1, 1, 2])), "first column"),
        Case("sparse pointer too large", File(SparseOf([0, 1], [0, 1, 1000000000])), "1000000000"),
        Case("sparse pointers too few", File(SparseOf([0, 1], [0, 2])), "3 values"),
        Case("compressed data cut short", File(Cut(Zip(Array(DoubleClass, [20, 20], "x", Doubles([.. Enumerable.Range(0, 400).Select(i => Math.Sin(i))]))), 500)), "ends too early"),
        Case("checksum cut short", File(Cut(Zip(Scalar("x", 1)), 2)), "ends too early"),
        Case("compressed in compressed", File(Zip(Zip(Scalar("x", 1)))), "type 15"),
        Case("inflates to less", File(Zip(Array(DoubleClass, [1, 3], "x", Doubles(1, 2, 3))[..^8])), "ends too early"),
        Case("3 GB claimed inside", File(Zip(Tag(MiMatrix, 3u << 30), Scalar("x", 1)[8..])), "3221225472 bytes"),
        Case("bomb behind the variable", File(Zip(Scalar("x", 1), new byte[1 << 24])), "go on after the end"),
        Case("not zlib", File(Element(MiCompressed, new byte[16])), "zlib"),
        Case("zlib with a dictionary", File(Element(MiCompressed, [0x78, 0xBB, .. new byte[14]])), "zlib"),
        Case("version 4 of a VAX", [.. Words(2000, 1, 1, 0, 2), (byte)'x', 0, .. new byte[8]], "VAX"),
        Case("version 4 with 2^32 values", [.. Words(0, 65536, 65536, 0, 2), (byte)'x', 0, .. new byte[8]], "34359738368 bytes"),
        Case("version 4 with a long name", [.. Words(0, 1, 1, 0, int.MaxValue), (byte)'x', 0, .. new byte[8]], "name of 2147483647 bytes"),
        Case("version 4 sparse with many columns", [.. Words(2, 2, 3, 0, 2), (byte)'x', 0, .. SparseRows(1, 1 << 30, 1, 1 << 30, 5, 0)], "1073741824 columns"),
        Case("version 4 sparse with an infinite size", [.. Words(2, 1, 3, 0, 2), (byte)'x', 0, .. SparseRows(double.PositiveInfinity, 1, 0)], "whole number"),
    ];

    [TestCaseSource(nameof(Refused))]
    public void Load_Damaged_SaysWhy(byte[] file, string reason)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<MatFileException>(() => MatFile.Load(new MemoryStream(file)))!;

        Assert.That(error.Reason, Does.Contain(reason));
        Assert.That(error.Offset, Is.Not.Null.Or.Matches<long?>(_ => error.Variable is not null));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(32 << 20));
        Assert.Throws<MatFileException>(() => MatFile.Load(new OneWayStream(new MemoryStream(file))));
    }

    private static TestCaseData Case(string name, byte[] file, string reason) => new TestCaseData(file, reason).SetArgDisplayNames(name);

    private static byte[] SparseOf(int[] rows, int[] pointers) =>
        Array(Sparse, [3, 2], "s", Ints(rows), Ints(pointers), Doubles([.. rows.Select(r => (double)r)]));

    /// <summary>The columns of a version 4 sparse matrix, of which each row is an entry and the last one the size.</summary>
    private static byte[] SparseRows(params double[] stored) => [.. stored.SelectMany(BitConverter.GetBytes)];

    /// <summary>A compressed element with its last bytes missing, in data and tag alike.</summary>
    private static byte[] Cut(byte[] zipped, int bytes) => [.. Tag(MiCompressed, (uint)(zipped.Length - 8 - bytes)), .. zipped[8..^bytes]];

    private static byte[] Nested(int levels)
    {
        const int LevelBytes = 48;
        var bytes = new List<byte>();
        for (var level = 0; level < levels; level++)
        {
            var head = Array(Cell, [1, 1], "");
            bytes.AddRange(Tag(MiMatrix, (uint)(LevelBytes * (levels - level - 1) + head.Length - 8)));
            bytes.AddRange(head[8..]);
        }
        return [.. bytes];
    }
}
