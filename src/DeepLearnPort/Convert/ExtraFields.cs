using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DeepLearnPort;

/// <summary>
/// Fields of a MATLAB struct that its .NET type has no place for: kept when the struct is read, written back where they
/// stood. A value: <c>var b = a; b["note"] = "x";</c> leaves <c>a</c> as it was.
/// </summary>
public struct ExtraFields : IReadOnlyCollection<KeyValuePair<string, MatValue>>
{
    private readonly ReadStruct? _read;
    private KeyValuePair<string, MatValue>[]? _fields;

    internal ExtraFields(ReadStruct read, KeyValuePair<string, MatValue>[] fields) => (_read, _fields) = (read, fields);

    /// <summary>The number of extra fields.</summary>
    public readonly int Count => Fields.Length;

    /// <summary>What the struct looked like when it was read; null for one made here.</summary>
    internal readonly ReadStruct? Read => _read;

    private readonly KeyValuePair<string, MatValue>[] Fields => _fields ?? [];

    /// <summary>An extra field. Assigning adds it, or replaces what it held.</summary>
    /// <param name="name">The field's name, one that the struct's type does not have.</param>
    /// <exception cref="KeyNotFoundException">There is no such extra field.</exception>
    public MatValue this[string name]
    {
        readonly get => TryGetValue(name, out var value)
            ? value
            : throw new KeyNotFoundException($"there is no extra field '{name}'; there are: {string.Join(", ", Fields.Select(f => f.Key))}");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            int at = Array.FindIndex(Fields, f => f.Key == name);
            var field = KeyValuePair.Create(name, value);
            _fields = at < 0 ? [.. Fields, field] : [.. Fields[..at], field, .. Fields[(at + 1)..]];
        }
    }

    /// <summary>Finds an extra field.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">What it holds.</param>
    /// <returns>Whether there is one.</returns>
    public readonly bool TryGetValue(string name, [NotNullWhen(true)] out MatValue? value)
    {
        value = Array.Find(Fields, f => f.Key == name).Value;
        return value is not null;
    }

    /// <summary>The extra fields, in order.</summary>
    /// <returns>An enumerator over names and values.</returns>
    public readonly IEnumerator<KeyValuePair<string, MatValue>> GetEnumerator() => Fields.AsEnumerable().GetEnumerator();

    readonly IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
