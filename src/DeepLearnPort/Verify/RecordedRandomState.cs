namespace DeepLearnPort;

/// <summary>Makes the random stream that a case was recorded with, from its <c>rng_before</c>.</summary>
internal static class RecordedRandomState
{
    // What seeds a stream or takes numbers from it; a state is no place for other calls.
    private static readonly string[] Seeding = ["rand", "randn", "rande", "randi", "randperm", "rng"];

    /// <summary>A stream in the recorded state.</summary>
    /// <param name="before">
    /// <c>engine</c>, and the states: <c>rand</c> and <c>randn</c> (Octave), or <c>type</c>, <c>seed</c> and <c>state</c>
    /// (MATLAB; in legacy mode <c>rand</c> and <c>randn</c>, or both in a cell <c>state</c>). Or <c>calls</c>, made on the engine as it starts.
    /// </param>
    /// <exception cref="InvalidDataException">The state is not one of these.</exception>
    /// <exception cref="NotSupportedException">It is one of a generator that is not here.</exception>
    public static RandStream Stream(MatStruct before)
    {
        try
        {
            return Restored(before);
        }
        catch (Exception e) when (e is InvalidCastException or ArgumentException)
        {
            throw new InvalidDataException($"rng_before holds no random state: {e.Message}", e);
        }
    }

    private static RandStream Restored(MatStruct before)
    {
        RandStream stream = Text(before, "engine") switch
        {
            "octave" => new OctaveStream(),
            "matlab" => new MatlabStream(),
            var other => throw new InvalidDataException($"rng_before.engine must be 'octave' or 'matlab', but is '{other}'"),
        };
        if (before.TryGetField("calls", out var calls))
            Make(calls, stream);
        else if (stream is OctaveStream)
            foreach (string function in (string[])["rand", "randn"])
                stream.SetState(function, "state", Field(before, function).AsMatrix().ToColumnMajorArray());
        else
            stream.Load(State(before));
        return stream;
    }

    private static void Make(MatValue calls, RandStream stream)
    {
        using var use = RandStream.Use(stream);
        foreach (var call in Cell(calls, "calls"))
        {
            var words = Cell(call, "each of calls");
            string function = words.IsEmpty ? "" : words[0].AsString();
            if (!Seeding.Contains(function))
                throw new InvalidDataException(
                    $"rng_before.calls can call {string.Join(", ", Seeding)}, not '{Printable.Cut(function, Printable.MostOfName)}'");
            FunctionTable.Default.Call(function, [.. words.Skip(1)]);
        }
    }

    private static MatCell Cell(MatValue value, string what) =>
        value as MatCell ?? throw new InvalidDataException($"in rng_before {what} must be a cell, but is {value}");

    private static RngState State(MatStruct before)
    {
        string type = Text(before, "type");
        if (type.Equals("legacy", StringComparison.OrdinalIgnoreCase))
        {
            var (rand, randn) = before.TryGetField("rand", out var own) ? (own, Field(before, "randn")) : (Field(before, "state")[0], Field(before, "state")[1]);
            return new("Legacy", null, [rand.AsMatrix(), randn.AsMatrix()]);
        }
        return new(type, before.TryGetField("seed", out var seed) && seed is MatNumeric ? seed.AsDouble() : null, [Field(before, "state").AsMatrix()]);
    }

    private static string Text(MatStruct before, string field) => Field(before, field).AsString();

    private static MatValue Field(MatStruct before, string field) => before.TryGetField(field, out var value)
        ? value
        : throw new InvalidDataException($"rng_before has no field '{field}'");
}
