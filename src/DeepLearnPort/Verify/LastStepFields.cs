namespace DeepLearnPort;

/// <summary>A step that was repeated.</summary>
/// <param name="Expected">The network as it was saved.</param>
/// <param name="Got">The same fields after the step was repeated.</param>
internal sealed record RepeatedStep(MatValue Expected, MatValue Got)
{
    /// <summary>A pass with the weights as they were saved, and what it is to be compared with; null where there is none.</summary>
    public (MatValue Expected, MatValue Got)? LaterPass { get; init; }

    /// <summary>What to say of it when it does not agree.</summary>
    public string Remark { get; init; } = "";
}

/// <summary>What the one-step check asks of the fields of a network that may come from anywhere.</summary>
internal static class LastStepFields
{
    /// <summary>All of these fields are there and hold something.</summary>
    /// <exception cref="NotSupportedException">One is not.</exception>
    public static void Need(MatStruct network, string name, params ReadOnlySpan<string> fields)
    {
        foreach (string field in fields)
            if (!network.TryGetField(field, out var value) || value.IsEmpty)
                throw new NotSupportedException($"{name}.{field} is {(network.Fields.Contains(field) ? "empty" : "not there")}: without it the last step is not known");
    }

    /// <summary>The network as the toolbox's type, with names for what its fields would not fit.</summary>
    /// <exception cref="NotSupportedException">A field is not of the toolbox's form.</exception>
    public static T Read<T>(MatStruct network, string name)
    {
        try
        {
            return MatConvert.To<T>(network);
        }
        catch (InvalidCastException e)
        {
            throw new NotSupportedException($"{name} is not of the toolbox's form: {e.Message}", e);
        }
    }

    /// <summary>What a step gave, with those fields only that were saved: users leave out what is large.</summary>
    public static MatValue Like(MatValue saved, MatValue got) => (saved, got) switch
    {
        (MatStruct { Count: 1 } fields, MatStruct { Count: 1 } all) =>
            MatStruct.Create([.. all.Fields.Intersect(fields.Fields).Select(field => (field, Like(fields[field], all[field])))]),
        (MatCell cells, MatCell all) when cells.Count == all.Count => MatCell.Create([.. cells.Zip(all, Like)], all.Dimensions.AsSpan()),
        _ => got,
    };
}
