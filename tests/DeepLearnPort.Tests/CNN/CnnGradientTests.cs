using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>The toolbox's own tests/test_cnn_gradients_are_numerically_correct.m, and the shapes it leaves out.</summary>
public class CnnGradientTests
{
    private static Layer C(int outputmaps, int kernelsize) => new() { type = "c", outputmaps = outputmaps, kernelsize = kernelsize };

    private static Layer S(int scale) => new() { type = "s", scale = scale };

    private static IEnumerable<TestCaseData> Networks =>
    [
        new TestCaseData(28, 28, 5, (Layer[])[C(2, 5), S(2), C(2, 5), S(2)]) { TestName = "{m}(the original's)" },
        new TestCaseData(9, 7, 3, (Layer[])[C(3, 4), S(2), C(2, 2)]) { TestName = "{m}(not square, ends in a convolution)" },
        new TestCaseData(6, 8, 2, (Layer[])[S(2), C(2, 2)]) { TestName = "{m}(subsampling first)" },
        new TestCaseData(3, 2, 4, (Layer[])[]) { TestName = "{m}(no layer but the input)" },
    ];

    [TestCaseSource(nameof(Networks))]
    public void Cnnbp_Network_AgreesWithDifferences(int rows, int columns, int samples, Layer[] layers)
    {
        var stream = new OctaveStream(17);
        var batch_x = rand(rows, columns, samples, stream);
        var batch_y = rand(10, samples, stream);
        Cnn cnn = default;
        cnn.layers = [new() { type = "i" }, .. layers];
        cnn = cnnsetup(cnn, batch_x, batch_y, stream);

        cnn = cnnff(cnn, batch_x);
        cnn = cnnbp(cnn, batch_y);
        Assert.That(() => cnnnumgradcheck(cnn, batch_x, batch_y), Throws.Nothing);

        cnn.dffW = cnn.dffW.MapIndexed((i, j, d) => (i, j) == (3, 1) ? d + 1e-7 : d);
        Assert.That(() => cnnnumgradcheck(cnn, batch_x, batch_y),
            Throws.InvalidOperationException.With.Message.Contains("cnn.ffW(4,2)"));
    }

    [Test]
    public void Cnnnumgradcheck_KernelOrBiasOff_NamesIt()
    {
        var stream = new OctaveStream(3);
        var (x, y) = (rand(8, 6, 2, stream), rand(2, 2, stream));
        Cnn cnn = default;
        cnn.layers = [new() { type = "i" }, C(2, 3), S(2), C(3, 2)];
        cnn = cnnbp(cnnff(cnnsetup(cnn, x, y, stream), x), y);

        var kernel = cnn;
        kernel.layers.at(3).dk.at(1)[2] = cnn.layers[3].dk[1][2].MapIndexed((i, j, d) => (i, j) == (1, 0) ? d + 1 : d);
        Assert.That(() => cnnnumgradcheck(kernel, x, y),
            Throws.InvalidOperationException.With.Message.Contains("cnn.layers{4}.k{2}{3}(2,1)"));
        var bias = cnn;
        bias.layers.at(1).db[1] += 1;
        Assert.That(() => cnnnumgradcheck(bias, x, y),
            Throws.InvalidOperationException.With.Message.Contains("cnn.layers{2}.b{2}"));
        var output = cnn with { dffb = cnn.dffb + 1 };
        Assert.That(() => cnnnumgradcheck(output, x, y), Throws.InvalidOperationException.With.Message.Contains("cnn.ffb(1)"));
        Assert.That(() => cnnnumgradcheck(cnn, x, y), Throws.Nothing, "the changes were to copies");
    }
}
