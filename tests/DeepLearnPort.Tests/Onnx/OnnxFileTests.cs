using DeepLearnPort.Tests.Cli;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests.Onnx;

/// <summary>Models are run by ONNX Runtime and held to nnff.</summary>
public sealed class OnnxFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Write_EveryActivationAndOutput_RunsAsNnff(
        [Values("sigm", "tanh_opt", "relu", "leaky_relu")] string activation, [Values("sigm", "softmax", "linear")] string output, [Values] OnnxPrecision precision, [Values(0, 0.5)] double dropout)
    {
        var stream = new OctaveStream(1);
        var nn = nnsetup([7, 9, 8, 3], stream);
        (nn.activation_function, nn.output, nn.dropoutFraction) = (activation, output, dropout);
        var x = rand(5, 7, stream);

        var y = Run(Written(nn, precision), x);
        nn.testing = 1;
        var expected = nnff(nn, x, Mat.Build.Dense(5, 3)).a[^1];

        Assert.That(expected.Enumerate().Distinct().Count(), Is.GreaterThan(4), "the outputs differ from sample to sample");
        double size = Math.Max(1, expected.Enumerate().Max(Math.Abs)); // of linear outputs
        Assert.That((y - expected).Enumerate(),
            Is.All.EqualTo(0).Within((precision == OnnxPrecision.Double ? 1e-14 : 1e-6) * size));
    }

    [TestCase(OnnxPrecision.Mixed, 1e-6)]
    [TestCase(OnnxPrecision.Single, 1e-5)]
    [TestCase(OnnxPrecision.Double, 1e-13)]
    public void Write_AsLargeAsOnMnist_RunsAsNnff(OnnxPrecision precision, double tolerance)
    {
        var stream = new OctaveStream(2);
        var nn = nnsetup([784, 100, 10], stream);
        var x = rand(20, 784, stream);

        var expected = nnff(nn, x, Mat.Build.Dense(20, 10)).a[^1];

        Assert.That((Run(Written(nn, precision), x) - expected).Enumerate(), Is.All.EqualTo(0).Within(tolerance));
    }

    [Test]
    public void Write_WeightsThatDoNotFit_SaysSoAndKeepsTheFile()
    {
        var nn = nnsetup([3, 2], new OctaveStream(0));
        string path = Written(nn, OnnxPrecision.Mixed);
        byte[] before = File.ReadAllBytes(path);
        nn.W[0] = Mat.Build.Dense(2, 2);

        Assert.That(() => OnnxFile.Write(path, nn), Throws.ArgumentException.With.Message.Contains("2×4"));
        Assert.That(File.ReadAllBytes(path), Is.EqualTo(before));
    }

    [Test]
    public void Write_WeightsThatAreNotNumbers_SaysWhich()
    {
        var nn = nnsetup([3, 2, 2], new OctaveStream(0));
        string path = _folder.Path("never.onnx");
        nn.W[1] = nn.W[1].MapIndexed((i, j, w) => (i, j) == (1, 2) ? double.NaN : w);
        Assert.That(() => OnnxFile.Write(path, nn), Throws.ArgumentException.With.Message.Contains("nn.W{2}(2,3) is NaN"));
        nn.W[1] = Mat.Build.Dense(2, 3, 1e300);
        Assert.That(() => OnnxFile.Write(path, nn, OnnxPrecision.Single),
            Throws.ArgumentException.With.Message.Contains("nn.W{2}(1,1) is 1E+300"));
        Assert.That(File.Exists(path), Is.False);
        Assert.That(() => OnnxFile.Write(path, nn, OnnxPrecision.Double), Throws.Nothing);
        Assert.That(() => OnnxFile.Write(null!, nn), Throws.ArgumentNullException);
        Assert.That(() => OnnxFile.Write(path, nn, (OnnxPrecision)7),
            Throws.InstanceOf<ArgumentException>().With.Message.Contains("precision"));
        nn.dropoutFraction = double.PositiveInfinity;
        Assert.That(() => OnnxFile.Write(path, nn), Throws.ArgumentException.With.Message.Contains("nn.dropoutFraction"));
    }

    [Test]
    public async Task Export_OtherKindsOfNetworks_SaysWhatToDo()
    {
        string mat = _folder.Path("others.mat"), onnx = _folder.Path("x.onnx");
        MatValue Struct(params string[] fields) => MatStruct.Create([.. fields.Select(field => (field, (MatValue)1.0))]);
        foreach (var (value, told) in new (MatValue, string)[]
        {
            (Struct("sizes", "rbm"), "nn = dbnunfoldtonn(dbn, outputs)"),
            (Struct("ae"), "sae.ae{1}"),
            (Struct("layers", "ffW"), "a convolutional network: export writes fully connected ones (nn) only"),
            (Struct("ik", "ok"), "a convolutional autoencoder"),
            (MatCell.Row(Struct("ik", "ok")), "a convolutional autoencoder"),
            (MatCell.Row(MatConvert.From(nnsetup([2, 1], new OctaveStream(0)))), "a cell of networks"),
        })
        {
            MatFile.Save(mat, [new("it", value)]);
            var (code, _, error) = await Dlport.RunAsync("export", mat, onnx);
            Assert.That((code, error.Contains(told, StringComparison.Ordinal), error.Count(c => c == '\n')),
                Is.EqualTo((2, true, 1)), error);
            (code, _, error) = await Dlport.RunAsync("export", mat, onnx, "--variable", "it");
            Assert.That((code, error.Contains(told, StringComparison.Ordinal), error.Count(c => c == '\n')),
                Is.EqualTo((2, true, 1)), error);
        }
        Assert.That(File.Exists(onnx), Is.False);
    }

    [Test]
    public async Task Export_FileOfMatlabsNetworks_ChoosesByName()
    {
        string mat = _folder.Path("networks.mat"), onnx = _folder.Path("D.onnx");
        Nn nn_G = nnsetup([2, 4, 3, 1], new OctaveStream(0)), nn_D = nnsetup([4, 3, 1], new OctaveStream(1));
        MatFile.Save(mat, [new("nn_G", MatConvert.From(nn_G)), new("nn_D", MatConvert.From(nn_D))]);
        var x = Mat.Build.Dense(2, 4, [1, 2, 3, 4, 5, 6, 7, 8]);

        var (code, _, error) = await Dlport.RunAsync("export", mat, onnx);
        Assert.That((code, error),
            Is.EqualTo((2, $"dlport: {mat} has several networks: choose one with --variable nn_G or nn_D{Environment.NewLine}")));
        Assert.That(File.Exists(onnx), Is.False);

        (code, string output, error) = await Dlport.RunAsync("export", mat, onnx, "--variable", "nn_D");
        Assert.That((code, output, error), Is.EqualTo((0, $"{onnx}: input x m×4, output y m×1{Environment.NewLine}", "")));
        Assert.That((Run(onnx, x) - Gan.nn_G_out(nn_D, x)).Enumerate(), Is.All.EqualTo(0).Within(1e-6));

        (code, _, error) = await Dlport.RunAsync("export", mat, onnx, "--generator", "--precision", "double");
        Assert.That((code, error), Is.EqualTo((0, "")));
        var z = x.SubMatrix(0, 2, 0, 2);
        var generator = new Generator(nn_G, GanNoise.Mapped, false, 4).nn;
        Assert.That((Run(onnx, z) - Gan.nn_G_out(generator, z)).Enumerate(), Is.All.EqualTo(0).Within(1e-14));
    }

    [Test]
    public async Task Export_NoNetwork_SaysSo()
    {
        string mat = _folder.Path("x.mat");
        MatFile.Save(mat, [new("x", 3.0)]);
        var (code, _, error) = await Dlport.RunAsync("export", mat, _folder.Path("x.onnx"));
        Assert.That((code, error),
            Is.EqualTo((2, $"dlport: {mat} has no variable that is a network (a struct with size and W){Environment.NewLine}")));
    }

    private string Written(Nn nn, OnnxPrecision precision)
    {
        string path = _folder.Path("nn.onnx");
        OnnxFile.Write(path, nn, precision);
        return path;
    }

    private static Mat Run(string path, Mat x)
    {
        using var session = new InferenceSession(path);
        return session.InputMetadata["x"].ElementType == typeof(double)
            ? Run(session, x, value => value, value => value)
            : Run(session, x, value => (float)value, (float value) => value);
    }

    private static Mat Run<T>(InferenceSession session, Mat x, Func<double, T> to, Func<T, double> from)
    {
        var input = new DenseTensor<T>(Array.ConvertAll(x.ToRowMajorArray(), new Converter<double, T>(to)), [x.RowCount, x.ColumnCount]);
        using var results = session.Run([NamedOnnxValue.CreateFromTensor("x", input)]);
        var y = (DenseTensor<T>)results.Single().AsTensor<T>();
        return Mat.Build.DenseOfRowMajor(y.Dimensions[0], y.Dimensions[1], y.ToArray().Select(from));
    }
}
