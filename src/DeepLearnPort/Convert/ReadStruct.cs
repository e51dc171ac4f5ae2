namespace DeepLearnPort;

/// <summary>How a struct looked when it was read: its fields in order, known and unknown, and the shape of each value.</summary>
internal sealed class ReadStruct(MatStruct source)
{
    // The values themselves are not kept: they may be large.
    private readonly Dictionary<string, (MatClass Class, int[] Size)> _forms =
        source.Fields.Distinct().ToDictionary(name => name, name => (source[name].Class, source[name].Dimensions.ToArray()));

    public IReadOnlyList<string> Names { get; } = [.. source.Fields.Distinct()];

    public bool Has(string name) => _forms.ContainsKey(name);

    /// <summary>
    /// Gives a value the shape that its field had when read, where only .NET has lost that: a vector that stood the other
    /// way, a number that was logical.
    /// </summary>
    public MatValue Restore(string name, MatValue value)
    {
        if (!_forms.TryGetValue(name, out var form) || form.Size.Aggregate(1L, (n, d) => n * d) != value.Count)
            return value;
        return value switch
        {
            MatCell cell when form.Class == MatClass.Cell => MatCell.Create([.. cell], form.Size),
            MatNumeric<double> number when form.Class == MatClass.Logical && IsLogical(number) => MatNumeric.Logical([.. number.Real.ToArray().Select(x => x != 0)], form.Size),
            MatNumeric<double> number when form.Class == MatClass.Double => MatNumeric.Create(number.Real.ToArray(), form.Size),
            MatChar { IsEmpty: true } when form.Class == MatClass.Char => new MatChar("", [.. form.Size]),
            _ => value,
        };
    }

    private static bool IsLogical(MatNumeric<double> number) => !number.Real.Span.ContainsAnyExcept(0, 1);
}
