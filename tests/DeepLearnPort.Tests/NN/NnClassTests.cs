using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>Arguments of other classes than double in recorded calls: as MATLAB takes them, or refused by name.</summary>
[TestFixture]
public sealed class NnClassTests : IDisposable
{
    private readonly CaseFolder _folder = new();

    private static MatValue Net { get; } = MatConvert.From(nnsetup([2, 2], new OctaveStream(1)));

    private static MatValue X { get; } = Mat.Build.DenseIdentity(2);

    public void Dispose() => _folder.Dispose();

    private static MatValue UInt8 => MatNumeric.Create<byte>([1, 0, 0, 1], 2, 2);

    private static MatValue Single => MatNumeric.Create<float>([1, 0, 0, 1], 2, 2);

    private static MatValue Opts => MatStruct.Create(("numepochs", 1.0), ("batchsize", 1.0));

    private string Replay(string function, params MatValue[] arguments) =>
        _folder.Write("a", function, arguments, []).Replay().Message;

    [Test]
    public void Replay_TargetsOfAnIntegerClass_AreRefused()
    {
        var loss = MatConvert.From(default(Loss));
        Assert.Multiple(() =>
        {
            Assert.That(Replay("nnff", Net, X, UInt8), Does.Contain("nnff does not take these arguments: y: this value"));
            Assert.That(Replay("nneval", Net, loss, X, UInt8), Does.Contain("train_y: this value is 2x2 uint8"));
            Assert.That(Replay("nntrain", Net, X, UInt8, Opts), Does.Contain("train_y: this value is 2x2 uint8"));
            Assert.That(Replay("nnchecknumgrad", Net, X, UInt8), Does.Contain("y: this value is 2x2 uint8"));
            Assert.That(Replay("nnff", Net, X, Single), Does.Contain("y: this value is 2x2 single"));
        });
        Assert.That(Replay("nntest", Net, X, UInt8), Is.Empty, "the place of the largest has no class");
    }

    [Test]
    public void Replay_InputsOfAnIntegerClass_AreRefused()
    {
        var opts = MatStruct.Create(("numepochs", 1.0), ("batchsize", 1.0), ("alpha", 1.0), ("momentum", 0.0));
        var sae = MatConvert.From(saesetup([2, 2], new OctaveStream(1)));
        var dbn = MatConvert.From(dbnsetup(new Dbn { sizes = [2] }, Mat.Build.Dense(1, 2), new Opts { alpha = 1, momentum = 0 }));
        var rbm = ((MatCell)((MatStruct)dbn)["rbm"])[0];
        Assert.Multiple(() =>
        {
            Assert.That(Replay("nnff", Net, UInt8, X), Does.Contain("x: this value is 2x2 uint8"));
            Assert.That(Replay("nnpredict", Net, UInt8), Does.Contain("x: this value is 2x2 uint8"));
            Assert.That(Replay("saetrain", sae, UInt8, opts), Does.Contain("x: this value is 2x2 uint8"));
            Assert.That(Replay("dbntrain", dbn, UInt8, opts), Does.Contain("x: this value is 2x2 uint8"));
            Assert.That(Replay("rbmtrain", rbm, Single, opts), Does.Contain("x: this value is 2x2 single"));
            Assert.That(Replay("rbmup", rbm, UInt8), Does.Contain("x: this value is 2x2 uint8"));
            Assert.That(Replay("rbmdown", rbm, Single), Does.Contain("x: this value is 2x2 single"));
        });
        Assert.That(Replay("dbnsetup", MatStruct.Create(("sizes", 3.0)), UInt8, opts), Is.Empty, "only its columns are counted");
    }

    [Test]
    public void Replay_ArchitectureThatIsNoVectorOfDoubles_IsRefused()
    {
        Assert.That(Replay("nnsetup", UInt8), Does.Contain("architecture: this value is 2x2 uint8"));
        var bytes = MatNumeric.Create<byte>([2, 1], 1, 2);
        Assert.That(Replay("nnsetup", bytes), Does.Contain("architecture: this value is 1x2 uint8"));
        Assert.That(Replay("nnsetup", X), Does.Contain("architecture: this value is 2x2 double, not a vector"));
    }
}
