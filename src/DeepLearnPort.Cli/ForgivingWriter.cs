using System.Text;

namespace DeepLearnPort.Cli;

/// <summary>
/// Passes text on for as long as the writer behind it takes any. A full disk or a closed terminal behind a training's output is
/// no reason to end the training.
/// </summary>
internal sealed class ForgivingWriter(TextWriter writer) : TextWriter
{
    /// <summary>Why text was lost; null while none was.</summary>
    public Exception? Lost { get; private set; }

    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value) => Try(() => writer.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => writer.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => writer.Write(value));

    public override void WriteLine(string? value) => Try(() => writer.WriteLine(value));

    public override void Flush() => Try(writer.Flush);

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
            Lost ??= e;
        }
    }
}
