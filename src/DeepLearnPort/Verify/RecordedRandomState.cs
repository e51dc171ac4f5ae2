namespace DeepLearnPort;

/// <summary>Makes the random stream that a case was recorded with, from its <c>rng_before</c>.</summary>
internal static class RecordedRandomState
{
    /// <summary>A stream in the recorded state.</summary>
    /// <param name="before">
    /// <c>engine</c>, and the states: <c>rand</c> and <c>randn</c> (Octave), or <c>type</c>, <c>seed</c> and <c>state</c>
    /// (MATLAB; in legacy mode <c>rand</c> and <c>randn</c>). Or <c>calls</c>, made on the engine as it starts.
    /// </param>
    /// <param name="functions">Where <c>calls</c> are looked up.</param>
    /// <exception cref="InvalidDataException">The state is not one of these.</exception>
    /// <exception cref="NotSupportedException">It is one of a generator that is not here.</exception>
    public static RandStream Stream(MatStruct before, FunctionTable functions)
    {
        try
        {
            return Restored(before, functions);
        }
        catch (Exception e) when (e is InvalidCastException or ArgumentException)
        {
            throw new InvalidDataException($"rng_before holds no random state: {e.Message}", e);
        }
    }

    private static RandStream Restored(MatStruct before, FunctionTable functions)
    {
        RandStream stream = Text(before, "engine") switch
        {
            "octave" => new OctaveStream(),
            "matlab" => new MatlabStream(),
            var other => throw new InvalidDataException($"rng_before.engine must be 'octave' or 'matlab', but is '{other}'"),
        };
        if (before.TryGetField("calls", out var calls))
            Make(calls, stream, functions);
        else if (stream is OctaveStream)
            foreach (string function in (string[])["rand", "randn"])
                stream.SetState(function, "state", Field(before, function).AsMatrix().ToColumnMajorArray());
        else
            stream.Load(State(before));
        return stream;
    }

    private static void Make(MatValue calls, RandStream stream, FunctionTable functions)
    {
        using var use = RandStream.Use(stream);
        foreach (var call in (MatCell)calls)
            functions.Call(call[0].AsString(), [.. ((MatCell)call).Skip(1)]);
    }

    private static RngState State(MatStruct before)
    {
        string type = Text(before, "type");
        if (type.Equals("legacy", StringComparison.OrdinalIgnoreCase))
            return new("Legacy", null, [Field(before, "rand").AsMatrix(), Field(before, "randn").AsMatrix()]);
        return new(type, before.TryGetField("seed", out var seed) && seed is MatNumeric ? seed.AsDouble() : null, [Field(before, "state").AsMatrix()]);
    }

    private static string Text(MatStruct before, string field) => Field(before, field).AsString();

    private static MatValue Field(MatStruct before, string field) => before.TryGetField(field, out var value)
        ? value
        : throw new InvalidDataException($"rng_before has no field '{field}'");
}
