namespace DeepLearnPort;

/// <summary>A step that was repeated.</summary>
/// <param name="Expected">The network as it was saved.</param>
/// <param name="Got">The same fields after the step was repeated.</param>
internal sealed record RepeatedStep(MatValue Expected, MatValue Got)
{
    /// <summary>What was saved of a pass, and that pass with the weights as they were saved; null where there is none.</summary>
    public (MatValue Saved, MatValue Later)? LaterPass { get; init; }

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
            {
                string there = network.Fields.Contains(field) ? "empty" : "not there";
                throw new NotSupportedException($"{name}.{field} is {there}: without it the last step is not known");
            }
    }

    /// <summary>The weights before the step are numbers.</summary>
    /// <exception cref="NotSupportedException">Some are NaN or Inf: those after it do not tell what they were.</exception>
    public static void Known(ReadOnlySpan<double> weights, string name)
    {
        foreach (double weight in weights)
            if (!double.IsFinite(weight))
                throw new NotSupportedException(
                    $"{name} holds NaN or Inf, or the gradient does: what the weights were before the step is lost");
    }

    /// <summary>The network was calculated with in double precision.</summary>
    /// <exception cref="NotSupportedException">It was not.</exception>
    public static void Double(MatValue weights, string name)
    {
        if (weights is MatCell cells ? cells.Any(cell => cell.Class == MatClass.Single) : weights.Class == MatClass.Single)
            throw new NotSupportedException(
                $"{name} is of class single: MATLAB calculated with it in single precision, which is not done here");
    }

    /// <summary>The matrix is there, and of this size.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Sized(Mat? matrix, string name, int rows, int columns)
    {
        if (matrix is null || (matrix.RowCount, matrix.ColumnCount) != (rows, columns))
        {
            string size = matrix is null ? "not there" : Require.Size(matrix);
            throw new ArgumentException($"{name} must be {rows}×{columns}; is {size}");
        }
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
        (MatCell cells, MatCell all) when cells.Count == all.Count =>
            MatCell.Create([.. cells.Zip(all, Like)], all.Dimensions.AsSpan()),
        _ => got,
    };
}
