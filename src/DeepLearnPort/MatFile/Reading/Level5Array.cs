using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace DeepLearnPort;

/// <summary>Reads the content of level 5 arrays (miMATRIX elements), from the flags on.</summary>
internal sealed class Level5Array(Level5Elements elements)
{
    private const int LongestName = ushort.MaxValue;
    private const int FirstChildren = 1 << 16;

    private ByteSource Source => elements.Source;

    private MatAllowance Allowance => elements.Raw.Allowance;

    /// <summary>Flags, size and name of the array that ends at <paramref name="end"/>.</summary>
    public Level5Header Header(long end)
    {
        var element = elements.Next(end);
        Source.Require(element.Size == 8 && element.Type is MiType.UInt32 or MiType.Int32, "array flags that are not two 32-bit numbers");
        var flags = elements.Raw.UInt32();
        var code = (int)(flags & 0xFF);
        elements.Raw.UInt32();
        elements.EndOf(element, end);
        Source.Require(code is >= (int)MatClass.Cell and <= (int)MatClass.Opaque, $"array of unknown class {code}");
        return code == (int)MatClass.Opaque
            ? new(code, flags, [], Text(end))
            : new(code, flags, Dimensions(end), Text(end));
    }

    /// <summary>The value whose header was just read.</summary>
    public MatValue Value(Level5Header header, long end, int depth = 0)
    {
        Allowance.Value(header.Dimensions.Length);
        MatValue value = (MatClass)header.ClassCode switch
        {
            MatClass.Cell => Cell(header, end, depth),
            MatClass.Struct => Struct(header, null, end, depth),
            MatClass.Object => Struct(header, Text(end), end, depth),
            MatClass.Char => Char(header, end),
            MatClass.FunctionHandle => Placeholder(header, ""),
            MatClass.Opaque => Placeholder(header, OpaqueClass(end)),
            MatClass.Double => Numeric<double>(header, end),
            MatClass.Single => Numeric<float>(header, end),
            MatClass.Int8 => Numeric<sbyte>(header, end),
            MatClass.UInt8 => Numeric<byte>(header, end),
            MatClass.Int16 => Numeric<short>(header, end),
            MatClass.UInt16 => Numeric<ushort>(header, end),
            MatClass.Int32 => Numeric<int>(header, end),
            MatClass.UInt32 => Numeric<uint>(header, end),
            MatClass.Int64 => Numeric<long>(header, end),
            MatClass.UInt64 => Numeric<ulong>(header, end),
            _ => Level5Sparse.Read(elements, header, end),
        };
        if (value is MatOpaque) Source.Skip(end - Source.Position);
        // Octave counts 4 bytes too many for char matrices, others leave out what fills the last element up.
        Source.Require(end - Source.Position < Level5Elements.TagBytes, $"{end - Source.Position} bytes too many at the end of a {value}");
        Source.TakeUpTo((int)(end - Source.Position));
        return value;
    }

    /// <summary>An element of a cell or a field: an array with its own tag. One of no bytes was never assigned.</summary>
    private MatValue Child(long parentEnd, int depth)
    {
        Source.Require(depth < elements.Raw.Options.MaxNesting && RuntimeHelpers.TryEnsureSufficientExecutionStack(),
            $"more than {Math.Min(depth, elements.Raw.Options.MaxNesting)} levels of cells and structs ({nameof(MatReadOptions)}.{nameof(MatReadOptions.MaxNesting)})");
        var element = elements.Next(parentEnd);
        Source.Require(element.Type == MiType.Matrix, $"element of type {(int)element.Type} where an array is due");
        if (element.Size == 0) return MatNumeric.Empty;
        var end = Source.Position + element.Size;
        var value = Value(Header(end), end, depth + 1);
        elements.EndOf(element, parentEnd);
        return value;
    }

    private MatNumeric Numeric<T>(Level5Header header, long end)
        where T : unmanaged, INumber<T>
    {
        var count = Shape.Count(header.Dimensions.AsSpan());
        if (header.IsLogical) return Logical(header, count, end);
        var real = elements.Numbers<T>(count, end);
        return new MatNumeric<T>(real, header.Dimensions, header.IsComplex ? elements.Numbers<T>(count, end) : null);
    }

    /// <summary>Logical arrays are bytes; very old files have doubles that are marked as logical.</summary>
    private MatNumeric<byte> Logical(Level5Header header, long count, long end)
    {
        var element = elements.Next(end);
        var values = element.Type == MiType.Double
            ? Array.ConvertAll(elements.Numbers<double>(element, count, end), v => v == 0 ? (byte)0 : (byte)1)
            : elements.Numbers<byte>(element, count, end);
        foreach (ref var value in values.AsSpan()) value = Math.Min(value, (byte)1);
        return new(values, header.Dimensions, isLogical: true);
    }

    private MatChar Char(Level5Header header, long end)
    {
        var element = elements.Next(end);
        var units = Level5Text.Read(elements, element, end);
        var count = Shape.Count(header.Dimensions.AsSpan());
        Allowance.TakeRows(header.Dimensions.AsSpan());
        if (units.Length == count || units.Length == 0) return new(units, header.Dimensions);
        // Some writers give the size of a UTF-8 text in bytes.
        Source.Require(element.Type == MiType.Utf8 && element.Size == count && header.Dimensions is [1, _],
            $"text of {units.Length} UTF-16 units in a {Shape.Text(header.Dimensions.AsSpan())} char array");
        return new(units, [1, units.Length]);
    }

    private MatCell Cell(Level5Header header, long end, int depth) =>
        new(Children(Shape.Count(header.Dimensions.AsSpan()), 1, end, depth), header.Dimensions);

    private MatStruct Struct(Level5Header header, string? objectClass, long end, int depth)
    {
        var length = elements.Numbers<int>(1, end)[0];
        var element = elements.Next(end);
        Source.Require(length > 0 && element.Size % length == 0 && element.Type is MiType.Int8 or MiType.UInt8 or MiType.Utf8,
            $"field names of {length} bytes each in {element.Size} bytes");
        Allowance.Take(element.Size / length, MatAllowance.ObjectBytes + IntPtr.Size);
        Allowance.Take(element.Size, sizeof(char));
        var fields = FieldNames(elements.Bytes(element, end), length);
        return new(fields, Children(Shape.Count(header.Dimensions.AsSpan()), fields.Length, end, depth), header.Dimensions, objectClass);
    }

    private MatValue[] Children(long count, int each, long end, int depth)
    {
        if (each == 0) return [];
        var most = (end - Source.Position) / Level5Elements.TagBytes / each;
        Source.Require(count <= most, $"{count} elements promised where at most {most} can follow");
        Allowance.Array(count *= each, IntPtr.Size);
        var children = new MatValue[Math.Min(count, FirstChildren)];
        for (var i = 0; i < count; i++)
        {
            if (i == children.Length) Array.Resize(ref children, (int)Math.Min(count, 2L * i));
            children[i] = Child(end, depth);
        }
        return children;
    }

    private static MatOpaque Placeholder(Level5Header header, string objectClass) =>
        new((MatClass)header.ClassCode, header.Dimensions, objectClass);

    private string OpaqueClass(long end)
    {
        Text(end); // the kind of class system
        return Text(end);
    }

    private ImmutableArray<int> Dimensions(long end)
    {
        var element = elements.Next(end);
        // Some writers tag the size as unsigned.
        Source.Require(element.Type is MiType.Int32 or MiType.UInt32 && element.Size >= 8, "a size that is not two or more 32-bit numbers");
        Source.Require(element.Size / 4 <= Shape.MostDimensions,
            $"a size of {element.Size / 4} numbers; {Shape.MostDimensions} are the most");
        Source.Require(element.Size % sizeof(int) == 0, $"a size of {element.Size} bytes");
        Span<int> dimensions = stackalloc int[(int)element.Size / sizeof(int)];
        foreach (ref var length in dimensions) length = (int)elements.Raw.UInt32();
        elements.EndOf(element, end);
        Source.Require(!dimensions.ContainsAnyExceptInRange(0, int.MaxValue), $"negative size {Shape.Text(dimensions)}");
        return dimensions is [1, 1] ? Shape.Scalar : dimensions is [0, 0] ? Shape.Empty : [.. dimensions];
    }

    private string Text(long end)
    {
        var element = elements.Next(end);
        Source.Require(element.Type is MiType.Int8 or MiType.UInt8 or MiType.Utf8, $"element of type {(int)element.Type} where a name is due");
        Source.Require(element.Size <= LongestName, $"a name of {element.Size} bytes; {LongestName} are the most");
        if (element.Size == 0) return "";
        return Encoding.UTF8.GetString(elements.Bytes(element, end)).TrimEnd('\0');
    }

    private static ImmutableArray<string> FieldNames(ReadOnlySpan<byte> names, int length)
    {
        var fields = ImmutableArray.CreateBuilder<string>(names.Length / length);
        for (; !names.IsEmpty; names = names[length..])
        {
            var name = names[..length];
            var nul = name.IndexOf((byte)0);
            fields.Add(Encoding.UTF8.GetString(nul < 0 ? name : name[..nul]));
        }
        return fields.MoveToImmutable();
    }
}
