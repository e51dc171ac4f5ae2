using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

public class WorkspaceTests
{
    [Test]
    public void Take_SameUseAndShape_GivesTheSameMatrix()
    {
        var workspace = new Workspace();
        var first = workspace.Take("a", 1, 3, 4);
        Assert.That(workspace.Take("a", 1, 3, 4), Is.SameAs(first));
        Assert.That(workspace.Take("a", 2, 3, 4), Is.Not.SameAs(first));
        Assert.That(workspace.Take("a", 1, 4, 4).RowCount, Is.EqualTo(4));
    }

    [Test]
    public void Take_TwoWorkspacesInUse_GivesDifferentMatrices()
    {
        var before = new Workspace();
        before.Take("a", 0, 17, 19);
        before.Dispose();
        var (one, other) = (new Workspace().Take("a", 0, 17, 19), new Workspace().Take("a", 0, 17, 19));
        Assert.That(one, Is.Not.SameAs(other));
    }

    // A training reuses the matrices of the one before, but none that its result shows.
    [Test]
    public void Nntrain_TrainedAgain_LeavesTheFirstResultAlone()
    {
        var stream = new OctaveStream(0);
        var (x, y) = (rand(40, 5, stream), rand(40, 2, stream));
        var opts = new Opts { numepochs = 2, batchsize = 10 };
        var nn = nnsetup([5, 4, 2], stream);
        nn.dropoutFraction = 0.5;
        nn.momentum = 0.5;
        Nn first = nntrain(nn, x, y, opts, stream: stream);
        Mat[] parts = [.. first.a, .. first.W, .. first.vW, .. first.dW, .. first.dropOutMask.Where(mask => mask is not null), first.e];
        var copies = Array.ConvertAll(parts, part => part.Clone());

        nntrain(nn, 1 - x, 1 - y, opts, stream: stream);
        nntrain(first, 1 - x, y, opts, stream: stream);
        nnpredict(first, 1 - x);
        for (int i = 0; i < parts.Length; i++)
            Assert.That(parts[i], Is.EqualTo(copies[i]), $"matrix {i}");
    }
}
