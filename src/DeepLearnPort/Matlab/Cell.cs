using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DeepLearnPort;

/// <summary>
/// A MATLAB cell array (or a row vector that grows): a value. <c>var b = a;</c> copies, and assigning an element of one
/// never shows through another.
/// </summary>
/// <remarks>
/// Positions count from 0: <c>c[0]</c> is MATLAB's <c>c{1}</c> and <c>c[^1]</c> its <c>c{end}</c>. Assigning at
/// <see cref="Length"/> or beyond makes the cell longer, as in MATLAB; the elements between are empty (a 0×0 matrix for
/// matrices, <c>default</c> otherwise). Reading costs nothing; assigning copies the references. What <see cref="at"/> gives
/// is for the statement it stands in: kept in a <c>ref</c> variable, it would be an element of copies made meanwhile too.
/// </remarks>
/// <typeparam name="T">What an element holds.</typeparam>
[CollectionBuilder(typeof(Cell), nameof(Cell.Create))]
public partial struct Cell<T> : IReadOnlyList<T>
{
    private static readonly T Empty = typeof(T) == typeof(Mat) ? (T)(object)Mat.Build.Dense(0, 0) : default!;
    private T[]? _items;
    private bool? _isColumn;

    /// <summary>Makes a cell of the given elements, which are copied.</summary>
    /// <param name="items">The elements, in order.</param>
    public Cell(ReadOnlySpan<T> items) => _items = items.ToArray();

    /// <summary>The number of elements, MATLAB's <c>numel(c)</c>.</summary>
    public readonly int Length => _items?.Length ?? 0;

    readonly int IReadOnlyCollection<T>.Count => Length;

    /// <summary>The element at <paramref name="index"/>, from 0.</summary>
    /// <param name="index">0 is the first element; assigning at <see cref="Length"/> or beyond makes the cell longer.</param>
    /// <exception cref="ArgumentOutOfRangeException">Reading outside the cell, or a negative position.</exception>
    public T this[int index]
    {
        readonly get => (uint)index < (uint)Length
            ? _items![index]
            : throw new ArgumentOutOfRangeException(nameof(index), $"position {index} is outside the cell, which has {Length} elements (0 is the first)");
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Array.MaxLength);
            if (index < Length && !typeof(T).IsValueType && ReferenceEquals(_items![index], value))
                return; // nothing changes: loops that store the same buffer again make no garbage
            var items = Copy(Math.Max(Length, index + 1));
            items[index] = value;
            _items = items;
        }
    }

    /// <summary>The element itself, so that <c>sae.ae.at(0).learningRate = 1;</c> works as in MATLAB.</summary>
    /// <param name="index">Position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is outside the cell.</exception>
    [UnscopedRef]
    public ref T at(int index)
    {
        _ = this[index];
        _items = Copy(Length); // whatever is written then, copies keep theirs
        return ref _items[index];
    }

    /// <summary>The elements in order.</summary>
    /// <returns>An enumerator over them.</returns>
    public readonly IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    readonly IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether it is a column (n×1) in MATLAB, or a row (1×n); null where nothing has said so.</summary>
    internal readonly bool? IsColumn => _isColumn;

    /// <summary>The same elements as a column, or as a row.</summary>
    internal readonly Cell<T> As(bool column)
    {
        var cell = this;
        cell._isColumn = column;
        return cell;
    }

    private readonly T[] Copy(int length)
    {
        var items = new T[length];
        _items?.CopyTo(items, 0);
        items.AsSpan(Length).Fill(Empty);
        return items;
    }
}

/// <summary>Makes <see cref="Cell{T}"/> values: <c>Cell&lt;int&gt; c = [784, 100, 10];</c>.</summary>
public static class Cell
{
    /// <summary>Makes a cell of the given elements.</summary>
    /// <typeparam name="T">What an element holds.</typeparam>
    /// <param name="items">The elements, in order; they are copied.</param>
    /// <returns>The cell.</returns>
    public static Cell<T> Create<T>(ReadOnlySpan<T> items) => new(items);
}
