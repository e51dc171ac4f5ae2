using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace DeepLearnPort;

/// <summary>One variable on its way into a level 5 file: first measured and checked, then written.</summary>
internal sealed class Level5Output
{
    private const int TagBytes = 8;
    private const int SmallBytes = 4;
    private const int FlagsBytes = 8;
    private const long LargestVariable = int.MaxValue;

    private readonly MatErrors _errors;
    private readonly string _name;
    private readonly MatValue _value;
    private readonly Dictionary<MatValue, long> _sizes = new(ReferenceEqualityComparer.Instance);

    /// <exception cref="MatFileException">The value cannot be written to such a file.</exception>
    public Level5Output(MatErrors errors, string name, MatValue value)
    {
        (_errors, _name, _value) = (errors, name, value);
        var size = Measure(value, name);
        _errors.Require(size <= LargestVariable, $"{size} bytes are more than the 2^31 that v6 and v7 files hold in one variable; only MATLAB's v7.3 files hold more, and those are not written");
    }

    /// <summary>Writes the variable with its tag.</summary>
    public void Write(Stream stream) => Write(stream, _value, _name);

    /// <summary>The bytes of an array behind its tag.</summary>
    private long Measure(MatValue value, string name)
    {
        if (name.Length == 0 && _sizes.TryGetValue(value, out var size)) return size;
        _errors.Require(RuntimeHelpers.TryEnsureSufficientExecutionStack(), "cells and structs are nested too deep to be written");
        size = Element(FlagsBytes) + Element(sizeof(int) * value.Dimensions.Length) + Element(name.Length) + value switch
        {
            MatNumeric numeric => Element(numeric.RealBytes.Length) + (numeric.IsComplex ? Element(numeric.ImaginaryBytes.Length) : 0),
            MatChar text => Element(sizeof(char) * (long)text.Units.Length),
            MatCell cell => Children(cell.Items),
            MatStruct { ObjectClass: null } s => Fields(s),
            MatSparse sparse => Sparse(sparse),
            _ => throw _errors.Error($"a value of the kind '{value}' cannot be written"),
        };
        return _sizes[value] = size;
    }

    private long Children(ReadOnlySpan<MatValue> values)
    {
        long size = 0;
        foreach (var value in values) size += TagBytes + Measure(value, "");
        return size;
    }

    private long Fields(MatStruct s)
    {
        foreach (var field in s.Fields) _errors.Require(MatNames.IsValid(field), MatNames.Requirement(field, "field"));
        _errors.Require(s.Fields.Distinct().Count() == s.Fields.Length, "a struct has two fields of one name");
        return Element(sizeof(int)) + Element(SlotLength(s.Fields) * (long)s.Fields.Length) + Children(s.Values);
    }

    private static long Sparse(MatSparse sparse) =>
        Element(sizeof(int) * (long)sparse.RowIndices.Length) + Element(sizeof(int) * (long)sparse.ColumnPointers.Length)
        + (sparse.IsComplex ? 2 : 1) * Element((sparse.IsLogical ? 1 : sizeof(double)) * (long)sparse.Real.Length);

    private static long Element(long bytes) => bytes <= SmallBytes ? TagBytes : TagBytes + bytes + (-bytes & 7);

    /// <summary>Room for the longest field name and its NUL, in one of the two lengths that all versions of MATLAB read.</summary>
    private static int SlotLength(ImmutableArray<string> fields) => fields.Any(f => f.Length > 31) ? 64 : 32;

    private void Write(Stream stream, MatValue value, string name)
    {
        WriteTag(stream, MiType.Matrix, _sizes[value]);
        WriteHeader(stream, value, name);
        switch (value)
        {
            case MatNumeric numeric:
                WriteElement(stream, Level5Classes.Storage(numeric.Class), numeric.RealBytes);
                if (numeric.IsComplex) WriteElement(stream, Level5Classes.Storage(numeric.Class), numeric.ImaginaryBytes);
                break;
            case MatChar text:
                WriteElement(stream, MiType.UInt16, MemoryMarshal.AsBytes(text.Units.AsSpan()));
                break;
            case MatSparse sparse:
                WriteSparse(stream, sparse);
                break;
            case MatCell cell:
                foreach (var item in cell.Items) Write(stream, item, "");
                break;
            case MatStruct s:
                WriteFieldNames(stream, s.Fields);
                foreach (var item in s.Values) Write(stream, item, "");
                break;
        }
    }

    private static void WriteHeader(Stream stream, MatValue value, string name)
    {
        var sparse = value as MatSparse;
        var isComplex = value is MatNumeric { IsComplex: true } || sparse is { IsComplex: true };
        var flags = Level5Classes.Code(value)
            | (isComplex ? Level5Header.ComplexFlag : 0)
            | (value.Class == MatClass.Logical ? Level5Header.LogicalFlag : 0);
        var room = sparse is null ? 0 : (uint)Math.Max(1, sparse.Real.Length);
        WriteElement(stream, MiType.UInt32, MemoryMarshal.AsBytes<uint>([flags, room]));
        WriteElement(stream, MiType.Int32, MemoryMarshal.AsBytes(value.Dimensions.AsSpan()));
        WriteElement(stream, MiType.Int8, Encoding.ASCII.GetBytes(name));
    }

    private static void WriteSparse(Stream stream, MatSparse sparse)
    {
        WriteElement(stream, MiType.Int32, MemoryMarshal.AsBytes(sparse.RowIndices.Span));
        WriteElement(stream, MiType.Int32, MemoryMarshal.AsBytes(sparse.ColumnPointers.Span));
        if (sparse.IsLogical) WriteElement(stream, MiType.UInt8, Array.ConvertAll(sparse.Real.ToArray(), v => (byte)v));
        else WriteElement(stream, MiType.Double, MemoryMarshal.AsBytes(sparse.Real.Span));
        if (sparse.IsComplex) WriteElement(stream, MiType.Double, MemoryMarshal.AsBytes(sparse.Imaginary.Span));
    }

    private static void WriteFieldNames(Stream stream, ImmutableArray<string> fields)
    {
        var length = SlotLength(fields);
        var slots = new byte[length * fields.Length];
        for (var f = 0; f < fields.Length; f++) Encoding.ASCII.GetBytes(fields[f], slots.AsSpan(f * length));
        WriteElement(stream, MiType.Int32, MemoryMarshal.AsBytes<int>([length]));
        WriteElement(stream, MiType.Int8, slots);
    }

    private static void WriteElement(Stream stream, MiType type, ReadOnlySpan<byte> data)
    {
        if (data.Length is > 0 and <= SmallBytes)
        {
            Span<byte> small = stackalloc byte[TagBytes];
            small.Clear();
            BinaryPrimitives.WriteInt32LittleEndian(small, data.Length << 16 | (int)type);
            data.CopyTo(small[SmallBytes..]);
            stream.Write(small);
            return;
        }
        WriteTag(stream, type, data.Length);
        stream.Write(data);
        stream.Write("\0\0\0\0\0\0\0\0"u8[..(-data.Length & 7)]);
    }

    private static void WriteTag(Stream stream, MiType type, long size)
    {
        Span<byte> tag = stackalloc byte[TagBytes];
        BinaryPrimitives.WriteInt32LittleEndian(tag, (int)type);
        BinaryPrimitives.WriteUInt32LittleEndian(tag[4..], (uint)size);
        stream.Write(tag);
    }
}
