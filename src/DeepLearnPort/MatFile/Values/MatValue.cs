using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace DeepLearnPort;

/// <summary>
/// A MATLAB value as a MAT file holds it: class and size are kept, and nothing is converted until asked for.
/// Values never change, so they may be shared.
/// </summary>
/// <remarks>
/// The kinds are <see cref="MatNumeric{T}"/> (all numeric classes and logical), <see cref="MatChar"/>, <see cref="MatCell"/>,
/// <see cref="MatStruct"/>, <see cref="MatSparse"/> and <see cref="MatOpaque"/>. The views here are the short way to the
/// usual ones: <c>file["nn"]["W"][0].AsMatrix()</c> is MATLAB's <c>nn.W{1}</c>. Positions count from 0.
/// </remarks>
public abstract class MatValue
{
    private protected MatValue(MatClass matClass, ImmutableArray<int> dimensions)
    {
        Class = matClass;
        Dimensions = dimensions;
    }

    /// <summary>The MATLAB class.</summary>
    public MatClass Class { get; }

    /// <summary>The word that MATLAB's <c>class</c> returns for this value.</summary>
    public virtual string ClassName => Class.Name();

    /// <summary>The size: two or more numbers, MATLAB's <c>size</c>. Empty for <see cref="MatOpaque"/> values whose size is not known.</summary>
    public ImmutableArray<int> Dimensions { get; }

    /// <summary>The size as MATLAB shows it: <c>2x3x4</c>.</summary>
    public string Size => Shape.Text(Dimensions.AsSpan());

    /// <summary>The number of rows.</summary>
    public int Rows => Dimensions is [var rows, ..] ? rows : 0;

    /// <summary>The length of the second dimension.</summary>
    public int Columns => Dimensions is [_, var columns, ..] ? columns : 0;

    /// <summary>The number of elements, MATLAB's <c>numel</c>.</summary>
    public long Count => Shape.Count(Dimensions.AsSpan());

    /// <summary>Whether there are no elements, MATLAB's <c>isempty</c>.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>A field of a 1×1 struct: <c>s["a"]</c> is MATLAB's <c>s.a</c>.</summary>
    /// <param name="field">The field's name.</param>
    /// <exception cref="InvalidCastException">The value is not a 1×1 struct.</exception>
    /// <exception cref="KeyNotFoundException">The struct has no such field.</exception>
    public virtual MatValue this[string field] => throw Not($"a struct, so it has no field '{field}'");

    /// <summary>An element in MATLAB's linear order, from 0: of a cell what it holds, of a struct array a 1×1 struct.</summary>
    /// <param name="index">The position, from 0: <c>c[0]</c> is MATLAB's <c>c{1}</c>.</param>
    /// <exception cref="InvalidCastException">The value is neither a cell nor a struct.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The position is outside the array.</exception>
    public virtual MatValue this[int index] => throw Not("a cell or a struct array");

    /// <summary>The values of a real two-dimensional array as a matrix of its own; a sparse array gives a sparse one.</summary>
    /// <returns>The matrix, rows × columns.</returns>
    /// <exception cref="InvalidCastException">Not numeric or logical, complex, of more than two dimensions, or an integer has no exact double.</exception>
    public virtual Mat AsMatrix() => throw Not("a matrix");

    /// <summary>The value of a real 1×1 array.</summary>
    /// <returns>The number; logical gives 0 or 1.</returns>
    /// <exception cref="InvalidCastException">Not numeric or logical, complex, not 1×1, or the integer has no exact double.</exception>
    public virtual double AsDouble() => throw Not("a number");

    /// <summary>The text of a char row vector (or empty char array).</summary>
    /// <returns>The text.</returns>
    /// <exception cref="InvalidCastException">Not char, or of several rows (<see cref="MatChar.AsStrings"/> gives those).</exception>
    public virtual string AsString() => throw Not("text");

    /// <summary>A 1×1 double.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator MatValue(double value) => new MatNumeric<double>([value], Shape.Scalar);

    /// <summary>A 1×1 logical.</summary>
    /// <param name="value">The truth value.</param>
    public static implicit operator MatValue(bool value) => MatNumeric.Logical([value], 1, 1);

    /// <summary>A char row vector, 0×0 when the text is empty.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator MatValue(string text) => new MatChar(text);

    /// <summary>A double matrix (sparse when the matrix is sparse or diagonal) of the same size and values, which are copied.</summary>
    /// <param name="matrix">The matrix.</param>
    public static implicit operator MatValue(Mat matrix) => MatrixConversion.FromMatrix(matrix);

    /// <summary>A matrix of double, float, Complex or Complex32 as a full or sparse array of double or single.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="matrix">The matrix, which is copied; sparse and diagonal ones become sparse.</param>
    /// <returns>The array, of the matrix's size.</returns>
    public static MatValue Of<T>(Matrix<T> matrix)
        where T : struct, IEquatable<T>, IFormattable => MatrixConversion.FromMatrix(matrix);

    /// <summary>Class and size, as in <c>2x3 uint8</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Dimensions.IsEmpty ? ClassName : $"{Size} {ClassName}";

    /// <summary>A value that is there.</summary>
    /// <exception cref="ArgumentNullException">It is not.</exception>
    private protected static MatValue Present(MatValue? value, string what) =>
        value ?? throw new ArgumentNullException(null, $"{what} is null; MATLAB's [] is MatNumeric.Empty");

    private protected InvalidCastException Not(string what) => new($"this value is {this}, not {what}");
}
