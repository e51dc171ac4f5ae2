using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DeepLearnPort;

/// <summary>A struct or struct array, fields in order; also an object of an <c>@class</c> folder, which is stored likewise.</summary>
/// <remarks>Some files hold two fields of one name; by name the last is found, by position both.</remarks>
public sealed class MatStruct : MatValue
{
    // With so many fields, looking through them for each one would take too long.
    private const int ManyFields = 8;

    private readonly MatValue[] _values;
    private Dictionary<string, int>? _positions;

    internal MatStruct(ImmutableArray<string> fields, MatValue[] values, ImmutableArray<int> dimensions, string? objectClass = null)
        : base(objectClass is null ? MatClass.Struct : MatClass.Object, dimensions)
    {
        Fields = fields;
        _values = values;
        ObjectClass = objectClass;
    }

    /// <summary>The field names in order.</summary>
    public ImmutableArray<string> Fields { get; }

    /// <summary>The class name of an object; null for a struct.</summary>
    public string? ObjectClass { get; }

    /// <summary>Element by element, each element's fields in order.</summary>
    internal ReadOnlySpan<MatValue> Values => _values;

    /// <summary>Where each field stands among <see cref="Fields"/>, the last of those of one name.</summary>
    internal Dictionary<string, int> Positions
    {
        get
        {
            if (_positions is null)
            {
                var positions = new Dictionary<string, int>(Fields.Length);
                for (int f = 0; f < Fields.Length; f++)
                    positions[Fields[f]] = f;
                _positions = positions;
            }
            return _positions;
        }
    }

    /// <inheritdoc/>
    public override MatValue this[string field] => this[0, field];

    /// <inheritdoc/>
    public override MatValue this[int index] =>
        new MatStruct(Fields, Element(index).ToArray(), Shape.Scalar, ObjectClass);

    /// <summary>A field of one element of a struct array: MATLAB's <c>s(index + 1).field</c>.</summary>
    /// <param name="index">The element in linear order, from 0.</param>
    /// <param name="field">The field's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is outside the array.</exception>
    /// <exception cref="KeyNotFoundException">There is no such field.</exception>
    public MatValue this[int index, string field]
    {
        get
        {
            var f = PositionOf(field);
            return f >= 0
                ? Element(index)[f]
                : throw new KeyNotFoundException($"the struct has no field '{field}'; its fields are {Printable.List(Fields)}");
        }
    }

    /// <summary>All fields of one element, in the order of <see cref="Fields"/>.</summary>
    /// <param name="index">The element in linear order, from 0.</param>
    /// <returns>The values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The position is outside the array.</exception>
    public ReadOnlySpan<MatValue> Element(int index) => (uint)index < (ulong)Count
        ? _values.AsSpan(index * Fields.Length, Fields.Length)
        : throw new ArgumentOutOfRangeException(nameof(index), $"position {index} is outside the {Size} struct array (0 is the first)");

    /// <summary>Finds a field of the first element.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="value">What the field holds.</param>
    /// <returns>Whether the struct has that field and at least one element.</returns>
    public bool TryGetField(string field, [NotNullWhen(true)] out MatValue? value)
    {
        var f = IsEmpty ? -1 : PositionOf(field);
        value = f < 0 ? null : _values[f];
        return f >= 0;
    }

    /// <summary>A 1×1 struct: <c>MatStruct.Create(("a", 1.0), ("name", "text"))</c>.</summary>
    /// <param name="fields">Names and values in order.</param>
    /// <returns>The struct.</returns>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public static MatStruct Create(params ReadOnlySpan<(string Name, MatValue Value)> fields)
    {
        var names = ImmutableArray.CreateBuilder<string>(fields.Length);
        var values = new MatValue[fields.Length];
        for (var f = 0; f < fields.Length; f++)
        {
            names.Add(fields[f].Name ?? throw new ArgumentException($"the name of field {f + 1} is null", nameof(fields)));
            values[f] = Present(fields[f].Value, $"the value of field '{fields[f].Name}'");
        }
        return new(Unique(names.MoveToImmutable()), values, Shape.Scalar);
    }

    /// <summary>A struct array of any size.</summary>
    /// <param name="fields">The field names in order.</param>
    /// <param name="values">The values element by element, each element's fields in order; they are copied.</param>
    /// <param name="dimensions">The size, two or more numbers.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentException">A name occurs twice, or the size does not fit the number of values.</exception>
    public static MatStruct Array(ReadOnlySpan<string> fields, ReadOnlySpan<MatValue> values, params ReadOnlySpan<int> dimensions)
    {
        foreach (var value in values)
            Present(value, "a value");
        foreach (var field in fields)
            ArgumentNullException.ThrowIfNull(field, nameof(fields));
        var elements = fields.IsEmpty ? Shape.Count(dimensions) : values.Length / fields.Length;
        var size = Shape.Checked(dimensions, elements, "elements");
        if (values.Length != elements * fields.Length)
            throw new ArgumentException($"{values.Length} values are not {elements} elements of {fields.Length} fields", nameof(values));
        return new(Unique([.. fields]), values.ToArray(), size);
    }

    private int PositionOf(string field) =>
        Fields.Length <= ManyFields ? Fields.LastIndexOf(field) : Positions.GetValueOrDefault(field, -1);

    private static ImmutableArray<string> Unique(ImmutableArray<string> names) => names.Distinct().Count() == names.Length
        ? names
        : throw new ArgumentException($"a field name occurs twice in: {Printable.List(names)}", nameof(names));
}
