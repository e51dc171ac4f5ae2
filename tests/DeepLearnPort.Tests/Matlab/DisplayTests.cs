namespace DeepLearnPort.Tests;

public class DisplayTests
{
    [Test]
    public void Writer_ThatTakesNothing_EndsNoTraining()
    {
        Display.Writer = new FullWriter();
        var stream = new OctaveStream(1);
        var nn = Toolbox.nnsetup([3, 4, 2], stream);
        Mat x = Toolbox.rand(10, 3, stream), y = Toolbox.rand(10, 2, stream);
        var result = Toolbox.nntrain(nn, x, y, new Opts { numepochs = 2, batchsize = 5 }, stream: stream);
        Assert.That(result.L, Has.Length.EqualTo(4));
        Assert.That(() => Toolbox.disp("text"), Throws.InstanceOf<IOException>(), "what is to be shown is not lost in silence");
    }

    private sealed class FullWriter : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(char value) => throw new IOException("full");
    }
}
