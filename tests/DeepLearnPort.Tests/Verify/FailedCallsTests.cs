namespace DeepLearnPort.Tests;

/// <summary>A call that fails, in whatever way, leaves its thread fit for the next.</summary>
public class FailedCallsTests
{
    private static IEnumerable<RecordedCase> OneOfEachFunction => RecordedCase.In(Repository.Path("matlab-ref", "cases"))
        .Where(recorded => FunctionTable.Default.Has(Function(recorded))).DistinctBy(Function);

    [TestCaseSource(nameof(OneOfEachFunction))]
    public void Replay_AfterFailuresOnTheSameThread_ReturnsWhatWasRecorded(RecordedCase recorded)
    {
        var file = MatFile.Load(recorded.Path);
        string function = file["fn"].AsString();
        MatValue[] arguments = [.. (MatCell)file["args"]];
        Display.Writer = TextWriter.Null;
        using var use = RandStream.Use(new OctaveStream(0));
        for (int i = 0; i < arguments.Length; i++)
            foreach (var other in Others(arguments[i]))
                Call(function, [.. arguments[..i], other, .. arguments[(i + 1)..]]);

        Assert.That(recorded.Replay().ToString(), Does.StartWith("passed"));
    }

    private static string Function(RecordedCase recorded) => MatFile.Load(recorded.Path, "fn").AsString();

    // Whether it fails, or gives something, is for other tests to say.
    private static void Call(string function, MatValue[] arguments)
    {
        try
        {
            FunctionTable.Default.Call(function, arguments);
        }
        catch (Exception e) when (e is not AggregateException)
        {
        }
    }

    // The argument as it should not be: of another size, class or with a part that is so.
    private static IEnumerable<MatValue> Others(MatValue argument)
    {
        yield return MatNumeric.Empty;
        yield return MatNumeric.Create([1.0, 2, 3, 4, 5, 6], 2, 3);
        if (argument is MatCell cell)
            for (int i = 0; i < cell.Count; i++)
                foreach (var other in Others(cell[i]))
                    yield return MatCell.Create([.. cell.Take(i), other, .. cell.Skip(i + 1)], [.. cell.Dimensions]);
        if (argument is MatStruct { Count: 1 } fields)
            foreach (string field in fields.Fields)
            {
                yield return MatStruct.Create([.. fields.Fields.Where(name => name != field).Select(name => (name, fields[name]))]);
                foreach (var other in Others(fields[field]))
                    yield return MatStruct.Create([.. fields.Fields.Select(name => (name, name == field ? other : fields[name]))]);
            }
    }
}
