namespace DeepLearnPort;

public readonly partial struct Array3 : IEquatable<Array3>
{
    /// <summary>Each number times another.</summary>
    /// <param name="x">The array.</param>
    /// <param name="factor">The number.</param>
    public static Array3 operator *(Array3 x, double factor) => x.With(values => TensorPrimitives.Multiply(values, factor, values));

    /// <summary>Each number divided by another.</summary>
    /// <param name="x">The array.</param>
    /// <param name="divisor">The number.</param>
    public static Array3 operator /(Array3 x, double divisor) => x.With(values => TensorPrimitives.Divide(values, divisor, values));

    /// <summary>Each number plus another.</summary>
    /// <param name="x">The array.</param>
    /// <param name="number">The number.</param>
    public static Array3 operator +(Array3 x, double number) => x.With(values => TensorPrimitives.Add(values, number, values));

    /// <summary>Sums number by number.</summary>
    /// <param name="x">The array.</param>
    /// <param name="y">Another of the same size.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static Array3 operator +(Array3 x, Array3 y)
    {
        RequireSameSize(x, y);
        return x.With(values => TensorPrimitives.Add(values, y.Values, values));
    }

    /// <summary>Differences number by number.</summary>
    /// <param name="x">The array.</param>
    /// <param name="y">Another of the same size.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static Array3 operator -(Array3 x, Array3 y)
    {
        RequireSameSize(x, y);
        return x.With(values => TensorPrimitives.Subtract(values, y.Values, values));
    }

    /// <summary>Products number by number: MATLAB's <c>x .* y</c>.</summary>
    /// <param name="y">Another array of the same size.</param>
    /// <returns>The products.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public Array3 PointwiseMultiply(Array3 y)
    {
        RequireSameSize(this, y);
        return With(values => TensorPrimitives.Multiply(values, y.Values, values));
    }

    /// <summary>Whether sizes and numbers are equal.</summary>
    /// <param name="x">An array.</param>
    /// <param name="y">Another.</param>
    public static bool operator ==(Array3 x, Array3 y) => x.Equals(y);

    /// <summary>Whether a size or a number differs.</summary>
    /// <param name="x">An array.</param>
    /// <param name="y">Another.</param>
    public static bool operator !=(Array3 x, Array3 y) => !x.Equals(y);

    /// <inheritdoc/>
    public bool Equals(Array3 other) => SameSize(other) && Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Array3 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RowCount, ColumnCount, PageCount, IsEmpty ? 0 : Values[0]);

    private static void RequireSameSize(Array3 x, Array3 y)
    {
        if (!x.SameSize(y))
            throw new ArgumentException($"both arrays must have the same size; are {x} and {y}", nameof(y));
    }
}
