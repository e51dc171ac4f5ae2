using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>What the paper's training needs beyond the toolbox: derivatives at the inputs, rectified units, Adam.</summary>
public class FrozenPassTests
{
    private const double Step = 1e-6;

    [Test]
    public void InputDelta_OfEveryInput_AgreesWithDifferences([Values("sigm", "leaky_relu")] string activation, [Values(0, 1)] int hidden)
    {
        var stream = new OctaveStream(3);
        var nn = nnsetup([4, .. Enumerable.Repeat(5, hidden), 1], stream);
        nn.activation_function = activation;
        var (x, y) = (rand(3, 4, stream), Mat.Build.Dense(3, 1, 1));

        var workspace = new Workspace();
        var pass = nn;
        SetInput(ref pass, x, workspace);
        Feedforward(ref pass, y, workspace);
        // The derivative of -Σ log a at the last layer's sum is a - 1.
        var d = workspace.Take("d", pass.n - 1, 3, 1);
        (pass.a[^1] - 1).CopyTo(d);
        BackpropagateDelta(pass, d, workspace);
        var delta = new double[12];
        InputDelta(pass, 3, 4, workspace, delta);

        double Loss(Mat at) => -nnff(nn, at, y).a[^1].Enumerate().Sum(Math.Log);
        for (int j = 0; j < 4; j++)
            for (int i = 0; i < 3; i++)
            {
                Mat up = x.Clone(), down = x.Clone();
                up[i, j] += Step;
                down[i, j] -= Step;
                Assert.That(delta[i + 3 * j], Is.EqualTo((Loss(up) - Loss(down)) / (2 * Step)).Within(1e-7));
            }
    }

    [Test]
    public void Nnbp_RectifiedUnits_AgreesWithDifferences([Values("relu", "leaky_relu")] string activation, [Values(0, 0.5)] double dropout)
    {
        var stream = new OctaveStream(8);
        var nn = nnsetup([4, 6, 5, 2], stream);
        nn.activation_function = activation;
        nn.dropoutFraction = dropout;
        var (x, y) = (rand(7, 4, stream), rand(7, 2, stream));
        // The same masks for every pass: each starts from the same stream.
        Nn Pass(Nn net) => nnff(net, x, y, new OctaveStream(1));
        var trained = nnbp(Pass(nn));
        for (int layer = 0; layer < 3; layer++)
            for (int j = 0; j < nn.W[layer].ColumnCount; j++)
            {
                double At(double change)
                {
                    var moved = nn;
                    moved.W[layer] = nn.W[layer].Clone();
                    moved.W[layer][0, j] += change;
                    return Pass(moved).L;
                }
                Assert.That(trained.dW[layer][0, j], Is.EqualTo((At(Step) - At(-Step)) / (2 * Step)).Within(1e-7));
            }
    }

    [Test]
    public void GradientPenalty_OfEveryWeight_AgreesWithDifferences(
        [Values("relu", "leaky_relu")] string activation, [Values(0, 0.5)] double dropout, [Values(0, 1, 2)] int hidden)
    {
        const double weight = 0.7;
        const int real = 3, pixels = 4;
        var stream = new OctaveStream(21);
        var nn = nnsetup([pixels + 1, .. Enumerable.Repeat(6, hidden), 1], stream);
        nn.activation_function = activation;
        nn.dropoutFraction = dropout;
        nn.output = "linear"; // what the sigmoid would be taken of
        var (x, y) = (rand(5, pixels + 1, stream), Mat.Build.Dense(5, 1));
        Nn Pass(Nn net, Mat at) => nnff(net, at, y, new OctaveStream(1)); // the same masks every time
        // D is piecewise linear: a difference between two points of a piece is its gradient.
        double Penalty(Nn net) => weight / 2 / real * Enumerable.Range(0, pixels).Sum(j =>
        {
            Mat up = x.Clone(), down = x.Clone();
            up.SetColumn(j, up.Column(j) + Step);
            down.SetColumn(j, down.Column(j) - Step);
            var slope = (Pass(net, up).a[^1] - Pass(net, down).a[^1]) / (2 * Step);
            return Enumerable.Range(0, real).Sum(i => slope[i, 0] * slope[i, 0]);
        });

        var pass = nnbp(Pass(nn, x));
        Mat[] before = [.. pass.dW.Select(dW => dW.Clone())];
        GradientPenalty.Add(pass, real, pixels, weight, new Workspace());
        for (int layer = 0; layer < nn.W.Length; layer++)
            for (int j = 0; j < nn.W[layer].ColumnCount; j++)
            {
                const double change = 1e-4; // the penalty is smooth in each weight, and known to eight digits
                double At(double by)
                {
                    var moved = nn;
                    moved.W[layer] = nn.W[layer].Clone();
                    moved.W[layer][0, j] += by;
                    return Penalty(moved);
                }
                Assert.That(pass.dW[layer][0, j] - before[layer][0, j], Is.EqualTo((At(change) - At(-change)) / (2 * change)).Within(1e-4),
                    $"layer {layer}, weight {j}");
            }
    }

    [Test]
    public void Adam_FirstStep_IsTheLearningRateTowardsTheMinimum()
    {
        var nn = nnsetup([3, 2], new OctaveStream(1));
        nn.learningRate = 0.01;
        var before = nn.W[0].Clone();
        nn.dW[0] = Mat.Build.Dense(2, 4, (i, j) => (i + j) % 2 == 0 ? 3 : -0.2);
        new Adam().Apply(nn);
        Assert.That((before - nn.W[0]).PointwiseDivide(nn.dW[0].PointwiseSign()).Enumerate(), Has.All.EqualTo(0.01).Within(1e-8));
    }

    [Test]
    public void Adam_SecondStep_AsThePaperHasIt()
    {
        var nn = nnsetup([1, 1], new OctaveStream(1));
        (nn.learningRate, nn.momentum, nn.weightPenaltyL2) = (0.1, 0.9, 0.5);
        double w = nn.W[0][0, 1], m = 0, v = 0;
        var adam = new Adam();
        for (int t = 1; t <= 2; t++)
        {
            nn.dW[0] = Mat.Build.Dense(1, 2, t);
            double g = t + 0.5 * w;
            (m, v) = (0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g);
            w -= 0.1 * (m / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(v / (1 - Math.Pow(0.999, t))) + 1e-8);
            adam.Apply(nn);
            Assert.That(nn.W[0][0, 1], Is.EqualTo(w).Within(1e-12));
        }
    }
}
