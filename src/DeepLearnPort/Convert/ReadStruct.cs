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
    /// way, also when it has grown since, a number that was logical.
    /// </summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">What it holds now.</param>
    /// <param name="grows">Whether numbers are appended to it: else a vector of another length was put in its place.</param>
    public MatValue Restore(string name, MatValue value, bool grows)
    {
        if (!_forms.TryGetValue(name, out var form))
            return value;
        if (form.Size.Aggregate(1L, (n, d) => n * d) != value.Count)
            return form.Size is [> 1, 1] && (grows || value is MatCell) ? Upright(value) : value;
        return value switch
        {
            MatCell cell when form.Class == MatClass.Cell => MatCell.Create([.. cell], form.Size),
            MatNumeric<double> number when form.Class == MatClass.Logical && IsLogical(number) => MatNumeric.Logical([.. number.Real.ToArray().Select(x => x != 0)], form.Size),
            MatNumeric<double> number when form.Class == MatClass.Double => MatNumeric.Create(number.Real.ToArray(), form.Size),
            MatChar { IsEmpty: true } when form.Class == MatClass.Char => new MatChar("", [.. form.Size]),
            _ => value,
        };
    }

    // A column goes on as one.
    private static MatValue Upright(MatValue value) => value switch
    {
        MatCell { Dimensions: [1, var count] } cell => MatCell.Create([.. cell], count, 1),
        MatNumeric<double> { Dimensions: [1, var count] } numbers => MatNumeric.Create(numbers.Real.ToArray(), count, 1),
        _ => value,
    };

    private static bool IsLogical(MatNumeric<double> number) => !number.Real.Span.ContainsAnyExcept(0, 1);
}
