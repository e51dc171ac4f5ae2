using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace DeepLearnPort.Tests;

public class MatFileLoadTests
{
    [Test]
    public void Load_OneVariable_DoesNotNeedTheOthersToBeWhole()
    {
        using var file = new MemoryStream();
        var noise = Mat.Build.Random(20, 20, 1);
        MatFile.Save(file, [new("a", noise), new("b", 7.0)]);
        var damaged = file.ToArray();
        damaged.AsSpan(1000, 100).Clear();

        Assert.That(MatFile.Load(new MemoryStream(damaged), "b").AsDouble(), Is.EqualTo(7));
        var error = Assert.Throws<MatFileException>(() => MatFile.Load(new MemoryStream(damaged), "a"))!;
        Assert.That((error.Variable, error.Offset), Is.EqualTo(("a", (long?)128)));
    }

    [Test]
    public void Load_StructOfCells_IsReachedByNameAndPosition()
    {
        using var file = new MemoryStream();
        MatFile.Save(file, MatSamples.All());
        file.Position = 0;
        var variables = MatFile.Load(file);

        Assert.That(variables["s"]["W"][0].AsMatrix(), Is.EqualTo(Mat.Build.Dense(2, 2, 0.25)));
        Assert.That(variables["s"]["inner"]["b"].AsString(), Is.EqualTo("c"));
        Assert.That(variables["array"][1]["p"].AsDouble(), Is.EqualTo(2));
        Assert.That(variables["long_text"].AsString(), Does.EndWith("😀"));
        Assert.That(((MatChar)variables["lines"]).AsStrings(), Is.EqualTo(new[] { "two  ", "lines" }));
        Assert.That(((MatNumeric)variables["uint8"]).TryGetData<byte>(out var bytes) && bytes.Span[3] == 200);
        Assert.That(() => variables["s"]["nope"], Throws.TypeOf<KeyNotFoundException>().With.Message.Contains("a, W, inner"));
        Assert.That(() => variables["nd"].AsMatrix(), Throws.TypeOf<InvalidCastException>().With.Message.Contains("2x3x4 double"));
    }

    [Test]
    public void List_Stream_InflatesHeadersAlone([Values] bool seekable)
    {
        var file = new MemoryStream();
        MatFile.Save(file, [new("a", Mat.Build.Random(20, 20, 1)), new("b", true), new("c", MatValue.Of(Matrix<Complex>.Build.Random(20, 20, 1)))]);
        file.GetBuffer().AsSpan(1000, 100).Clear();
        file.Position = 0;

        var listed = MatFile.List(seekable ? file : new OneWayStream(file));

        Assert.That(listed.Select(v => (v.Name, v.Class, v.Size, v.Bytes, v.Attributes)), Is.EqualTo(new[]
        {
            ("a", MatClass.Double, "20x20", (long?)3200, ""), ("b", MatClass.Logical, "1x1", 1, ""), ("c", MatClass.Double, "20x20", 6400, "complex"),
        }));
        Assert.That(file.CanRead, "the caller's stream stays open");
    }

    [Test]
    public void Load_Mnist_TakesLittleMoreMemoryThanItsData()
    {
        const long Bytes = 70_000 * (784 + 10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var variables = MatFile.Load(Repository.Path("matlab-ref", "data", "mnist_uint8.mat"));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(variables.Values.Sum(v => v.Count), Is.EqualTo(Bytes));
        Assert.That(allocated, Is.LessThan(Bytes + Bytes / 10));
    }
}
