using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class DbnTests
{
    private static readonly Opts Opts = new() { numepochs = 2, batchsize = 5, alpha = 0.5, momentum = 0.5 };

    [SetUp]
    public void Silence() => Display.Writer = TextWriter.Null;

    private static Dbn Net(Mat x)
    {
        Dbn dbn = default;
        dbn.sizes = [4, 3];
        return dbnsetup(dbn, x, Opts);
    }

    [Test]
    public void Dbnsetup_Sizes_PutsTheInputsInFront()
    {
        var dbn = Net(Mat.Build.Dense(1, 6));
        Assert.That(dbn.sizes, Is.EqualTo(new[] { 6, 4, 3 }));
        Assert.That(dbn.rbm.Select(rbm => (rbm.W.RowCount, rbm.W.ColumnCount, rbm.b.RowCount, rbm.c.RowCount)), Is.EqualTo(new[] { (4, 6, 6, 4), (3, 4, 4, 3) }));
        Assert.That(() => dbnsetup(default, Mat.Build.Dense(1, 6), Opts), Throws.ArgumentException.With.Message.Contains("dbn.sizes"));
    }

    [Test]
    public void Dbntrain_TwoMachines_LeavesItsArgumentAsItWas()
    {
        var x = rand(20, 6, new OctaveStream(1));
        var dbn = dbntrain(Net(x), x, Opts, new OctaveStream(2));
        var before = dbn.rbm.Select(rbm => (rbm.W.Clone(), rbm.vb.Clone())).ToArray();
        var again = dbntrain(dbn, x, Opts, new OctaveStream(3));
        Assert.That(dbn.rbm.Select(rbm => (rbm.W, rbm.vb)), Is.EqualTo(before));
        Assert.That(again.rbm[0].W, Is.Not.EqualTo(dbn.rbm[0].W));
    }

    [Test]
    public void Dbntrain_SecondMachine_LearnsWhatTheFirstMakesOfX()
    {
        var x = rand(20, 6, new OctaveStream(1));
        var dbn = dbntrain(Net(x), x, Opts, new OctaveStream(2));
        var stream = new OctaveStream(2);
        var first = rbmtrain(Net(x).rbm[0], x, Opts, stream);
        var second = rbmtrain(Net(x).rbm[1], rbmup(first, x), Opts, stream);
        Assert.That(dbn.rbm[1].W, Is.EqualTo(second.W));
    }

    [Test]
    public void Rbmtrain_Epoch_DisplaysTheReconstructionError()
    {
        var x = rand(20, 6, new OctaveStream(1));
        Display.Writer = new StringWriter();
        rbmtrain(Net(x).rbm[0], x, Opts, new OctaveStream(2));
        Assert.That(Display.Writer.ToString(), Does.Match(@"^epoch 1/2\. Average reconstruction error is: [0-9.]+\r?\nepoch 2/2\. "));
    }

    [Test]
    public void Rbmtrain_BadData_Throws()
    {
        var rbm = Net(Mat.Build.Dense(1, 6)).rbm[0];
        Assert.That(() => rbmtrain(rbm, Mat.Build.Dense(5, 6, 1.5), Opts), Throws.ArgumentException.With.Message.Contains("[0:1]; found 1.5"));
        Assert.That(() => rbmtrain(rbm, Mat.Build.Dense(5, 6, double.NaN), Opts), Throws.ArgumentException.With.Message.Contains("NaN"));
        Assert.That(() => rbmtrain(rbm, Mat.Build.Dense(5, 5), Opts), Throws.ArgumentException.With.Message.Contains("6 columns"));
        Assert.That(() => rbmtrain(rbm, Mat.Build.Dense(6, 6), Opts), Throws.ArgumentException.With.Message.Contains("must divide the 6 samples"));
        Assert.That(() => rbmtrain(default, Mat.Build.Dense(5, 6), Opts), Throws.ArgumentException.With.Message.Contains("dbnsetup"));
        Assert.That(() => rbmup(rbm with { c = Mat.Build.Dense(1, 4) }, Mat.Build.Dense(5, 6)), Throws.ArgumentException.With.Message.Contains("rbm.c must be 4×1"));
        Assert.That(() => dbntrain(default, Mat.Build.Dense(5, 6), Opts), Throws.ArgumentException.With.Message.Contains("dbnsetup"));
    }

    [Test]
    public void Rbmtrain_PartialBatch_TakesTheSamplesThatAreLeft()
    {
        var x = rand(12, 6, new OctaveStream(1));
        var (one, other) = (new OctaveStream(2), new OctaveStream(2));
        rbmtrain(Net(x).rbm[0], x, Opts with { numepochs = 1, PartialBatch = true }, one);
        randperm(12, other);
        foreach (int samples in new[] { 5, 5, 2 })
            rand(samples, 4 + 6, other);
        Assert.That(rand(one), Is.EqualTo(rand(other)));
    }

    [Test]
    public void Dbnunfoldtonn_WithOutput_TakesTheMachinesWeights()
    {
        var x = rand(20, 6, new OctaveStream(1));
        var dbn = dbntrain(Net(x), x, Opts, new OctaveStream(2));
        var nn = dbnunfoldtonn(dbn, 10, new OctaveStream(3));
        Assert.That(nn.size, Is.EqualTo(new[] { 6, 4, 3, 10 }));
        Assert.That(nn.W[1].Column(0), Is.EqualTo(dbn.rbm[1].c.Column(0)));
        Assert.That(nn.W[1].RemoveColumn(0), Is.EqualTo(dbn.rbm[1].W));
        Assert.That(nn.W[2], Is.EqualTo(nnsetup([6, 4, 3, 10], new OctaveStream(3)).W[2]));
    }

    [Test]
    public void Dbnunfoldtonn_SeveralLayersOnTop_AddsEach()
    {
        var dbn = Net(Mat.Build.Dense(1, 6));
        Assert.That(dbnunfoldtonn(dbn, [5, 2], new OctaveStream(3)).size, Is.EqualTo(new[] { 6, 4, 3, 5, 2 }));
        Assert.That(dbnunfoldtonn(dbn, []).size, Is.EqualTo(new[] { 6, 4, 3 }));
        Assert.That(dbnunfoldtonn(dbn).size, Is.EqualTo(new[] { 6, 4, 3 }));
        dbn.sizes = [0];
        Assert.That(() => dbnunfoldtonn(dbn, 2),
            Throws.ArgumentException.With.Message.Contains("dbn.sizes and outputsize").And.Message.Contains("[0 2]"));
    }
}
