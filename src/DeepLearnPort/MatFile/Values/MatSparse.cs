namespace DeepLearnPort;

/// <summary>A sparse double or logical matrix, stored by columns.</summary>
public sealed class MatSparse : MatValue
{
    internal MatSparse(int rows, int columns, int[] rowIndices, int[] columnPointers, double[] real, double[]? imaginary, bool isLogical)
        : base(isLogical ? MatClass.Logical : MatClass.Double, [rows, columns])
    {
        RowIndices = rowIndices;
        ColumnPointers = columnPointers;
        Real = real;
        Imaginary = imaginary;
        IsComplex = imaginary is not null;
    }

    /// <summary>The row of each stored entry, from 0, column by column.</summary>
    public ReadOnlyMemory<int> RowIndices { get; }

    /// <summary>Where each column begins among the entries, and after the last column their number: columns + 1 values.</summary>
    public ReadOnlyMemory<int> ColumnPointers { get; }

    /// <summary>The (real) values of the entries; 0 or 1 for logical.</summary>
    public ReadOnlyMemory<double> Real { get; }

    /// <summary>The imaginary values of the entries; empty when the matrix is real.</summary>
    public ReadOnlyMemory<double> Imaginary { get; }

    /// <summary>Whether there is an imaginary part.</summary>
    public bool IsComplex { get; }

    /// <summary>Whether the class is logical.</summary>
    public bool IsLogical => Class == MatClass.Logical;

    /// <summary>A sparse logical matrix, true where <paramref name="matrix"/> is not zero.</summary>
    /// <param name="matrix">Any matrix, rows × columns.</param>
    /// <returns>The logical matrix of the same size.</returns>
    public static MatSparse Logical(Mat matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var sparse = MatrixConversion.FromSparse(matrix);
        var ones = Enumerable.Repeat(1.0, sparse.Real.Length).ToArray();
        return new(sparse.Rows, sparse.Columns, sparse.RowIndices.ToArray(), sparse.ColumnPointers.ToArray(), ones, null, isLogical: true);
    }

    /// <summary>The real part alone; the matrix itself when it has no imaginary part.</summary>
    /// <returns>A real sparse matrix of the same size.</returns>
    public MatSparse RealPart() => IsComplex
        ? new(Rows, Columns, RowIndices.ToArray(), ColumnPointers.ToArray(), Real.ToArray(), null, false)
        : this;

    /// <inheritdoc/>
    public override Mat AsMatrix() => IsComplex
        ? throw Not("real: it has an imaginary part (take RealPart() to leave that out)")
        : MatrixConversion.ToSparse(this, Real.ToArray());

    /// <inheritdoc/>
    public override double AsDouble() => Count == 1 ? AsMatrix()[0, 0] : throw Not("a single number");

    /// <summary>Class and size, as in <c>2x3 sparse double</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Size} sparse {(IsComplex ? "complex " : "")}{ClassName}";
}
