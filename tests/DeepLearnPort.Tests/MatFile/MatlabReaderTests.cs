using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace DeepLearnPort.Tests;

public class MatlabReaderTests
{
    [Test]
    public void Read_Uint8Above127_KeepsTheValue()
    {
        using var file = Saved("x", MatNumeric.Create<byte>([0, 128, 200, 255], 2, 2));
        Assert.That(MatlabReader.Read<double>(file, "x"), Is.EqualTo(Mat.Build.Dense(2, 2, [0, 128, 200, 255])));
    }

    [Test]
    public void Read_WithoutName_GivesTheFirst()
    {
        using var file = new MemoryStream();
        MatlabWriter.Write(file, new Dictionary<string, Mat> { ["a"] = Mat.Build.Dense(1, 1, 1), ["b"] = Mat.Build.Dense(1, 1, 2) });
        file.Position = 0;
        Assert.That(MatlabReader.Read<double>(file)[0, 0], Is.EqualTo(1));
    }

    [Test]
    public void Read_UnknownName_SaysWhatThereIs()
    {
        using var file = Saved("x", 1.0);
        Assert.That(() => MatlabReader.Read<double>(file, "y"), Throws.TypeOf<KeyNotFoundException>().With.Message.Contains("it has x"));
    }

    [Test]
    public void Read_ComplexAsReal_Throws()
    {
        using var file = Saved("z", MatNumeric.Complex([1.0], [2.0], 1, 1));
        Assert.That(() => MatlabReader.Read<double>(file), Throws.TypeOf<InvalidCastException>().With.Message.Contains("RealPart"));
    }

    [Test]
    public void Read_LargeInteger_IsNotRoundedInSilence()
    {
        using var file = Saved("n", MatNumeric.Create([(1L << 53) + 1], 1, 1));
        Assert.That(() => MatlabReader.Read<double>(file), Throws.TypeOf<InvalidCastException>().With.Message.Contains("9007199254740993"));
    }

    [Test]
    public void Unpack_Text_IsNotSupportedAndSaysSo()
    {
        using var file = Saved("t", "text");
        Assert.That(() => MatlabReader.Unpack<double>(MatlabReader.List(file)[0]), Throws.TypeOf<NotSupportedException>().With.Message.Contains("1x4 char"));
    }

    [Test]
    public void ReadAll_FileWithText_GivesTheMatrices()
    {
        using var folder = new TemporaryFolder();
        MatFile.Save(folder.Path("a.mat"), [new("t", "text"), new("x", 1.0), new("y", 2.0)]);
        Assert.That(MatlabReader.ReadAll<double>(folder.Path("a.mat")).Keys, Is.EqualTo(new[] { "x", "y" }));
        Assert.That(MatlabReader.ReadAll<double>(folder.Path("a.mat"), "y", "z").Keys, Is.EqualTo(new[] { "y" }));
    }

    [Test]
    public void WriteAndRead_EveryElementType_KeepsTheValues()
    {
        WriteAndRead(Matrix<double>.Build.Random(3, 4, 1));
        WriteAndRead(Matrix<float>.Build.Random(3, 4, 2));
        WriteAndRead(Matrix<Complex>.Build.Random(3, 4, 3));
        WriteAndRead(Matrix<MathNet.Numerics.Complex32>.Build.Random(3, 4, 4));
        WriteAndRead(Matrix<double>.Build.SparseDiagonal(5, 4, 2.5));
        WriteAndRead(Matrix<Complex>.Build.SparseOfIndexed(3, 2, [(2, 0, new Complex(1, -1)), (0, 1, Complex.One)]));
    }

    [Test]
    public void ReadAndList_WrongChecksum_ReadWhenLenient()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Path("a.mat");
        var zipped = Level5Bytes.Zip(Level5Bytes.Scalar("x", 5));
        zipped[^1] ^= 1;
        File.WriteAllBytes(path, Level5Bytes.File(zipped));
        var lenient = new MatReadOptions { Lenient = true };

        Assert.That(() => MatlabReader.Read<double>(path), Throws.TypeOf<MatFileException>().With.Message.Contains("Lenient"));
        Assert.That(MatlabReader.Read<double>(path, options: lenient)[0, 0], Is.EqualTo(5));
        Assert.That(MatlabReader.Read<double>(path, "x", lenient)[0, 0], Is.EqualTo(5));
        Assert.That(MatlabReader.Unpack<double>(MatlabReader.List(path, lenient)[0])[0, 0], Is.EqualTo(5));
        Assert.That(MatlabReader.List(new MemoryStream(File.ReadAllBytes(path)), lenient), Has.Count.EqualTo(1));
    }

    private static void WriteAndRead<T>(Matrix<T> matrix)
        where T : struct, IEquatable<T>, IFormattable
    {
        using var folder = new TemporaryFolder();
        var path = folder.Path("a.mat");
        MatlabWriter.Store(path, [MatlabWriter.Pack(matrix, "m")]);
        var listed = MatlabReader.List(path).Single();
        Assert.That(listed.Name, Is.EqualTo("m"));
        Assert.That(MatlabReader.Unpack<T>(listed), Is.EqualTo(matrix));
        Assert.That(MatlabReader.Unpack<T>(listed).Storage.IsDense, Is.EqualTo(matrix.Storage.IsDense));
    }

    private static MemoryStream Saved(string name, MatValue value)
    {
        var file = new MemoryStream();
        MatFile.Save(file, [new(name, value)]);
        file.Position = 0;
        return file;
    }
}
