using System.Collections;
using System.Collections.Immutable;

namespace DeepLearnPort;

/// <summary>A cell array of any size; enumerating it gives the elements in MATLAB's linear order.</summary>
public sealed class MatCell : MatValue, IEnumerable<MatValue>
{
    private readonly MatValue[] _items;

    internal MatCell(MatValue[] items, ImmutableArray<int> dimensions)
        : base(MatClass.Cell, dimensions) => _items = items;

    internal ReadOnlySpan<MatValue> Items => _items;

    /// <inheritdoc/>
    public override MatValue this[int index] => (uint)index < (uint)_items.Length
        ? _items[index]
        : throw new ArgumentOutOfRangeException(nameof(index), $"position {index} is outside the {Size} cell (0 is the first)");

    /// <summary>The element in a row and column, both from 0.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="column">The column, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is outside the cell, or the cell has more than two dimensions.</exception>
    public MatValue this[int row, int column] => _items[Shape.Position(Dimensions, row, column)];

    /// <summary>A 1×n cell, as <c>{a, b, c}</c> makes.</summary>
    /// <param name="items">The elements; they are copied.</param>
    /// <returns>The cell; 1×0 when there are none.</returns>
    /// <exception cref="ArgumentNullException">An element is null; MATLAB's <c>[]</c> is <see
    /// cref="MatNumeric.Empty"/>.</exception>
    public static MatCell Row(params ReadOnlySpan<MatValue> items) => new(Copy(items), [1, items.Length]);

    /// <summary>A cell of any size.</summary>
    /// <param name="items">The elements in linear order; they are copied.</param>
    /// <param name="dimensions">The size, two or more numbers.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="ArgumentNullException">An element is null; MATLAB's <c>[]</c> is <see
    /// cref="MatNumeric.Empty"/>.</exception>
    /// <exception cref="ArgumentException">The size does not fit the number of elements.</exception>
    public static MatCell Create(ReadOnlySpan<MatValue> items, params ReadOnlySpan<int> dimensions) =>
        new(Copy(items), Shape.Checked(dimensions, items.Length, "elements"));

    /// <summary>The elements in linear order.</summary>
    /// <returns>An enumerator over them.</returns>
    public IEnumerator<MatValue> GetEnumerator() => ((IEnumerable<MatValue>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static MatValue[] Copy(ReadOnlySpan<MatValue> items)
    {
        for (var i = 0; i < items.Length; i++) Present(items[i], $"element {i} of the cell (0 is the first)");
        return items.ToArray();
    }
}
