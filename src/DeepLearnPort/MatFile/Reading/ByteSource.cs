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

    /// <summary>So much is set aside on the word of a file without hesitation.</summary>
    private readonly long _likelyLength;

    /// <summary>Where the compressed element begins that these bytes are inflated from.</summary>
    private readonly long? _outerOffset;
    private int _start;
    private int _end;

    private ByteSource(Stream stream, MatErrors errors, long length, long likelyLength, long? outerOffset)
    {
        _stream = stream;
        Errors = errors;
        Length = length;
        _likelyLength = likelyLength;
        _outerOffset = outerOffset;
    }

    /// <summary>An upper bound of the bytes there are, exact for files.</summary>
    public long Length { get; }

    /// <summary>The position of the next byte, from 0.</summary>
    public long Position { get; private set; }

    /// <summary>Names file and variable in messages.</summary>
    public MatErrors Errors { get; }

    /// <summary>A source over a file or stream from its present position; only what can seek knows its length.</summary>
    public static ByteSource Over(Stream stream, string? file)
    {
        var length = stream.CanSeek ? stream.Length - stream.Position : long.MaxValue;
        return new(stream, new(file), length, stream.CanSeek ? length : 0, null);
    }

    /// <summary>A source over what <paramref name="inflating"/> makes of bytes of this one.</summary>
    /// <param name="inflating">The inflated bytes.</param>
    /// <param name="offset">Where the compressed element begins, for messages.</param>
    public ByteSource Over(InflateStream inflating, long offset) =>
        new(inflating, Errors, inflating.LargestLength, inflating.LikelyLength, offset);

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

    /// <summary>All that is still to come, in memory.</summary>
    public MemoryStream CopyRest()
    {
        var rest = new MemoryStream();
        for (var bytes = TakeUpTo(BufferSize); !bytes.IsEmpty; bytes = TakeUpTo(BufferSize)) rest.Write(bytes);
        return rest;
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
        return GC.AllocateUninitializedArray<T>((int)Math.Min(count, Math.Max(_likelyLength - Position, FirstBytes) / Unsafe.SizeOf<T>()));
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

    /// <summary>The next bytes, at most <paramref name="count"/>, fewer at the end; valid until the next call.</summary>
    public ReadOnlySpan<byte> TakeUpTo(int count) => Take(Peek(count).Length);

    /// <summary>The error that something here is not as it must be.</summary>
    public MatFileException Error(string reason, Exception? inner = null) =>
        Errors.Error(_outerOffset is null ? reason : $"{reason} (byte {Position} of the inflated data)", _outerOffset ?? Position, inner);

    /// <summary>Fails with <paramref name="reason"/> unless <paramref name="condition"/> holds.</summary>
    public void Require([DoesNotReturnIf(false)] bool condition, string reason)
    {
        if (!condition) throw Error(reason);
    }

    /// <inheritdoc cref="Require(bool, string)"/>
    public void Require([DoesNotReturnIf(false)] bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] ref MatReason reason)
    {
        if (!condition) throw Error(reason.Finish());
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
