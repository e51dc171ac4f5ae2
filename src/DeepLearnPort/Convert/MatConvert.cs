using System.Collections;
using System.Collections.Concurrent;

namespace DeepLearnPort;

/// <summary>
/// Turns MATLAB values into the toolbox's types and back: numbers, text, matrices, <see cref="Cell{T}"/> of any depth, and
/// structs such as <see cref="Nn"/> field by field, under their MATLAB names and in order.
/// </summary>
/// <remarks>
/// <c>Nn nn = MatConvert.To&lt;Nn&gt;(file["nn"]);</c> and <c>MatValue v = MatConvert.From(nn);</c>. Fields that the type
/// does not have are kept in the struct's <see cref="ExtraFields"/> and written back; a field of the type that the struct
/// lacks keeps its .NET default, and is not written back unless it has been given a value since.
/// </remarks>
public static class MatConvert
{
    private static readonly ConcurrentDictionary<Type, Items?> Sequences = new();

    /// <summary>A MATLAB value as a .NET one.</summary>
    /// <typeparam name="T">The toolbox's type: a number, bool, string, matrix, vector, <see cref="Cell{T}"/> or struct.</typeparam>
    /// <param name="value">The MATLAB value.</param>
    /// <returns>The .NET value; matrices are copies.</returns>
    /// <exception cref="InvalidCastException">The value does not fit the type; the message names the field.</exception>
    public static T To<T>(MatValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return (T)Read(value, typeof(T));
    }

    /// <summary>A .NET value as the MATLAB one.</summary>
    /// <typeparam name="T">As for <see cref="To"/>.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The MATLAB value: numbers are double, vectors rows, where no <see cref="MatFormAttribute"/> says otherwise.</returns>
    /// <exception cref="InvalidCastException">MATLAB has nothing for the type.</exception>
    public static MatValue From<T>(T value) => Write(value, MatFormAttribute.Usual);

    /// <summary>A value as one of a type.</summary>
    /// <param name="value">The MATLAB value.</param>
    /// <param name="type">The .NET type.</param>
    /// <param name="taken">
    /// The classes besides double that its numbers may have; in a struct also those of the field, see <see cref="MatTakesAttribute"/>.
    /// </param>
    internal static object Read(MatValue value, Type type, MatClasses taken = MatClasses.Numeric)
    {
        if (type.IsInstanceOfType(value)) return value is MatNumeric ? Numbers(value, taken) : value;
        if (type == typeof(string)) return value.AsString();
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Read(value, underlying, taken);
        if (Sequences.GetOrAdd(type, Items.Of) is { } items) return items.Read(value, taken);
        if (StructLayout.Of(type) is { } layout) return layout.Read(value, taken);
        var numbers = Numbers(value, taken);
        if (type == typeof(Mat)) return numbers is MatSparse ? Mat.Build.DenseOfMatrix(numbers.AsMatrix()) : numbers.AsMatrix();
        if (type == typeof(Array3)) return ReadArray(numbers);
        if (type == typeof(double)) return numbers.AsDouble();
        if (type == typeof(int)) return (int)Whole(numbers, int.MinValue, int.MaxValue);
        if (type == typeof(long)) return (long)Whole(numbers, -(1L << 53), 1L << 53);
        if (type == typeof(bool)) return Whole(numbers, 0, 1) != 0;
        throw new InvalidCastException($"a MATLAB value cannot become a {type.Name}");
    }

    /// <summary>Refuses numbers of a class that is not taken; those of char are made of the code units.</summary>
    internal static MatValue Numbers(MatValue value, MatClasses taken) => value.Class switch
    {
        MatClass.Char when taken.HasFlag(MatClasses.Char) => ClassOfResult.Cast(value, MatClass.Double),
        MatClass.Char or MatClass.Double => value,
        MatClass.Logical when taken.HasFlag(MatClasses.Logical) => value,
        MatClass.Single when taken.HasFlag(MatClasses.Single) => value,
        >= MatClass.Int8 and <= MatClass.UInt64 when taken.HasFlag(MatClasses.Integer) => value,
        MatClass.Logical or MatClass.Single or (>= MatClass.Int8 and <= MatClass.UInt64) => throw new InvalidCastException(
            $"this value is {value}, not double{string.Concat(Enum.GetValues<MatClasses>().Where(c => int.PopCount((int)c) == 1 && taken.HasFlag(c)).Select(c => $" or {c}")).ToLowerInvariant()}"),
        _ => value,
    };

    internal static MatValue Write(object? value, MatFormAttribute form) => value switch
    {
        null or IUnset { IsUnset: true } => MatNumeric.Empty,
        MatValue already => already,
        string text => text,
        double number => number,
        int number => (double)number,
        long number => (double)number,
        bool truth => truth,
        Mat matrix => WriteMatrix(matrix, form),
        Array3 array => WriteArray(array),
        IEnumerable when Sequences.GetOrAdd(value.GetType(), Items.Of) is { } items => items.Write((IEnumerable)value, form),
        _ when StructLayout.Of(value.GetType()) is { } layout => layout.Write(value),
        _ => throw new InvalidCastException($"MATLAB has nothing for a {value.GetType().Name}"),
    };

    private static Array3 ReadArray(MatValue value) => value is MatNumeric or MatSparse && value.Dimensions is [var rows, var columns, .. { Length: <= 1 } pages]
        ? new(rows, columns, pages is [var count] ? count : 1, ClassOfResult.Doubles(value))
        : throw new InvalidCastException($"this value is {value}, not an array of at most three dimensions");

    private static double Whole(MatValue value, double low, double high)
    {
        double number = value.AsDouble();
        return number == Math.Truncate(number) && number >= low && number <= high
            ? number
            : throw new InvalidCastException(FormattableString.Invariant($"{number} is not a whole number from {low} to {high}"));
    }

    private static MatValue WriteMatrix(Mat matrix, MatFormAttribute form) =>
        form.Logical && matrix is not { RowCount: 0, ColumnCount: 0 }
        ? MatNumeric.Logical([.. matrix.ToColumnMajorArray().Select(x => x != 0)], matrix.RowCount, matrix.ColumnCount)
        : matrix;

    // MATLAB drops a third dimension of 1.
    private static MatNumeric<double> WriteArray(Array3 array) =>
        MatNumeric.Create(array.Span.ToArray(), array.PageCount == 1 ? [array.RowCount, array.ColumnCount] : [array.RowCount, array.ColumnCount, array.PageCount]);
}
