using DeepLearnPort.Cli;

namespace DeepLearnPort.Tests.Cli;

public class StoppingTests
{
    private static readonly CancellationToken Stopped = new(canceled: true);

    [Test, CancelAfter(60000)]
    public void RunAsync_CommandThatDoesNotListen_IsLeftBehind(CancellationToken cancel)
    {
        using var never = new ManualResetEventSlim();
        Assert.That(() => Stopping.RunAsync(() =>
        {
            never.Wait(cancel);
            return 0;
        }, Stopped), Throws.InstanceOf<OperationCanceledException>());
        never.Set();
    }

    [Test, CancelAfter(60000)]
    public async Task RunAsync_CommandThatSaves_IsWaitedFor(CancellationToken cancel)
    {
        int code = await Stopping.RunAsync(() =>
        {
            Stopping.WaitsForSaving();
            cancel.WaitHandle.WaitOne(TimeSpan.FromSeconds(1.5)); // longer than the moment that others get
            return 7;
        }, Stopped);
        Assert.That(code, Is.EqualTo(7));
    }

    [Test]
    public async Task RunAsync_NobodyStopsIt_ReturnsWhatTheCommandReturns()
    {
        Assert.That(await Stopping.RunAsync(() => 3, CancellationToken.None), Is.EqualTo(3));
        Assert.That(() => Stopping.RunAsync(() => throw new InvalidDataException("bad"), CancellationToken.None),
            Throws.InstanceOf<InvalidDataException>());
    }

    [TestCase("INT")]
    [TestCase("TERM")]
    [TestCase("HUP")]
    [Platform("Linux"), Category("Slow"), CancelAfter(60000)]
    public async Task Signal_WhileACommandWaitsForItsInput_EndsItWithALine(string signal, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        await Command.OutputOf("mkfifo", [folder.Path("pipe.mat")], folder.Path(""));
        using var process = DlportProcess.Start("info", folder.Path("pipe.mat"));
        // Once it opens the pipe it has begun, and hears signals.
        using (new FileStream(folder.Path("pipe.mat"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            process.Signal(signal);
            var (code, output, error) = await process.EndAsync(cancel);
            Assert.That((code, output, error),
                Is.EqualTo((1, "", "dlport: stopped; the same command begins again" + Environment.NewLine)));
        }
    }

    [Test]
    public void ForgivingWriter_DiskFull_GoesOnAndKeepsTheReason()
    {
        using var writer = new ForgivingWriter(new FullWriter());
        writer.WriteLine("text");
        writer.Write($"{1} {2}");
        writer.Flush();
        Assert.That(writer.Lost, Is.InstanceOf<IOException>().With.Message.EqualTo("full"));
    }

    private sealed class FullWriter : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(char value) => throw new IOException("full");
    }
}
