using System.Buffers.Binary;

namespace DeepLearnPort;

/// <summary>Goes through the variables of a level 5 file, of which only those asked for are inflated further than their header.</summary>
internal static class Level5File
{
    /// <summary>The variables in file order. Each can be read until the next one is asked for.</summary>
    /// <param name="source">The file, from behind its header.</param>
    /// <param name="bigEndian">Its byte order.</param>
    /// <param name="options">Strictness and limits.</param>
    /// <param name="allowance">Counts what is taken of the limits.</param>
    public static IEnumerable<MatEntry> Entries(ByteSource source, bool bigEndian, MatReadOptions options, MatAllowance allowance)
    {
        while (!source.Peek(1).IsEmpty)
        {
            source.Errors.Variable = null;
            var offset = source.Position;
            var (type, size) = Tag(source, bigEndian);
            var next = source.Position + size;
            using var inflate = type == MiType.Compressed ? new InflateStream(source, size, options.Lenient) : null;
            var content = source;
            if (inflate is not null)
            {
                content = source.Over(inflate, offset);
                (type, size) = Tag(content, bigEndian);
            }
            source.Require(type == MiType.Matrix, $"element of type {(int)type} where a variable is due");
            var end = content.Position + size;
            allowance.BeginVariable();
            var array = new Level5Array(new(new NumberReader(content, bigEndian, options, allowance)));
            var header = array.Header(end);
            source.Errors.Variable = header.Name;
            allowance.Header(header.Name.Length, header.Dimensions.Length);
            // What objects and functions keep besides the variables has no name.
            if (header.Name.Length > 0) yield return new(header.Variable, () => Read(array, header, end, content, inflate));
            source.Skip(next - source.Position);
            if (inflate is not null) SkipPadding(source, bigEndian);
        }
    }

    private static MatValue Read(Level5Array array, Level5Header header, long end, ByteSource content, InflateStream? inflate)
    {
        var value = array.Value(header, end);
        if (inflate is not null)
        {
            content.Require(content.Peek(1).IsEmpty, "compressed data go on after the end of the variable");
            inflate.Finish();
        }
        return value;
    }

    private static (MiType Type, long Size) Tag(ByteSource source, bool bigEndian)
    {
        var tag = source.Take(Level5Elements.TagBytes);
        var (type, size) = bigEndian
            ? (BinaryPrimitives.ReadUInt32BigEndian(tag), BinaryPrimitives.ReadUInt32BigEndian(tag[4..]))
            : (BinaryPrimitives.ReadUInt32LittleEndian(tag), BinaryPrimitives.ReadUInt32LittleEndian(tag[4..]));
        source.Require(size <= source.Length - source.Position, $"variable of {size} bytes where at most {source.Length - source.Position} can follow");
        return ((MiType)type, size);
    }

    /// <summary>Nothing fills a compressed variable up to a multiple of 8 bytes, but some writers do so all the same.</summary>
    private static void SkipPadding(ByteSource source, bool bigEndian)
    {
        var next = source.Peek(Level5Elements.TagBytes);
        if (next.Length == Level5Elements.TagBytes && next[bigEndian ? 3 : 0] != 0) return;
        var padding = source.Peek((int)(-source.Position & 7));
        if (!padding.ContainsAnyExcept((byte)0)) source.TakeUpTo(padding.Length);
    }
}
