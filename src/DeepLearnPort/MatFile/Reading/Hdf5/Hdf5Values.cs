using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PureHDF;
using PureHDF.VOL.Native;

namespace DeepLearnPort;

/// <summary>Makes values of the HDF5 objects of one variable.</summary>
internal sealed class Hdf5Values(NativeFile file, MatErrors errors, long fileLength, MatReadOptions options)
{
    private const string References = "#refs#";

    /// <summary>Deflate cannot do better; uncompressed data take what they take.</summary>
    private readonly long _mostBytes = fileLength * InflateStream.LargestRatio;

    private readonly Lazy<Dictionary<ulong, IH5Object>> _referenced = new(() => Referenced(file));
    private readonly HashSet<ulong> _containers = [];
    private long _bytesLeft = options.MaxVariableBytes;

    /// <summary>Class and size.</summary>
    public MatVariable Describe(IH5Object item)
    {
        var matClass = ClassOf(item);
        var isSparse = item is IH5Group && item.AttributeExists(Hdf5Attributes.Sparse);
        return new(item.Name, matClass, isSparse ? SparseSize((IH5Group)item) : matClass == MatClass.Opaque ? [] : SizeOf(item))
        {
            IsSparse = isSparse,
            IsComplex = (isSparse ? Part((IH5Group)item, "data") : item) is IH5Dataset { Type.Class: H5DataTypeClass.Compound },
        };
    }

    /// <summary>The value of an object.</summary>
    public MatValue Read(IH5Object item, int depth)
    {
        errors.Require(depth <= options.MaxNesting && RuntimeHelpers.TryEnsureSufficientExecutionStack(), $"more than {options.MaxNesting} levels of cells and structs ({nameof(MatReadOptions)}.{nameof(MatReadOptions.MaxNesting)})");
        var matClass = ClassOf(item);
        return item switch
        {
            _ when matClass is MatClass.Opaque => new MatOpaque(matClass, [], item.Text(Hdf5Attributes.Class)!),
            _ when matClass is MatClass.FunctionHandle => new MatOpaque(matClass, Shape.Scalar, ""),
            IH5Group group when matClass is MatClass.Struct or MatClass.Object => Struct(group, matClass, depth),
            IH5Group group when item.AttributeExists(Hdf5Attributes.Sparse) => Sparse(group, matClass == MatClass.Logical),
            IH5Dataset dataset => Array(dataset, matClass, depth),
            _ => throw errors.Error($"'{item.Name}', a group of class {matClass.Name()}"),
        };
    }

    private MatValue Array(IH5Dataset dataset, MatClass matClass, int depth)
    {
        var size = SizeOf(dataset);
        var isEmpty = IsEmpty(dataset);
        return matClass switch
        {
            MatClass.Cell => new MatCell(isEmpty ? [] : Elements(dataset, depth), size),
            MatClass.Struct => new MatStruct([.. dataset.Texts(Hdf5Attributes.Fields) ?? []], isEmpty ? [] : throw Unexpected(dataset), size),
            MatClass.Char => new MatChar(isEmpty ? "" : new string(MemoryMarshal.Cast<ushort, char>(Data<ushort>(dataset))), size),
            MatClass.Logical => new MatNumeric<byte>(isEmpty ? [] : System.Array.ConvertAll(Data<byte>(dataset), v => Math.Min(v, (byte)1)), size, isLogical: true),
            MatClass.Double => Numeric<double>(dataset, size),
            MatClass.Single => Numeric<float>(dataset, size),
            MatClass.Int8 => Numeric<sbyte>(dataset, size),
            MatClass.UInt8 => Numeric<byte>(dataset, size),
            MatClass.Int16 => Numeric<short>(dataset, size),
            MatClass.UInt16 => Numeric<ushort>(dataset, size),
            MatClass.Int32 => Numeric<int>(dataset, size),
            MatClass.UInt32 => Numeric<uint>(dataset, size),
            MatClass.Int64 => Numeric<long>(dataset, size),
            MatClass.UInt64 => Numeric<ulong>(dataset, size),
            _ => throw Unexpected(dataset),
        };
    }

    private MatNumeric<T> Numeric<T>(IH5Dataset dataset, ImmutableArray<int> size)
        where T : unmanaged, INumber<T>
    {
        if (IsEmpty(dataset)) return new([], size);
        if (dataset.Type.Class != H5DataTypeClass.Compound) return new(Data<T>(dataset), size);
        var (real, imaginary) = Complex<T>(dataset);
        return new(real, size, imaginary);
    }

    /// <summary>A struct array holds in each field's place a dataset of references, to which no class is given; a single struct the value.</summary>
    private MatStruct Struct(IH5Group group, MatClass matClass, int depth)
    {
        Visit(group);
        var fields = FieldsOf(group);
        var objectClass = matClass == MatClass.Object ? group.Text(Hdf5Attributes.Class) : null;
        var parts = fields.Select(f => Part(group, f) ?? throw errors.Error($"struct without its field '{f}'")).ToArray();
        if (!IsStructArray(parts)) return new([.. fields], [.. parts.Select(p => Read(p, depth + 1))], Shape.Scalar, objectClass);

        var size = SizeOf(parts[0]);
        var columns = parts.Select(p => Elements((IH5Dataset)p, depth)).ToArray();
        errors.Require(parts.All(p => SizeOf(p).SequenceEqual(size)), "struct array whose fields differ in size");
        var values = Enumerable.Range(0, columns[0].Length).SelectMany(i => columns.Select(c => c[i]));
        return new([.. fields], [.. values], size, objectClass);
    }

    private MatSparse Sparse(IH5Group group, bool isLogical)
    {
        var size = SparseSize(group);
        var pointers = Indices(group, "jc");
        var rowIndices = Indices(group, "ir");
        var entries = Level5Sparse.CheckColumns(errors, pointers, rowIndices, size[0]);
        var (real, imaginary) = Part(group, "data") switch
        {
            null => ([], null),
            IH5Dataset { Type.Class: H5DataTypeClass.Compound } data => Complex<double>(data),
            IH5Dataset data when isLogical => (System.Array.ConvertAll(Data<byte>(data), v => v == 0 ? 0.0 : 1.0), null),
            IH5Dataset data => (Data<double>(data), (double[]?)null),
            var other => throw Unexpected(other),
        };
        errors.Require(real.Length >= entries, $"{real.Length} values for {entries} entries of a sparse array");
        return new(size[0], size[1], rowIndices[..entries], pointers, real[..entries], imaginary?[..entries], isLogical);
    }

    private int[] Indices(IH5Group group, string name) => Part(group, name) is IH5Dataset dataset
        ? System.Array.ConvertAll(Data<ulong>(dataset), Int32)
        : [];

    private MatValue[] Elements(IH5Dataset dataset, int depth)
    {
        Visit(dataset);
        errors.Require(dataset.Type.Class == H5DataTypeClass.Reference, $"cell or field '{dataset.Name}' that holds no references");
        CheckSize(dataset, Marshal.SizeOf<NativeObjectReference1>());
        var addresses = MemoryMarshal.Cast<NativeObjectReference1, ulong>(dataset.Read<NativeObjectReference1[]>()).ToArray();
        return System.Array.ConvertAll(addresses, address => address == 0 ? MatNumeric.Empty : Read(Referred(address), depth + 1));
    }

    private IH5Object Referred(ulong address) => _referenced.Value.TryGetValue(address, out var item)
        ? item
        : throw errors.Error($"a reference to {address:X}, where nothing is");

    /// <summary>Cells and structs that are held twice could hold themselves, or make a small file endless.</summary>
    private void Visit(IH5Object container) =>
        errors.Require(_containers.Add(Hdf5Internals.AddressOf(container)), $"cell or struct '{container.Name}' that is referred to twice");

    private (T[] Real, T[] Imaginary) Complex<T>(IH5Dataset dataset)
        where T : unmanaged, INumber<T>
    {
        CheckSize(dataset, 2 * Marshal.SizeOf<T>());
        errors.Require(dataset.Type.Compound.Members is [{ Name: "real", Offset: 0 } real, { Name: "imag" } imag]
            && real.Type.Size == Marshal.SizeOf<T>() && imag.Offset == real.Type.Size && imag.Type.Size == real.Type.Size, $"complex '{dataset.Name}' stored in an unknown way");
        var pairs = MemoryMarshal.Cast<byte, T>(dataset.Read<byte[]>());
        var (re, im) = (new T[pairs.Length / 2], new T[pairs.Length / 2]);
        for (var i = 0; i < re.Length; i++) (re[i], im[i]) = (pairs[2 * i], pairs[2 * i + 1]);
        return (re, im);
    }

    private T[] Data<T>(IH5Dataset dataset)
        where T : unmanaged, INumber<T>
    {
        CheckSize(dataset, Marshal.SizeOf<T>());
        errors.Require(IsStoredAs<T>(dataset.Type), $"'{dataset.Name}' is not stored as {NumericTypes.ClassOf<T>().Name()}");
        return dataset.Read<T[]>();
    }

    /// <summary>Refuses data that lie elsewhere, are stored as another type, or are more than the file can hold.</summary>
    private void CheckSize(IH5Dataset dataset, int bytesEach)
    {
        errors.Require(dataset.Layout.Class != H5DataLayoutClass.VirtualStorage && !Hdf5Internals.HasExternalData(dataset),
            $"data of '{dataset.Name}' lie in another file, which is not read");
        errors.Require(dataset.Type.Size == bytesEach, $"values of {dataset.Type.Size} bytes in '{dataset.Name}' where {bytesEach} are due");
        var count = Shape.Count(SizeOfSpace(dataset).AsSpan());
        errors.Require(count <= _mostBytes / bytesEach, $"{count} values in '{dataset.Name}', more than the file can hold");
        errors.Require(count <= Math.Min(System.Array.MaxLength, _bytesLeft / bytesEach),
            $"an array of {count} elements goes beyond {nameof(MatReadOptions)}.{nameof(MatReadOptions.MaxVariableBytes)}, {options.MaxVariableBytes} bytes");
        _bytesLeft -= count * bytesEach;
    }

    private MatClass ClassOf(IH5Object item)
    {
        errors.Require(Hdf5Internals.IsIn(file, item), $"'{item.Name}' is a link to another file, which is not followed");
        var name = item.Text(Hdf5Attributes.Class) ?? throw errors.Error($"'{item.Name}' has no MATLAB class; not a file that MATLAB wrote");
        if (name == "canonical empty") return MatClass.Double;
        if (Enum.GetValues<MatClass>().FirstOrDefault(c => c.Name() == name && c is not (MatClass.Object or MatClass.Opaque)) is var known and not 0) return known;
        return item is IH5Group && item.Number(Hdf5Attributes.Object) == 2 ? MatClass.Object : MatClass.Opaque;
    }

    private ImmutableArray<int> SizeOf(IH5Object item)
    {
        if (item is not IH5Dataset dataset) return FieldsOf((IH5Group)item).Select(f => Part((IH5Group)item, f)!).ToArray() is var parts && IsStructArray(parts) ? SizeOf(parts[0]) : Shape.Scalar;
        if (!IsEmpty(dataset)) return SizeOfSpace(dataset);
        errors.Require(dataset.Space.Dimensions is [<= 4096], $"size of the empty '{dataset.Name}'");
        return [.. Data<ulong>(dataset).Select(Int32)];
    }

    /// <summary>HDF5 counts rows first, so MATLAB writes sizes the other way round.</summary>
    private ImmutableArray<int> SizeOfSpace(IH5Dataset dataset) => [.. dataset.Space.Dimensions.Reverse().Select(Int32)];

    private ImmutableArray<int> SparseSize(IH5Group group)
    {
        var pointers = Part(group, "jc") as IH5Dataset ?? throw errors.Error($"sparse '{group.Name}' without columns");
        errors.Require(pointers.Space.Dimensions is [> 0], $"columns of the sparse '{group.Name}'");
        return [Int32(group.Number(Hdf5Attributes.Sparse)!.Value), Int32(pointers.Space.Dimensions[0] - 1)];
    }

    private int Int32(ulong value) => value <= int.MaxValue ? (int)value : throw errors.Error($"the number {value}, larger than 2^31 - 1");

    private MatFileException Unexpected(IH5Object item) => errors.Error($"'{item.Name}' is stored in an unknown way");

    private static bool IsStoredAs<T>(IH5DataType type)
        where T : unmanaged, INumber<T> => NumericTypes.IsInteger<T>()
            ? type.Class == H5DataTypeClass.FixedPoint && type.FixedPoint.IsSigned == T.IsNegative(T.Zero - T.One)
            : type.Class == H5DataTypeClass.FloatingPoint;

    private static bool IsEmpty(IH5Dataset dataset) => dataset.Number(Hdf5Attributes.Empty) is > 0;

    private static bool IsStructArray(IH5Object[] parts) =>
        parts.Length > 0 && parts.All(p => p is IH5Dataset { Type.Class: H5DataTypeClass.Reference } && !p.AttributeExists(Hdf5Attributes.Class));

    private static string[] FieldsOf(IH5Group group) => group.Texts(Hdf5Attributes.Fields) ?? [.. group.Children().Select(c => c.Name)];

    private static IH5Object? Part(IH5Group group, string name) => group.LinkExists(name) ? group.Get(name) : null;

    private static Dictionary<ulong, IH5Object> Referenced(NativeFile file)
    {
        var byAddress = new Dictionary<ulong, IH5Object>();
        if (!file.LinkExists(References)) return byAddress;
        foreach (var item in ((IH5Group)file.Get(References)).Children()) byAddress[Hdf5Internals.AddressOf(item)] = item;
        return byAddress;
    }
}
