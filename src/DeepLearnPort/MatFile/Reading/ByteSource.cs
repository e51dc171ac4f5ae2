using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DeepLearnPort;

/// <summary>
/// Reads a stream forwards through a small buffer, counts bytes, and never sets memory aside for more than is surely or
/// actually there.
/// </summary>
internal sealed class ByteSource
{
    private const int BufferSize = 1 << 16;

    /// <summary>The largest array made on the word of a file whose length is not known.</summary>
    private const int FirstBytes = 1 << 24;

    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly string? _file;
    private readonly long? _outerOffset;
    private int _start;
    private int _end;

    /// <param name="stream">What is read; it stays open.</param>
    /// <param name="file">The file's name for messages; null for a stream.</param>
    /// <param name="length">The most bytes that can come.</param>
    /// <param name="outerOffset">Where the element begins that these bytes were inflated from.</param>
    public ByteSource(Stream stream, string? file, long length, long? outerOffset = null)
    {
        _stream = stream;
        _file = file;
        Length = length;
        _outerOffset = outerOffset;
    }

    /// <summary>An upper bound of the bytes there are, exact for files.</summary>
    public long Length { get; }

    /// <summary>The position of the next byte, from 0.</summary>
    public long Position { get; private set; }

    /// <summary>The variable being read, for messages.</summary>
    public string? Variable { get; set; }

    /// <summary>A source over a file or stream from its present position; only what can seek knows its length.</summary>
    public static ByteSource Over(Stream stream, string? file) =>
        new(stream, file, stream.CanSeek ? stream.Length - stream.Position : long.MaxValue);

    /// <summary>A source over what <paramref name="inflating"/> makes of the bytes of this one.</summary>
    public ByteSource Over(InflateStream inflating, long offset) => new(inflating, _file, inflating.LargestLength, offset);

    /// <summary>The next bytes, at most as many as the buffer holds; valid until the next call.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (Peek(count).Length < count) throw Truncated(count);
        var taken = _buffer.AsSpan(_start, count);
        _start += count;
        Position += count;
        return taken;
    }

    /// <summary>The next bytes without moving on; fewer at the end of the stream.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (_end - _start < count)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            _end += _stream.ReadAtLeast(_buffer.AsSpan(_end), count - _end, throwOnEndOfStream: false);
        }
        return _buffer.AsSpan(_start, Math.Min(count, _end - _start));
    }

    /// <summary>Up to <paramref name="count"/> of the next bytes, as many as are at hand; valid until the next call.</summary>
    public ReadOnlySpan<byte> TakeSome(long count, int unit)
    {
        Peek(unit);
        var available = Math.Min(_end - _start, count);
        return Take((int)Math.Max(unit, available - available % unit));
    }

    /// <summary>Reads what there is, at most what fits; 0 at the end.</summary>
    public int Read(Span<byte> destination)
    {
        var buffered = Math.Min(_end - _start, destination.Length);
        _buffer.AsSpan(_start, buffered).CopyTo(destination);
        _start += buffered;
        var read = buffered > 0 ? buffered : _stream.Read(destination);
        Position += read;
        return read;
    }

    /// <summary>Reads exactly <paramref name="count"/> values into an array that grows as they come.</summary>
    public T[] TakeArray<T>(int count)
        where T : unmanaged
    {
        var values = NewArray<T>(count);
        for (var filled = 0; filled < count;)
        {
            if (filled == values.Length) Grow(ref values, count);
            Fill(MemoryMarshal.AsBytes(values.AsSpan(filled)));
            filled = values.Length;
        }
        return values;
    }

    /// <summary>An array for <paramref name="count"/> values, or a first part of it where that many are not surely there.</summary>
    public T[] NewArray<T>(int count)
        where T : unmanaged
    {
        var sure = _outerOffset is null && _stream.CanSeek ? Length - Position : FirstBytes;
        return GC.AllocateUninitializedArray<T>((int)Math.Min(count, Math.Max(sure, FirstBytes) / Unsafe.SizeOf<T>()));
    }

    /// <summary>Twice as long, but at most <paramref name="count"/>.</summary>
    public static void Grow<T>(ref T[] values, int count)
        where T : unmanaged
    {
        var larger = GC.AllocateUninitializedArray<T>((int)Math.Min(count, 2L * values.Length));
        values.CopyTo(larger.AsSpan());
        values = larger;
    }

    /// <summary>Moves on by <paramref name="count"/> bytes, which must be there.</summary>
    public void Skip(long count)
    {
        var buffered = (int)Math.Min(count, _end - _start);
        _start += buffered;
        Position += buffered;
        count -= buffered;
        if (count == 0) return;
        if (!_stream.CanSeek)
        {
            while (count > 0) count -= TakeSome(count, 1).Length;
            return;
        }
        if (count > Length - Position) throw Truncated(count);
        _stream.Seek(count, SeekOrigin.Current);
        Position += count;
    }

    /// <summary>Moves on by up to <paramref name="count"/> bytes, as many as there still are.</summary>
    public void SkipUpTo(int count) => Skip(Peek(count).Length);

    /// <summary>The error that something here is not as it must be.</summary>
    public MatFileException Error(string reason, Exception? inner = null) =>
        new(_file, _outerOffset ?? Position, Variable, _outerOffset is null ? reason : $"{reason} (byte {Position} of the inflated data)", inner);

    /// <summary>Fails with <paramref name="reason"/> unless <paramref name="condition"/> holds.</summary>
    public void Require([DoesNotReturnIf(false)] bool condition, string reason)
    {
        if (!condition) throw Error(reason);
    }

    private void Fill(Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            var read = Read(destination);
            if (read == 0) throw Truncated(destination.Length);
            destination = destination[read..];
        }
    }

    private MatFileException Truncated(long missing) =>
        Error($"the {(_outerOffset is null ? "file" : "compressed data")} ends too early: {missing} more bytes were expected");
}
