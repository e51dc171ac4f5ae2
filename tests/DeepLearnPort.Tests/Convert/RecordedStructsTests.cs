namespace DeepLearnPort.Tests;

/// <summary>Every struct that went into a recorded call, as the toolbox's type and back: no field lost, none added, none moved.</summary>
public class RecordedStructsTests
{
    private static IEnumerable<RecordedCase> Cases => RecordedCase.In(Repository.Path("matlab-ref", "cases"));

    [Test]
    public void ToAndFrom_StructArguments_ComeBackWhole()
    {
        int structs = 0;
        var problems = new List<string>();
        foreach (var recorded in Cases)
        {
            var file = MatFile.Load(recorded.Path);
            var arguments = (MatCell)file["args"];
            if (!arguments.Any(a => a is MatStruct) || FunctionTable.Default.Fitting(file["fn"].AsString(), [.. arguments]).FirstOrDefault() is not { } call)
                continue;
            foreach (var (argument, value) in arguments.Zip(call.Values()).Where(a => a.First is MatStruct))
            {
                structs++;
                var back = MatConvert.Write(value, MatFormAttribute.Usual);
                var comparison = MatComparison.Of(argument, back, value!.GetType().Name, tolerance: 0);
                problems.AddRange(comparison.Differences.Select(d => $"{recorded}: {d}"));
                if (comparison.Agrees && !FieldOrder(argument).SequenceEqual(FieldOrder(back)))
                    problems.Add($"{recorded}: the fields of {value.GetType().Name} have moved");
            }
        }

        Assert.That(string.Join('\n', problems), Is.Empty);
        Assert.That(structs, Is.GreaterThan(200));
    }

    private static IEnumerable<string> FieldOrder(MatValue value) => value switch
    {
        MatStruct s => Enumerable.Range(0, (int)s.Count).SelectMany(i => s.Fields.SelectMany(f => FieldOrder(s[i, f]).Prepend(f))),
        MatCell cell => cell.SelectMany(FieldOrder),
        _ => [],
    };
}
