using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace DeepLearnPort;

/// <summary>A full numeric or logical array of any class and number of dimensions, values column by column.</summary>
public abstract class MatNumeric : MatValue
{
    private protected MatNumeric(MatClass matClass, ImmutableArray<int> dimensions)
        : base(matClass, dimensions) { }

    /// <summary>MATLAB's <c>[]</c>, a 0×0 double.</summary>
    public static MatNumeric<double> Empty { get; } = new([], Shape.Empty);

    /// <summary>Whether the class is logical; the data are then bytes of 0 and 1.</summary>
    public bool IsLogical => Class == MatClass.Logical;

    /// <summary>Whether there is an imaginary part.</summary>
    public abstract bool IsComplex { get; }

    /// <summary>The data without conversion or copy, when they are of type <typeparamref name="T"/>.</summary>
    /// <typeparam name="T">The .NET type of the class: <c>byte</c> for uint8 and logical, <c>double</c> for double, …</typeparam>
    /// <param name="data">The (real) values, column by column; empty when the type is another.</param>
    /// <returns>Whether the data are of that type.</returns>
    public bool TryGetData<T>(out ReadOnlyMemory<T> data)
        where T : unmanaged, INumber<T>
    {
        data = this is MatNumeric<T> typed ? typed.Real : default;
        return this is MatNumeric<T>;
    }

    /// <summary>All real values as doubles, column by column, for any number of dimensions.</summary>
    /// <returns>A new array.</returns>
    /// <exception cref="InvalidCastException">The array is complex, or an integer has no exact double.</exception>
    public double[] AsDoubles() => Values<double>();

    /// <summary>The real part alone, of the same class; the array itself when it has no imaginary part.</summary>
    /// <returns>A real array of the same size.</returns>
    public abstract MatNumeric RealPart();

    /// <inheritdoc/>
    public override Mat AsMatrix() => Mat.Build.Dense(MatrixRows, Columns, Values<double>());

    /// <inheritdoc/>
    public override double AsDouble() => Count == 1 ? Values<double>()[0] : throw Not("a single number");

    /// <summary>An array of any numeric class; the class follows from <typeparamref name="T"/>.</summary>
    /// <typeparam name="T">double, float, or a signed or unsigned integer of 8 to 64 bits.</typeparam>
    /// <param name="values">The values column by column; the array is kept, not copied.</param>
    /// <param name="dimensions">The size, two or more numbers.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentException">The size does not fit the number of values.</exception>
    public static MatNumeric<T> Create<T>(T[] values, params ReadOnlySpan<int> dimensions)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values, Shape.Checked(dimensions, values.Length, "values"));
    }

    /// <summary>A complex array.</summary>
    /// <typeparam name="T">The type of each part, as for real arrays.</typeparam>
    /// <param name="real">The real parts column by column; kept, not copied.</param>
    /// <param name="imaginary">The imaginary parts, as many; kept, not copied.</param>
    /// <param name="dimensions">The size, two or more numbers.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentException">The size does not fit the number of values.</exception>
    public static MatNumeric<T> Complex<T>(T[] real, T[] imaginary, params ReadOnlySpan<int> dimensions)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(imaginary);
        Shape.Checked(dimensions, imaginary.Length, "imaginary parts");
        return new(real, Shape.Checked(dimensions, real.Length, "real parts"), imaginary);
    }

    /// <summary>A logical array.</summary>
    /// <param name="values">The values column by column.</param>
    /// <param name="dimensions">The size, two or more numbers.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentException">The size does not fit the number of values.</exception>
    public static MatNumeric<byte> Logical(ReadOnlySpan<bool> values, params ReadOnlySpan<int> dimensions)
    {
        var bytes = new byte[values.Length];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = values[i] ? (byte)1 : (byte)0;
        return new(bytes, Shape.Checked(dimensions, bytes.Length, "values"), isLogical: true);
    }

    /// <summary>A 1×n double.</summary>
    /// <param name="values">The n values.</param>
    /// <returns>The row.</returns>
    public static MatNumeric<double> Row(params ReadOnlySpan<double> values) => new(values.ToArray(), [1, values.Length]);

    /// <summary>An n×1 double.</summary>
    /// <param name="values">The n values.</param>
    /// <returns>The column.</returns>
    public static MatNumeric<double> Column(params ReadOnlySpan<double> values) => new(values.ToArray(), [values.Length, 1]);

    internal int MatrixRows => Dimensions.Length == 2 ? Rows : throw Not("a matrix: it has more than two dimensions (AsDoubles gives the values)");

    /// <summary>The real values as they lie in memory.</summary>
    internal abstract ReadOnlySpan<byte> RealBytes { get; }

    /// <summary>The imaginary values as they lie in memory.</summary>
    internal abstract ReadOnlySpan<byte> ImaginaryBytes { get; }

    /// <summary>The real values as <typeparamref name="TTo"/>; complex arrays and integers that would be rounded are refused.</summary>
    internal abstract TTo[] Values<TTo>()
        where TTo : unmanaged, INumber<TTo>;

    /// <summary>The imaginary values as <typeparamref name="TTo"/>, zeros for a real array.</summary>
    internal abstract TTo[] ImaginaryValues<TTo>()
        where TTo : unmanaged, INumber<TTo>;
}

/// <summary>A full array whose values are of one .NET type.</summary>
/// <typeparam name="T">The type that holds the class without loss: <c>byte</c> for uint8 and logical, <c>double</c> for double, …</typeparam>
public sealed class MatNumeric<T> : MatNumeric
    where T : unmanaged, INumber<T>
{
    private readonly T[] _real;
    private readonly T[]? _imaginary;

    internal MatNumeric(T[] real, ImmutableArray<int> dimensions, T[]? imaginary = null, bool isLogical = false)
        : base(isLogical ? MatClass.Logical : NumericTypes.ClassOf<T>(), dimensions)
    {
        _real = real;
        _imaginary = imaginary;
    }

    /// <summary>The real values column by column.</summary>
    public ReadOnlyMemory<T> Real => _real;

    /// <summary>The imaginary values column by column; empty when the array is real.</summary>
    public ReadOnlyMemory<T> Imaginary => _imaginary;

    /// <inheritdoc/>
    public override bool IsComplex => _imaginary is not null;

    /// <inheritdoc/>
    public override MatNumeric RealPart() => IsComplex ? new MatNumeric<T>(_real, Dimensions) : this;

    internal override ReadOnlySpan<byte> RealBytes => MemoryMarshal.AsBytes(Real.Span);

    internal override ReadOnlySpan<byte> ImaginaryBytes => MemoryMarshal.AsBytes(Imaginary.Span);

    internal override TTo[] Values<TTo>() => IsComplex
        ? throw Not("real: it has an imaginary part (take RealPart() to leave that out)")
        : NumericTypes.Convert<T, TTo>(_real);

    internal override TTo[] ImaginaryValues<TTo>() =>
        IsComplex ? NumericTypes.Convert<T, TTo>(_imaginary) : new TTo[_real.Length];

    /// <summary>Class and size, as in <c>2x3 complex double</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsComplex ? $"{Size} complex {ClassName}" : base.ToString();
}
