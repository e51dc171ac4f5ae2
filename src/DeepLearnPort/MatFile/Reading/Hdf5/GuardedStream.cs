using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace DeepLearnPort;

/// <summary>
/// What PureHDF reads a file through. It throws where the stack runs low: PureHDF follows a link that leads back to itself until
/// the stack is full, which no program survives, and on the way it reads. And it throws where a heap claims to be larger than the
/// file: PureHDF sets memory aside for it unseen.
/// </summary>
internal sealed class GuardedStream(Stream inner) : Stream
{
    private const int SignatureBytes = 4;
    private const int HeadBytes = 16;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        int read = inner.Read(buffer);
        if (read == SignatureBytes && (buffer.StartsWith("HEAP"u8) || buffer.StartsWith("GCOL"u8)))
        {
            long position = inner.Position;
            CheckHeap(position - SignatureBytes, ofObjects: buffer[0] == (byte)'G');
            inner.Position = position;
        }
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() { }

    // Behind the signature: four bytes of version, then the size; in a heap of objects, these, each with its size behind 8 other bytes.
    private void CheckHeap(long start, bool ofObjects)
    {
        ulong room = (ulong)(inner.Length - start);
        if (Number(start + 8) is not { } size)
            return; // the file ends there
        Require(size, room);
        if (!ofObjects)
            return;
        for (ulong at = HeadBytes; at <= size && size - at >= HeadBytes && Number(start + (long)at) is { } head && (ushort)head != 0;)
        {
            if (Number(start + (long)at + 8) is not { } bytes)
                return;
            Require(bytes, size - at - HeadBytes);
            at = Math.Min(size, at + HeadBytes + (bytes + 7) / 8 * 8);
        }
    }

    private ulong? Number(long position)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        inner.Position = position;
        return inner.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length
            ? BinaryPrimitives.ReadUInt64LittleEndian(bytes)
            : null;
    }

    private static void Require(ulong bytes, ulong room)
    {
        if (bytes > room)
            throw new InvalidDataException($"{bytes} bytes in a heap where {room} can be");
    }
}
