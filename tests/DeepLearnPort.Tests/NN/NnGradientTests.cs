using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>The toolbox's own tests/test_nn_gradients_are_numerically_correct.m.</summary>
public class NnGradientTests
{
    [Test]
    public void Nnbp_AllOutputsActivationsAndDropouts_AgreesWithDifferences(
        [Values("sigm", "linear", "softmax")] string output,
        [Values("sigm", "tanh_opt")] string activation_function,
        [Values] bool dropout)
    {
        using var ambient = RandStream.Use(new OctaveStream(17));
        var batch_x = rand(20, 5);
        var y = rand(20, 2);
        if (output == "softmax") // needs a binary output vector
            y = y.MapIndexed((i, j, value) => value == y.Row(i).Maximum() ? 1.0 : 0, MathNet.Numerics.LinearAlgebra.Zeros.Include);

        var nn = nnsetup(5, 3, 4, 2);
        nn.activation_function = activation_function;
        nn.output = output;
        nn.dropoutFraction = dropout ? rand() : 0;

        rand("state", 0);
        nn = nnff(nn, batch_x, y);
        nn = nnbp(nn);
        Assert.That(() => nnchecknumgrad(nn, batch_x, y), Throws.Nothing);

        nn.dW[1] = nn.dW[1].Map(d => d + 1e-6);
        Assert.That(() => nnchecknumgrad(nn, batch_x, y), Throws.InvalidOperationException.With.Message.Contains("nn.W{2}(1,1)"));
    }
}
