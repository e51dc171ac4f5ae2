using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PureHDF;
using PureHDF.VOL.Native;

namespace DeepLearnPort;

/// <summary>Reads the data of HDF5 datasets, which must lie in this file, be of the type due, and be no more than there can be.</summary>
internal sealed class Hdf5Data(MatErrors errors, long fileLength, MatAllowance allowance)
{
    /// <summary>Deflate cannot do better than its largest ratio.</summary>
    private readonly long _mostBytes = fileLength * InflateStream.LargestRatio;

    /// <summary>The size. HDF5 counts rows first, so MATLAB writes sizes the other way round.</summary>
    public ImmutableArray<int> SizeOf(IH5Dataset dataset) => [.. dataset.Space.Dimensions.Reverse().Select(Int32)];

    /// <summary>The values of a dataset of real numbers.</summary>
    public T[] Numbers<T>(IH5Dataset dataset)
        where T : unmanaged, INumber<T>
    {
        Check(dataset, Unsafe.SizeOf<T>());
        errors.Require(IsStoredAs<T>(dataset.Type), $"'{dataset.Name}' is not stored as {NumericTypes.ClassOf<T>().Name()}");
        return dataset.Read<T[]>();
    }

    /// <summary>The parts of a dataset of complex numbers, which are stored in pairs.</summary>
    public (T[] Real, T[] Imaginary) Complex<T>(IH5Dataset dataset)
        where T : unmanaged, INumber<T>
    {
        Check(dataset, 2 * Unsafe.SizeOf<T>());
        errors.Require(dataset.Type.Compound.Members is [{ Name: "real", Offset: 0 } real, { Name: "imag" } imaginary]
            && IsStoredAs<T>(real.Type) && IsStoredAs<T>(imaginary.Type) && imaginary.Offset == Unsafe.SizeOf<T>(), $"complex '{dataset.Name}' stored in an unknown way");
        allowance.Take(Shape.Count(SizeOf(dataset).AsSpan()), 2 * Unsafe.SizeOf<T>()); // parted, they take as much again
        var pairs = MemoryMarshal.Cast<byte, T>(dataset.Read<byte[]>());
        var (re, im) = (new T[pairs.Length / 2], new T[pairs.Length / 2]);
        for (var i = 0; i < re.Length; i++) (re[i], im[i]) = (pairs[2 * i], pairs[2 * i + 1]);
        return (re, im);
    }

    /// <summary>The addresses in a dataset of references.</summary>
    public ulong[] References(IH5Dataset dataset)
    {
        errors.Require(dataset.Type.Class == H5DataTypeClass.Reference, $"cell or field '{dataset.Name}' that holds no references");
        Check(dataset, sizeof(ulong));
        allowance.Take(Shape.Count(SizeOf(dataset).AsSpan()), sizeof(ulong) + IntPtr.Size); // as addresses, and what they lead to
        return MemoryMarshal.Cast<NativeObjectReference1, ulong>(dataset.Read<NativeObjectReference1[]>()).ToArray();
    }

    /// <summary>Whole numbers that are stored as uint64: sizes and positions.</summary>
    public int[] Positions(IH5Dataset dataset)
    {
        var numbers = Numbers<ulong>(dataset);
        allowance.Array(numbers.Length, sizeof(int));
        return Array.ConvertAll(numbers, Int32);
    }

    /// <summary>A number that must not be larger than .NET's arrays can be.</summary>
    public int Int32(ulong value) => value <= int.MaxValue ? (int)value : throw errors.Error($"the number {value}, larger than 2^31 - 1");

    private void Check(IH5Dataset dataset, int bytesEach)
    {
        errors.Require(dataset.Layout.Class != H5DataLayoutClass.VirtualStorage && !Hdf5Internals.HasExternalData(dataset),
            $"data of '{dataset.Name}' lie in another file, which is not read");
        errors.Require(dataset.Type.Size == bytesEach, $"values of {dataset.Type.Size} bytes in '{dataset.Name}' where {bytesEach} are due");
        var count = Shape.Count(SizeOf(dataset).AsSpan());
        errors.Require(count <= _mostBytes / bytesEach, $"{count} values in '{dataset.Name}', more than the file can hold");
        allowance.Array(count, bytesEach);
        CheckChunks(dataset, bytesEach);
    }

    // A chunk is made whole, however little of it there is.
    private void CheckChunks(IH5Dataset dataset, int bytesEach)
    {
        if (dataset.Layout.Class != H5DataLayoutClass.Chunked)
            return;
        decimal bytes = bytesEach;
        foreach (ulong length in dataset.Layout.Chunks)
            bytes = Math.Min(bytes * length, long.MaxValue);
        allowance.RequireRoom((long)bytes);
    }

    private static bool IsStoredAs<T>(IH5DataType type)
        where T : unmanaged, INumber<T> => type.Size == Unsafe.SizeOf<T>() && (NumericTypes.IsInteger<T>()
            ? type.Class == H5DataTypeClass.FixedPoint && type.FixedPoint.IsSigned == T.IsNegative(T.Zero - T.One)
            : type.Class == H5DataTypeClass.FloatingPoint);
}
