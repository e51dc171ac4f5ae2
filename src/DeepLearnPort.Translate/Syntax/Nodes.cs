using System.Collections;
using System.Runtime.CompilerServices;

namespace DeepLearnPort.Translate.Syntax;

/// <summary>Nodes in order; two of these are equal when their nodes are.</summary>
/// <typeparam name="T">What kind of nodes.</typeparam>
[CollectionBuilder(typeof(Nodes), nameof(Nodes.Create))]
public readonly struct Nodes<T> : IReadOnlyList<T>, IEquatable<Nodes<T>>
{
    private readonly T[]? _items;

    internal Nodes(ReadOnlySpan<T> items) => _items = items.ToArray();

    /// <summary>How many there are.</summary>
    public int Count => _items?.Length ?? 0;

    /// <summary>The node at a position, from 0.</summary>
    /// <param name="index">0 is the first.</param>
    public T this[int index] => (_items ?? [])[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Nodes<T> other) => this.SequenceEqual(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Nodes<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in this)
            hash.Add(item);
        return hash.ToHashCode();
    }
}

/// <summary>Makes <see cref="Nodes{T}"/> from collection expressions.</summary>
public static class Nodes
{
    /// <summary>Nodes in order.</summary>
    /// <typeparam name="T">What kind of nodes.</typeparam>
    /// <param name="items">The nodes, which are copied.</param>
    public static Nodes<T> Create<T>(ReadOnlySpan<T> items) => new(items);
}
