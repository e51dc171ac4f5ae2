using MathNet.Numerics.LinearAlgebra;

namespace DeepLearnPort.Tests;

/// <summary>What callers get wrong: an error that names the argument, never one from inside.</summary>
public class MatArgumentTests
{
    private static readonly Stream NoStream = null!;

    private static TestCaseData[] Nulls =>
    [
        Case("Load path", () => MatFile.Load((string)null!)),
        Case("Load stream", () => MatFile.Load(NoStream)),
        Case("Load name", () => MatFile.Load(new MemoryStream(), null!, null)),
        Case("List stream", () => MatFile.List(NoStream)),
        Case("Save path", () => MatFile.Save((string)null!, [])),
        Case("Save variables", () => MatFile.Save(new MemoryStream(), null!)),
        Case("Save stream", () => MatFile.Save(NoStream, [])),
        Case("Read stream", () => MatlabReader.Read<double>(NoStream)),
        Case("List of the reader", () => MatlabReader.List(NoStream)),
        Case("ReadAll stream", () => MatlabReader.ReadAll<double>(NoStream)),
        Case("ReadAll names", () => MatlabReader.ReadAll<double>(new MemoryStream(), null!)),
        Case("Unpack", () => MatlabReader.Unpack<double>(null!)),
        Case("Pack", () => MatlabWriter.Pack<double>(null!, "x")),
        Case("Store", () => MatlabWriter.Store(new MemoryStream(), null!)),
        Case("Store of a null", () => MatlabWriter.Store(new MemoryStream(), [null!])),
        Case("Write matrices", () => MatlabWriter.Write<double>(new MemoryStream(), (IList<Mat>)null!, [])),
        Case("Write dictionary", () => MatlabWriter.Write<double>(new MemoryStream(), (Dictionary<string, Matrix<double>>)null!)),
        Case("text", () => new MatChar(null!)),
        Case("text as a value", () => (MatValue)(string)null!),
        Case("rows of text", () => MatChar.FromRows("a", null!)),
        Case("matrix as a value", () => (MatValue)(Mat)null!),
        Case("logical matrix", () => MatSparse.Logical(null!)),
        Case("numbers", () => MatNumeric.Create<double>(null!, 1, 1)),
        Case("real parts", () => MatNumeric.Complex(null!, [1.0], 1, 1)),
        Case("cell", () => MatCell.Row(1.0, null!)),
        Case("cell of a size", () => MatCell.Create([null!], 1, 1)),
        Case("field", () => MatStruct.Create(("a", null!))),
        Case("field of an array", () => MatStruct.Array(["a"], [null!], 1, 1)),
        Case("listing", () => MatListing.Of("x", null!)),
        Case("comparison", () => MatComparison.Of(null!, 1.0, "x")),
    ];

    [TestCaseSource(nameof(Nulls))]
    public void Call_WithNull_IsRefused(Func<object> call) => Assert.That(() => call(), Throws.InstanceOf<ArgumentException>());

    [Test]
    public void Save_NullAmongTheValues_NamesTheVariable()
    {
        using var file = new MemoryStream();
        Assert.That(() => MatFile.Save(file, [new("x", null!)]),
            Throws.TypeOf<MatFileException>().With.Message.Contains("variable 'x'").And.Message.Contains("null"));
        Assert.That(() => MatFile.Save(file, [new(null!, 1.0)]),
            Throws.TypeOf<MatFileException>().With.Message.Contains("name is null"));
        Assert.That(() => MatStruct.Create((null!, 1.0)), Throws.ArgumentException.With.Message.Contains("name of field 1"));
    }

    [Test]
    public void Load_Folder_SaysThatItIsOne()
    {
        using var folder = new TemporaryFolder();
        foreach (Action load in new Action[] { () => MatFile.Load(folder.Path("")), () => MatFile.List(folder.Path("")),
            () => MatlabReader.Read<double>(folder.Path("")) })
            Assert.That(() => load(),
                Throws.TypeOf<IOException>().With.Message.Contains(folder.Path("")).And.Message.Contains("is a folder"));
    }

    [Test]
    public void LoadAndSave_StreamOfTheWrongKind_NameIt()
    {
        using var readOnly = new MemoryStream([], writable: false);
        Assert.That(() => MatFile.Save(readOnly, []), Throws.ArgumentException.With.Message.Contains("written to"));
    }

    [Test]
    public void Load_NamesOfAStranger_StayOnOneLineOfTheError()
    {
        var file = Level5Bytes.File(Level5Bytes.Scalar("x\n\u001b[31m", 1));
        Assert.That(() => MatFile.Load(new MemoryStream(file), "y"),
            Throws.TypeOf<KeyNotFoundException>().With.Message.Contains(@"it has x\n\u001B[31m"));
        var damaged = Level5Bytes.File(Level5Bytes.Array(6, [1, 1], "x\n\u202E"));
        Assert.That(() => MatFile.Load(new MemoryStream(damaged)),
            Throws.TypeOf<MatFileException>().With.Message.Contains(@"variable 'x\n\u202E'"));
    }

    private static TestCaseData Case(string name, Func<object> call) => new TestCaseData(call).SetArgDisplayNames(name);

    private static TestCaseData Case(string name, Action call) => Case(name, () =>
    {
        call();
        return name;
    });
}
