namespace DeepLearnPort;

/// <summary>The content of a recorded case: a call, the random state before it, and what came of it.</summary>
internal sealed class RecordedCall
{
    private readonly string _file;
    private readonly string _function;
    private readonly MatCell _arguments;
    private readonly MatCell _outputs;
    private readonly MatStruct _randomState;
    private readonly double? _tolerance;

    private RecordedCall(string file, IReadOnlyDictionary<string, MatValue> variables)
    {
        _file = file;
        _function = Variable<MatChar>("fn").AsString();
        _arguments = Variable<MatCell>("args");
        _outputs = Variable<MatCell>("out");
        _randomState = Variable<MatStruct>("rng_before");
        _tolerance = variables.TryGetValue("tol", out var tol) ? tol.AsDouble() : null;
        if (_tolerance is not (null or >= 0))
            throw new InvalidDataException(Invariant($"{file} is no recorded case: tol must be 0 or more, but is {_tolerance}"));

        T Variable<T>(string name)
            where T : MatValue => variables.GetValueOrDefault(name) switch
            {
                T variable => variable,
                null => throw new InvalidDataException($"{file} is no recorded case: it has no variable '{name}'"),
                var other => throw new InvalidDataException($"{file} is no recorded case: '{name}' must be a {typeof(T).Name[3..].ToLowerInvariant()}, but is {other}"),
            };
    }

    /// <summary>Reads a case.</summary>
    /// <exception cref="IOException">The file cannot be read, or is damaged.</exception>
    /// <exception cref="InvalidDataException">It is a MAT file but no case.</exception>
    public static RecordedCall Load(string file) => new(file, MatFile.Load(file));

    /// <summary>Makes the call and compares.</summary>
    public CaseResult Replay(string name, double tolerance, FunctionTable functions)
    {
        CaseResult Without(CaseStatus status, string message) => new() { Case = name, Function = _function, Status = status, Message = message };

        if (!functions.Has(_function))
            return Without(CaseStatus.Skipped, $"there is no function {_function} here");
        RandStream stream;
        try
        {
            stream = RecordedRandomState.Stream(_randomState);
        }
        catch (InvalidDataException e)
        {
            return Without(CaseStatus.Unusable, $"{_file}: {e.Message}");
        }
        catch (Exception e)
        {
            return Without(CaseStatus.Failed, $"the random state of rng_before is not to be had here: {e.Message}");
        }

        MatValue[] got;
        var display = Display.Writer;
        using var use = RandStream.Use(stream);
        try
        {
            Display.Writer = TextWriter.Null;
            got = functions.Call(_function, [.. _arguments]).Like([.. _outputs]);
        }
        catch (Exception e)
        {
            return Without(CaseStatus.Failed, $"{_function} threw {e.GetType().Name}: {e.Message}");
        }
        finally
        {
            Display.Writer = display;
        }
        return Compared(name, got, _tolerance ?? tolerance);
    }

    private CaseResult Compared(string name, MatValue[] got, double tolerance)
    {
        var comparison = MatComparison.Of([.. _outputs], got, "out", tolerance);
        return new()
        {
            Case = name,
            Function = _function,
            Status = comparison.Agrees ? CaseStatus.Passed : CaseStatus.Failed,
            Error = comparison.Error,
            Place = comparison.Place,
            Tolerance = tolerance,
            Message = comparison.Agrees ? "" : $"{comparison.DifferenceCount} differ by more than {MatDifference.ErrorText(tolerance)}",
            Differences = comparison.Differences,
        };
    }
}
