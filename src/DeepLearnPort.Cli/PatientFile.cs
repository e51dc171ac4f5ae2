namespace DeepLearnPort.Cli;

/// <summary>
/// Opens files to read. A pipe or device may wait for ever for somebody to write, which nothing but the end of the process ends:
/// it is waited for here only so long, and until the command is stopped.
/// </summary>
/// <param name="patience">How long nothing may come.</param>
/// <param name="cancel">Ends the waiting.</param>
internal sealed class PatientFile(TimeSpan patience, CancellationToken cancel)
{
    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">It cannot be opened, or nobody opens its other end.</exception>
    public Stream Open(string path)
    {
        if (UnixFile.At(path) is not { IsRegular: false } || Directory.Exists(path))
            return MatFile.Open(path);
        var stream = Wait(path, () => MatFile.Open(path));
        return stream.CanSeek ? stream : new Pipe(this, path, stream);
    }

    private T Wait<T>(string path, Func<T> read)
    {
        var reading = Task.Run(read, CancellationToken.None);
        try
        {
            return reading.WaitAsync(patience, cancel).GetAwaiter().GetResult();
        }
        catch (TimeoutException)
        {
            throw new IOException(FormattableString.Invariant($"{path}: nothing came for {patience.TotalSeconds} s"));
        }
    }

    private sealed class Pipe(PatientFile file, string path, Stream stream) : ForwardStream
    {
        // One of its own: who is not waited for any more may still write to it.
        private readonly byte[] _buffer = new byte[1 << 16];

        public override int Read(Span<byte> buffer)
        {
            int most = Math.Min(buffer.Length, _buffer.Length);
            int read = file.Wait(path, () => stream.Read(_buffer, 0, most));
            _buffer.AsSpan(0, read).CopyTo(buffer);
            return read;
        }
    }
}
