using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>Networks are values: nothing changes what it was given.</summary>
public class NnValueTests
{
    private static readonly Opts Opts = new() { numepochs = 2, batchsize = 5 };

    private static (Nn nn, Mat x, Mat y) Problem()
    {
        var stream = new OctaveStream(3);
        var nn = nnsetup([4, 3, 3, 2], stream);
        nn.dropoutFraction = 0.2;
        nn.learningRate = 0.1;
        nn.nonSparsityPenalty = 0.1;
        nn.inputZeroMaskedFraction = 0.2;
        nn.weightPenaltyL2 = 1e-3;
        nn.activation_function = "sigm";
        return (nn, rand(10, 4, stream), rand(10, 2, stream));
    }

    private static Mat[] Copies(in Nn nn) => [.. nn.W.Concat(nn.vW).Concat(nn.p).Concat(nn.a).Concat(nn.dW).Select(matrix => matrix.Clone())];

    [Test]
    public void Nntrain_TwoEpochs_LeavesItsArgumentsAsTheyWere()
    {
        var (nn, x, y) = Problem();
        var trained = nntrain(nn, x, y, Opts, stream: new OctaveStream(1)).nn;
        var (before, x0, y0) = (Copies(trained), x.Clone(), y.Clone());

        var again = nntrain(trained, x, y, Opts, stream: new OctaveStream(2)).nn;

        Assert.That(Copies(trained), Is.EqualTo(before));
        Assert.That((x, y), Is.EqualTo((x0, y0)));
        Assert.That(again.W[0], Is.Not.EqualTo(trained.W[0]));
    }

    [Test]
    public void Nntrain_OfAStackThatSharesWeights_DoesNotMoveTheOther()
    {
        var stream = new OctaveStream(0);
        var nn_D = nnsetup([6, 3, 1], stream);
        var nn_G = nnsetup([2, 6, 3, 1], stream);
        for (int i = 1; i <= nn_D.W.Length; i++)
            nn_G.W[^i] = nn_D.W[^i];
        Mat[] D = [.. nn_D.W.Select(W => W.Clone())];

        nn_G = nntrain(nn_G, rand(10, 2, stream), rand(10, 1, stream), Opts, stream: stream);

        Assert.That(nn_D.W, Is.EqualTo(D));
        Assert.That(nn_G.W[^1], Is.Not.EqualTo(nn_D.W[^1]), "the stack's copy of D does move");
    }

    [Test]
    public void Nn_AssignedToAnotherVariable_IsACopy()
    {
        var nn = nnsetup([2, 3, 1], new OctaveStream(0));
        var other = nn;
        other.learningRate = 0.01;
        other.W[0] = other.W[0] * 2;
        other.size[1] = 7;
        Assert.Multiple(() =>
        {
            Assert.That(nn.learningRate, Is.EqualTo(2));
            Assert.That(nn.W[0] * 2, Is.EqualTo(other.W[0]));
            Assert.That(nn.size, Is.EqualTo(new[] { 2, 3, 1 }));
        });
    }

    [Test]
    public void Nntrain_WithOneOrTwoOutputs_ConvertsAndDeconstructs()
    {
        var (nn, x, y) = Problem();
        Nn one = nntrain(nn, x, y, Opts, stream: new OctaveStream(1));
        (nn, var L) = nntrain(nn, x, y, Opts, stream: new OctaveStream(1));
        Assert.That(nn.W, Is.EqualTo(one.W));
        Assert.That(L, Has.Length.EqualTo(4));
    }

    [Test]
    public void Nntrain_MomentumOfAnEarlierCall_GoesOn()
    {
        var (nn, x, y) = Problem();
        Nn first = nntrain(nn, x, y, Opts, stream: new OctaveStream(1));
        var forgetful = first;
        for (int i = 0; i < forgetful.vW.Length; i++)
            forgetful.vW[i] = forgetful.vW[i] * 0;
        Nn on = nntrain(first, x, y, Opts, stream: new OctaveStream(2));
        Nn anew = nntrain(forgetful, x, y, Opts, stream: new OctaveStream(2));
        Assert.That(on.W[0], Is.Not.EqualTo(anew.W[0]));
    }

    [Test]
    public void Nntrain_PartialBatch_TakesTheSamplesThatAreLeft()
    {
        var (nn, x, y) = Problem();
        var opts = Opts with { batchsize = 4, PartialBatch = true };
        var trained = nntrain(nn, x, y, opts, stream: new OctaveStream(1));
        Assert.That(trained.L, Has.Length.EqualTo(6));
        Assert.That(trained.nn.e.RowCount, Is.EqualTo(2));
        Assert.That(() => nntrain(nn, x, y, opts with { PartialBatch = false }), Throws.ArgumentException.With.Message.Contains("PartialBatch"));
    }

    [Test]
    public void Nntrain_SinglePrecisionInputs_ConvertWithToDouble()
    {
        var (nn, x, y) = Problem();
        var single = MathNet.Numerics.LinearAlgebra.Matrix<float>.Build.Dense(x.RowCount, x.ColumnCount, (i, j) => (float)x[i, j]);
        Nn a = nntrain(nn, MathNet.Numerics.LinearAlgebra.MatrixExtensions.ToDouble(single), y, Opts, stream: new OctaveStream(1));
        Nn b = nntrain(nn, x.Map(v => (double)(float)v), y, Opts, stream: new OctaveStream(1));
        Assert.That(a.W[0], Is.EqualTo(b.W[0]));
    }
}
