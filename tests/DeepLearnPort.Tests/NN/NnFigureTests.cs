using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>nnupdatefigures of curves that are not as usual.</summary>
[TestFixture]
public sealed class NnFigureTests : IDisposable
{
    private static readonly Opts Opts = new() { numepochs = 3, validation = 1 };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Loss Curves(params double[] e)
    {
        Loss loss = default;
        loss.train.e = loss.train.e_frac = loss.val.e = loss.val.e_frac = new Cell<double>(e);
        return loss;
    }

    private static Nn Net(string output) => default(Nn) with { output = output };

    [TestCase(double.NaN, double.NaN)]
    [TestCase(double.PositiveInfinity, double.NegativeInfinity)]
    [TestCase(1e308, -1e308)]
    [TestCase(0, 0)]
    [TestCase(0.5, double.NaN)]
    public void Nnupdatefigures_AnyErrors_AreDrawn(double first, double second)
    {
        nnupdatefigures(Net("softmax"), _folder.Path("curves.png"), Curves(first, second), Opts, 2);
        Assert.That(File.Exists(_folder.Path("curves.png")));
    }

    [Test]
    public void Nnupdatefigures_WhatDoesNotFit_IsNamed()
    {
        string file = _folder.Path("none.png");
        var curves = Curves(0.3, 0.2);
        var shorter = curves;
        shorter.val.e_frac = [0.3];
        Assert.Multiple(() =>
        {
            Assert.That(() => nnupdatefigures(Net("sigm"), null!, curves, Opts, 2), Throws.ArgumentNullException);
            Assert.That(() => nnupdatefigures(Net("sigm"), file, curves, Opts, 3), Throws.ArgumentException.With.Message.Contains("L.train.e must have 3 values"));
            Assert.That(() => nnupdatefigures(Net("sigm"), file, default, Opts, 2), Throws.ArgumentException.With.Message.Contains("L.train.e must have 2 values"));
            Assert.That(() => nnupdatefigures(Net("softmax"), file, shorter, Opts, 2), Throws.ArgumentException.With.Message.Contains("L.val.e_frac must"));
            Assert.That(() => nnupdatefigures(Net("sigm"), file, curves, default, 2), Throws.ArgumentException.With.Message.Contains("no field numepochs"));
        });
        Assert.That(() => nnupdatefigures(Net("sigm"), file, shorter, Opts with { numepochs = int.MaxValue }, 2), Throws.Nothing, "e_frac is not drawn");
    }
}
