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
        _function = Row("fn", Variable<MatChar>("fn"));
        _arguments = Variable<MatCell>("args");
        _outputs = Variable<MatCell>("out");
        _randomState = Variable<MatStruct>("rng_before");
        _tolerance = variables.TryGetValue("tol", out var tol) ? Number("tol", tol) : null;
        if (_tolerance is not (null or >= 0))
            throw NoCase(Invariant($"tol must be 0 or more, but is {_tolerance}"));

        T Variable<T>(string name)
            where T : MatValue => variables.GetValueOrDefault(name) switch
            {
                T variable => variable,
                null => throw NoCase($"it has no variable '{name}'"),
                var other => throw NoCase($"'{name}' must be a {typeof(T).Name[3..].ToLowerInvariant()}, but is {other}"),
            };

        string Row(string name, MatChar text) =>
            text.Rows <= 1 && text.Dimensions.Length == 2
                ? text.Units
                : throw NoCase($"'{name}' must be a row of text, but is {text}");

        double Number(string name, MatValue number) =>
            number is MatNumeric { Count: 1, IsComplex: false } or MatSparse { Count: 1, IsComplex: false }
                ? number.AsDouble()
                : throw NoCase($"'{name}' must be a number, but is {number}");

        InvalidDataException NoCase(string reason) => new($"{file} is no recorded case: {reason}");
    }

    /// <summary>Reads a case.</summary>
    /// <exception cref="IOException">The file cannot be read, or is damaged.</exception>
    /// <exception cref="InvalidDataException">It is a MAT file but no case.</exception>
    public static RecordedCall Load(string file) => new(file, MatFile.Load(file));

    /// <summary>Makes the call and compares; nothing may write a file meanwhile.</summary>
    public CaseResult Replay(string name, double tolerance, FunctionTable functions)
    {
        string function = Printable.Cut(_function, Printable.MostOfName);

        CaseResult Without(CaseStatus status, string message) =>
            new()
            {
                Case = name,
                Function = function,
                Status = status,
                Message = Printable.Cut(message, Printable.MostOfMessage)
            };

        if (!functions.Has(_function))
            return Without(CaseStatus.Skipped, $"there is no function {function} here");
        using var bar = FileWrites.Bar();
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
            return Without(CaseStatus.Failed,
                $"the random state of rng_before is not to be had here: {Printable.Cause(e).Message}");
        }

        var display = Display.Writer;
        using var use = RandStream.Use(stream);
        try
        {
            Display.Writer = TextWriter.Null;
            var got = functions.Call(_function, [.. _arguments]).Like([.. _outputs]);
            return Compared(name, got, _tolerance ?? tolerance);
        }
        catch (OutOfMemoryException)
        {
            return Without(CaseStatus.Failed, $"there is not enough memory for this call of {function}");
        }
        catch (Exception e)
        {
            var cause = Printable.Cause(e);
            return Without(CaseStatus.Failed, $"{function} threw {cause.GetType().Name}: {cause.Message}");
        }
        finally
        {
            Display.Writer = display;
        }
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
