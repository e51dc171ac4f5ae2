using System.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Storage;

namespace DeepLearnPort;

/// <summary>Between MAT values and MathNet matrices of double, float, Complex and Complex32.</summary>
internal static class MatrixConversion
{
    public static MatValue FromMatrix<T>(Matrix<T> matrix)
        where T : struct, IEquatable<T>, IFormattable
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return matrix.Storage.IsDense
            ? FromDense(matrix.ToColumnMajorArray(), matrix.RowCount, matrix.ColumnCount)
            : FromSparse(matrix);
    }

    public static Matrix<T> ToMatrix<T>(MatValue value)
        where T : struct, IEquatable<T>, IFormattable => value switch
        {
            MatNumeric full => Matrix<T>.Build.Dense(full.MatrixRows, full.Columns, Elements<T>(full)),
            MatSparse sparse => ToSparse(sparse, Elements<T>(sparse)),
            _ => throw new NotSupportedException($"this variable is {value}, which is not a matrix of {typeof(T).Name}; MatFile.Load reads it"),
        };

    public static Matrix<T> ToSparse<T>(MatSparse sparse, T[] values)
        where T : struct, IEquatable<T>, IFormattable =>
        Matrix<T>.Build.SparseFromCompressedSparseColumnFormat(
            sparse.Rows, sparse.Columns, values.Length, sparse.RowIndices.ToArray(), sparse.ColumnPointers.ToArray(), values);

    private static T[] Elements<T>(MatNumeric full)
    {
        if (typeof(T) == typeof(double)) return (T[])(object)full.Values<double>();
        if (typeof(T) == typeof(float)) return (T[])(object)full.Values<float>();
        return Join<T>(full.RealPart().Values<double>(), full.ImaginaryValues<double>());
    }

    private static T[] Elements<T>(MatSparse sparse)
    {
        if (typeof(T) == typeof(Complex) || typeof(T) == typeof(Complex32))
            return Join<T>(sparse.Real.Span, sparse.IsComplex ? sparse.Imaginary.Span : new double[sparse.Real.Length]);
        var full = new MatNumeric<double>(sparse.Real.ToArray(), [sparse.Real.Length, 1], sparse.IsComplex ? sparse.Imaginary.ToArray() : null);
        return Elements<T>(full);
    }

    private static T[] Join<T>(ReadOnlySpan<double> real, ReadOnlySpan<double> imaginary)
    {
        if (typeof(T) == typeof(Complex)) return (T[])(object)Join(real, imaginary, static (re, im) => new Complex(re, im));
        if (typeof(T) == typeof(Complex32)) return (T[])(object)Join(real, imaginary, static (re, im) => new Complex32((float)re, (float)im));
        throw new NotSupportedException($"matrices of {typeof(T).Name} cannot be read; use double, float, Complex or Complex32");
    }

    private static T[] Join<T>(ReadOnlySpan<double> real, ReadOnlySpan<double> imaginary, Func<double, double, T> join)
    {
        var joined = new T[real.Length];
        for (var i = 0; i < joined.Length; i++) joined[i] = join(real[i], imaginary[i]);
        return joined;
    }

    private static MatValue FromDense<T>(T[] values, int rows, int columns) => values switch
    {
        double[] real => MatNumeric.Create(real, rows, columns),
        float[] real => MatNumeric.Create(real, rows, columns),
        Complex[] complex => MatNumeric.Complex(
            Array.ConvertAll(complex, z => z.Real), Array.ConvertAll(complex, z => z.Imaginary), rows, columns),
        Complex32[] complex => MatNumeric.Complex(
            Array.ConvertAll(complex, z => z.Real), Array.ConvertAll(complex, z => z.Imaginary), rows, columns),
        _ => throw new NotSupportedException($"matrices of {typeof(T).Name} cannot be written; use double, float, Complex or Complex32"),
    };

    /// <summary>MATLAB's sparse matrices are double, so single precision is widened.</summary>
    public static MatSparse FromSparse<T>(Matrix<T> matrix)
        where T : struct, IEquatable<T>, IFormattable
    {
        var storage = SparseCompressedRowMatrixStorage<T>.OfIndexedEnumerable(
            matrix.ColumnCount, matrix.RowCount, matrix.EnumerateIndexed(Zeros.AllowSkip).Select(e => (e.Item2, e.Item1, e.Item3)));
        var values = (MatNumeric)FromDense(storage.Values[..storage.ValueCount], storage.ValueCount, 1);
        return new(matrix.RowCount, matrix.ColumnCount, storage.ColumnIndices[..storage.ValueCount], storage.RowPointers,
            values.RealPart().Values<double>(), values.IsComplex ? values.ImaginaryValues<double>() : null, isLogical: false);
    }
}
