using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PureHDF;
using PureHDF.VOL.Native;

namespace DeepLearnPort;

/// <summary>Makes values of the objects of a v7.3 file.</summary>
internal sealed class Hdf5Values(NativeFile file, MatErrors errors, long fileLength, MatReadOptions options,
    MatAllowance allowance)
{
    private const string References = "#refs#";
    private const int OldObject = 2;

    private readonly Hdf5Attributes _attributes = new(errors, fileLength, allowance);
    private readonly Hdf5Data _data = new(errors, fileLength, allowance);
    private readonly Lazy<Dictionary<ulong, IH5Object>> _referenced = new(() => Referenced(file));
    private readonly HashSet<ulong> _containers = [];

    /// <summary>Class and size of a variable.</summary>
    public MatVariable Describe(IH5Object item)
    {
        var matClass = ClassOf(item);
        var sparse = AsSparse(item);
        return new(item.Name, matClass, matClass == MatClass.Opaque ? [] : sparse is null ? SizeOf(item) : SparseSize(sparse))
        {
            IsSparse = sparse is not null,
            IsComplex = (sparse is null ? item : sparse.LinkExists("data") ? Part(sparse, "data") : null) is IH5Dataset { Type.Class: H5DataTypeClass.Compound },
        };
    }

    /// <summary>The value of a variable.</summary>
    public MatValue Read(IH5Object item)
    {
        _containers.Clear();
        return Read(item, depth: 0);
    }

    private MatValue Read(IH5Object item, int depth)
    {
        errors.Require(depth <= options.MaxNesting && RuntimeHelpers.TryEnsureSufficientExecutionStack(),
            $"more than {options.MaxNesting} levels of cells and structs ({nameof(MatReadOptions)}.{nameof(MatReadOptions.MaxNesting)})");
        allowance.Value(dimensions: 2);
        var matClass = ClassOf(item);
        return matClass switch
        {
            MatClass.Opaque => new MatOpaque(matClass, [], _attributes.Text(item, Hdf5Attributes.Class)!),
            MatClass.FunctionHandle => new MatOpaque(matClass, Shape.Scalar, ""),
            MatClass.Struct or MatClass.Object when item is IH5Group group => Struct(group, matClass, depth),
            _ when AsSparse(item) is { } sparse => Sparse(sparse, matClass == MatClass.Logical),
            _ when item is IH5Dataset dataset => Array(dataset, matClass, depth),
            _ => throw Unexpected(item),
        };
    }

    private MatValue Array(IH5Dataset dataset, MatClass matClass, int depth)
    {
        var size = SizeOf(dataset);
        var isEmpty = IsEmpty(dataset);
        errors.Require(!isEmpty || matClass == MatClass.Struct || size.Contains(0), $"empty '{dataset.Name}' of size {Shape.Text(size.AsSpan())}");
        return matClass switch
        {
            MatClass.Cell => new MatCell(isEmpty ? [] : Elements(dataset, depth), size),
            MatClass.Struct when isEmpty => new MatStruct(EmptyFields(dataset, size), [], size),
            MatClass.Char => Char(dataset, size, isEmpty),
            MatClass.Logical => new MatNumeric<byte>(isEmpty ? [] : System.Array.ConvertAll(_data.Numbers<byte>(dataset), v => Math.Min(v, (byte)1)), size, isLogical: true),
            MatClass.Double => Numeric<double>(dataset, size, isEmpty),
            MatClass.Single => Numeric<float>(dataset, size, isEmpty),
            MatClass.Int8 => Numeric<sbyte>(dataset, size, isEmpty),
            MatClass.UInt8 => Numeric<byte>(dataset, size, isEmpty),
            MatClass.Int16 => Numeric<short>(dataset, size, isEmpty),
            MatClass.UInt16 => Numeric<ushort>(dataset, size, isEmpty),
            MatClass.Int32 => Numeric<int>(dataset, size, isEmpty),
            MatClass.UInt32 => Numeric<uint>(dataset, size, isEmpty),
            MatClass.Int64 => Numeric<long>(dataset, size, isEmpty),
            MatClass.UInt64 => Numeric<ulong>(dataset, size, isEmpty),
            _ => throw Unexpected(dataset),
        };
    }

    private MatChar Char(IH5Dataset dataset, ImmutableArray<int> size, bool isEmpty)
    {
        allowance.TakeRows(size.AsSpan());
        if (isEmpty) return new("", size);
        allowance.Text(Shape.Count(size.AsSpan()));
        return new(new string(MemoryMarshal.Cast<ushort, char>(_data.Numbers<ushort>(dataset))), size);
    }

    private MatNumeric<T> Numeric<T>(IH5Dataset dataset, ImmutableArray<int> size, bool isEmpty)
        where T : unmanaged, INumber<T>
    {
        if (isEmpty) return new([], size);
        if (dataset.Type.Class != H5DataTypeClass.Compound) return new(_data.Numbers<T>(dataset), size);
        var (real, imaginary) = _data.Complex<T>(dataset);
        return new(real, size, imaginary);
    }

    /// <summary>The fields of a struct array that holds nothing: of no elements, or of no fields.</summary>
    private ImmutableArray<string> EmptyFields(IH5Dataset dataset, ImmutableArray<int> size)
    {
        ImmutableArray<string> fields = [.. _attributes.Texts(dataset, Hdf5Attributes.Fields) ?? []];
        errors.Require(fields.IsEmpty || size.Contains(0), $"empty struct '{dataset.Name}' of size {Shape.Text(size.AsSpan())} with fields");
        return fields;
    }

    /// <summary>Each field of a struct array is a dataset of references, to which no class is given; of a single struct, the value.</summary>
    private MatStruct Struct(IH5Group group, MatClass matClass, int depth)
    {
        Visit(group);
        var fields = FieldsOf(group);
        var objectClass = matClass == MatClass.Object ? _attributes.Text(group, Hdf5Attributes.Class) : null;
        var parts = System.Array.ConvertAll(fields, f => Part(group, f));
        if (!IsStructArray(parts)) return new([.. fields], [.. parts.Select(p => Read(p, depth + 1))], Shape.Scalar, objectClass);

        var size = SizeOf(parts[0]);
        errors.Require(parts.All(p => SizeOf(p).SequenceEqual(size)), "struct array whose fields differ in size");
        var columns = System.Array.ConvertAll(parts, p => Elements((IH5Dataset)p, depth));
        var values = Enumerable.Range(0, columns[0].Length).SelectMany(i => columns.Select(c => c[i]));
        return new([.. fields], [.. values], size, objectClass);
    }

    private MatSparse Sparse(IH5Group group, bool isLogical)
    {
        var size = SparseSize(group);
        allowance.Array(size[0] + 1L, sizeof(int)); // MathNet's sparse matrices have a number for each row
        var pointers = _data.Positions(Dataset(group, "jc"));
        var rowIndices = group.LinkExists("ir") ? _data.Positions(Dataset(group, "ir")) : [];
        var entries = Level5Sparse.CheckColumns(errors, pointers, rowIndices, size[0]);
        if (entries == 0) return new(size[0], size[1], [], pointers, [], null, isLogical);

        var data = Dataset(group, "data");
        var (real, imaginary) = data.Type.Class == H5DataTypeClass.Compound ? _data.Complex<double>(data)
            : isLogical ? (System.Array.ConvertAll(_data.Numbers<byte>(data), v => v == 0 ? 0.0 : 1.0), (double[]?)null)
            : (_data.Numbers<double>(data), null);
        errors.Require(real.Length >= entries, $"{real.Length} values for {entries} entries of a sparse array");
        return new(size[0], size[1], Level5Sparse.First(rowIndices, entries), pointers, Level5Sparse.First(real, entries),
            imaginary is null ? null : Level5Sparse.First(imaginary, entries), isLogical);
    }

    private MatValue[] Elements(IH5Dataset dataset, int depth)
    {
        Visit(dataset);
        return System.Array.ConvertAll(_data.References(dataset), address => address == 0 ? MatNumeric.Empty : Read(Referred(address), depth + 1));
    }

    private IH5Object Referred(ulong address) => _referenced.Value.TryGetValue(address, out var item)
        ? item
        : throw errors.Error($"a reference to {address:X}, where nothing is");

    /// <summary>A cell or struct that is held twice could hold itself, or make a small file endless.</summary>
    private void Visit(IH5Object container) =>
        errors.Require(_containers.Add(Hdf5Internals.AddressOf(container)), $"cell or struct '{container.Name}' that is referred to twice");

    private MatClass ClassOf(IH5Object item)
    {
        errors.Require(Hdf5Internals.IsIn(file, item), $"'{item.Name}' is a link to another file or to nothing, which is not followed");
        var name = _attributes.Text(item, Hdf5Attributes.Class) ?? throw errors.Error($"'{item.Name}' has no MATLAB class, so it is not from MATLAB");
        if (name == "canonical empty") return MatClass.Double;
        if (MatClassNames.Known.TryGetValue(name, out var known)) return known;
        return item is IH5Group && _attributes.Number(item, Hdf5Attributes.Object) == OldObject ? MatClass.Object : MatClass.Opaque;
    }

    private ImmutableArray<int> SizeOf(IH5Object item)
    {
        if (item is IH5Group group)
        {
            var parts = System.Array.ConvertAll(FieldsOf(group), f => Part(group, f));
            return IsStructArray(parts) ? SizeOf(parts[0]) : Shape.Scalar;
        }
        if (item is not IH5Dataset dataset) throw Unexpected(item);
        if (!IsEmpty(dataset)) return _data.SizeOf(dataset);
        errors.Require(dataset.Space.Dimensions is [<= Shape.MostDimensions], $"size of the empty '{dataset.Name}'");
        return [.. _data.Positions(dataset)];
    }

    private ImmutableArray<int> SparseSize(IH5Group group)
    {
        var pointers = Dataset(group, "jc");
        errors.Require(pointers.Space.Dimensions is [> 0], $"columns of the sparse '{group.Name}'");
        return [_data.Int32(_attributes.Number(group, Hdf5Attributes.Sparse)!.Value), _data.Int32(pointers.Space.Dimensions[0] - 1)];
    }

    private bool IsEmpty(IH5Dataset dataset) => _attributes.Number(dataset, Hdf5Attributes.Empty) is > 0;

    private string[] FieldsOf(IH5Group group) => _attributes.Texts(group, Hdf5Attributes.Fields) ?? [.. group.Children().Select(c => c.Name)];

    private IH5Object Part(IH5Group group, string name)
    {
        errors.Require(group.LinkExists(name), $"'{group.Name}' lacks its part '{name}'");
        var part = group.Get(name);
        errors.Require(Hdf5Internals.IsIn(file, part), $"'{name}' is a link to another file or to nothing, which is not followed");
        return part;
    }

    private IH5Dataset Dataset(IH5Group group, string name) => Part(group, name) as IH5Dataset ?? throw Unexpected(group);

    private MatFileException Unexpected(IH5Object item) => errors.Error($"'{item.Name}' is stored in an unknown way");

    private static IH5Group? AsSparse(IH5Object item) => item is IH5Group group && group.AttributeExists(Hdf5Attributes.Sparse) ? group : null;

    private static bool IsStructArray(IH5Object[] parts) =>
        parts.Length > 0 && parts.All(p => p is IH5Dataset { Type.Class: H5DataTypeClass.Reference } && !p.AttributeExists(Hdf5Attributes.Class));

    private static Dictionary<ulong, IH5Object> Referenced(NativeFile file)
    {
        var byAddress = new Dictionary<ulong, IH5Object>();
        if (!file.LinkExists(References)) return byAddress;
        foreach (var item in ((IH5Group)file.Get(References)).Children()) byAddress[Hdf5Internals.AddressOf(item)] = item;
        return byAddress;
    }
}
