namespace DeepLearnPort.Tests;

/// <summary>Every struct that Octave wrote, as the toolbox's type and back: no field lost, none added, none moved.</summary>
public class RecordedStructsTests
{
    private static IEnumerable<RecordedCase> Cases => RecordedCase.In(Repository.Path("matlab-ref", "cases"));

    [Test]
    public void ToAndFrom_ArgumentsOfRecordedCalls_ComeBackWhole()
    {
        int structs = 0;
        var problems = new List<string>();
        foreach (var recorded in Cases)
        {
            var file = MatFile.Load(recorded.Path);
            var arguments = (MatCell)file["args"];
            if (!arguments.Any(a => a is MatStruct) || FunctionTable.Default.Fitting(file["fn"].AsString(), [.. arguments]).FirstOrDefault() is not { } call)
                continue;
            foreach (var (argument, value) in arguments.Zip(call.Values().Values).Where(a => a.First is MatStruct))
            {
                structs++;
                problems.AddRange(Changes(argument, value!).Select(change => $"{recorded}: {change}"));
            }
        }

        Assert.That(string.Join('\n', problems), Is.Empty);
        Assert.That(structs, Is.GreaterThan(200));
    }

    [TestCase("nn_v6.mat", "nn", typeof(Nn))]
    [TestCase("nn_v7.mat", "nn", typeof(Nn))]
    [TestCase("nn_dropout_softmax_v6.mat", "nn", typeof(Nn))]
    [TestCase("nn_dropout_softmax_v7.mat", "nn", typeof(Nn))]
    [TestCase("sae_v7.mat", "sae", typeof(Sae))]
    [TestCase("dbn_v7.mat", "dbn", typeof(Dbn))]
    [TestCase("cnn_v7.mat", "cnn", typeof(Cnn))]
    public void ToAndFrom_NetworksOfTheCollection_ComeBackWhole(string file, string variable, Type type)
    {
        var network = MatFile.Load(MatCorpus.Path($"octave_nn/{file}"), variable);

        Assert.That(Changes(network, MatConvert.Read(network, type)), Is.Empty);
    }

    private static IEnumerable<string> Changes(MatValue before, object value)
    {
        var after = MatConvert.Write(value, MatFormAttribute.Usual);
        var comparison = MatComparison.Of(before, after, value.GetType().Name, tolerance: 0);
        return comparison.Agrees && !FieldOrder(before).SequenceEqual(FieldOrder(after))
            ? [$"the fields of {value.GetType().Name} have moved"]
            : comparison.Differences.Select(d => d.ToString());
    }

    private static IEnumerable<string> FieldOrder(MatValue value) => value switch
    {
        MatStruct s => Enumerable.Range(0, (int)s.Count).SelectMany(i => s.Fields.SelectMany(f => FieldOrder(s[i, f]).Prepend(f))),
        MatCell cell => cell.SelectMany(FieldOrder),
        _ => [],
    };
}
