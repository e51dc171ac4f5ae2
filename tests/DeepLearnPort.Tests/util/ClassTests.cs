using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>
/// Recorded calls with arguments that are not double: as MATLAB, which the recorded cases hold, or refused by name.
/// </summary>
public class ClassTests
{
    private static readonly MatValue Bytes = MatNumeric.Create(new byte[] { 1, 3, 200, 0 }, 2, 2);
    private static readonly MatValue RowOfBytes = MatNumeric.Create(new byte[] { 1, 2 }, 1, 2);
    private static readonly MatValue Singles = MatNumeric.Create(new float[] { 1, 3, 200, 0 }, 2, 2);
    private static readonly MatValue Truths = MatNumeric.Logical([true, false, true, true], 2, 2);
    private static readonly MatValue Doubles = MatNumeric.Create(new double[] { 1, 3, 2, 4 }, 2, 2);

    private static IEnumerable<TestCaseData> Refused() =>
    [
        .. from call in new (string, MatValue[])[]
           {
               ("zscore", [Bytes]), ("normalize", [Bytes, 1.0, 2.0]), ("normalize", [Doubles, Bytes, 2.0]), ("whiten", [Bytes, 0.1]),
               ("visualize", [Bytes]), ("visualize", [Truths]), ("allcomb", [RowOfBytes, 1.0]), ("max3d", [Bytes, Doubles]),
               ("max3d", [Doubles, Truths]), ("randp", [RowOfBytes, 2.0]), ("randcorr", [2.0, Bytes]), ("sigm", [Singles]),
               ("tanh_opt", [Singles]), ("softmax", [Singles]), ("zscore", [Singles]), ("rnd", [Singles]), ("max3d", [Singles, Doubles]),
           }
           let classes = string.Join(", ", call.Item2.Select(argument => argument.ClassName))
           select new TestCaseData(call.Item1, call.Item2) { TestName = $"{{m}}({call.Item1}, {classes})" },
    ];

    [TestCaseSource(nameof(Refused))]
    public void Call_ClassThatIsCalculatedWithOtherwise_IsRefused(string function, MatValue[] arguments) =>
        Assert.That(() => FunctionTable.Default.Call(function, arguments),
            Throws.InstanceOf<InvalidCastException>().With.Message.Matches("uint8|single|logical"));

    [Test]
    public void Call_NetworkInputsThatKeepTheirClass_AreRefused()
    {
        var stream = new OctaveStream(1);
        var x = rand(4, 4, 3, stream);
        var y = Mat.Build.Dense(2, 3, (i, j) => i == j % 2 ? 1 : 0);
        var cnn = cnnsetup(new() { layers = [new() { type = "i" }, new() { type = "s", scale = 2 }] }, x, y, stream);
        var bytes = MatNumeric.Create(new byte[48], 4, 4, 3);
        var net = MatConvert.From(cnn);
        foreach (var (function, arguments) in new (string, MatValue[])[]
        {
            ("cnnff", [net, bytes]),
            ("cnntrain", [net, bytes, y, MatStruct.Create()]),
        })
            Assert.That(() => FunctionTable.Default.Call(function, arguments),
                Throws.InstanceOf<InvalidCastException>().With.Message.Contains("x: this value is 4x4x3 uint8"));
    }

    [Test]
    public void Call_ArrayOfThreeDimensions_IsRefusedWhereImagesAreMatrices()
    {
        var x = MatNumeric.Create(new double[8], 2, 2, 2);
        foreach (var (function, arguments) in new (string, MatValue[])[]
        {
            ("visualize", [x]),
            ("im2patches", [x, 1.0, 1.0]),
            ("patches2im", [x, 1.0, 1.0]),
            ("whiten", [x, 1.0]),
        })
            Assert.That(() => FunctionTable.Default.Call(function, arguments),
                Throws.InstanceOf<InvalidCastException>().With.Message.Contains("2x2x2 double"));
    }
}
