namespace DeepLearnPort.Tests;

/// <summary>
/// Files of a run that a stranger has changed: one field after the other of another size, class or number, or gone.
/// </summary>
public class DamagedNetworksTests
{
    private readonly SmallImages _images = new();

    [TearDown]
    public void RemoveFolder() => _images.Dispose();

    private string Out => _images.InFolder("out");

    private RealData Run(string preset)
    {
        var options = GanPresets.Get(preset) with { Iterations = 3, Num = 20, BatchSize = 10, DHidden = [6] };
        options = options with { GHidden = options.GHidden.Count == 0 ? [] : [8], NoiseUnits = options.NoiseUnits > 0 ? 3 : 0 };
        RealData data = options.Gaussian ? GaussianData.For(options) : _images.Set;
        new GanRun(options, data, Out, 2, checkpointEvery: 2).Run();
        return data;
    }

    [TestCase("article")]
    [TestCase("conditional")]
    [TestCase("paper")]
    public void Load_OfNetworksWithAChangedField_NamesItOrMakesSamples(string preset)
    {
        Run(preset);
        string path = Path.Combine(Out, "networks.mat");
        var (refused, taken) = Try(path, variant => Generator.Load(variant).Sample(10, new OctaveStream(1)));
        Assert.That((refused, taken), Is.GreaterThan((100, 20)), "of each kind there are many");
    }

    [TestCase("article")]
    [TestCase("conditional-deep")]
    [TestCase("paper")]
    [TestCase("gaussian")]
    public void Resume_OfACheckpointWithAChangedField_NamesItOrGoesOn(string preset)
    {
        var data = Run(preset);
        string path = Path.Combine(Out, "checkpoint.mat");
        var (refused, taken) = Try(path, variant =>
        {
            File.Move(variant, path, overwrite: true);
            Display.Writer = TextWriter.Null;
            GanRun.Resume(data, Out).Gan.Step();
        });
        Assert.That((refused, taken), Is.GreaterThan((100, 10)), "of each kind there are many");
    }

    // Of W, vW and the moments no other size is right, and nothing is silently taken for them.
    [TestCase("networks.mat", "nn_G.W{1}")]
    [TestCase("networks.mat", "nn_G.vW{2}")]
    [TestCase("networks.mat", "nn_D.size")]
    [TestCase("checkpoint.mat", "nn_G.vW{1}")]
    [TestCase("checkpoint.mat", "nn_D.W{1}")]
    [TestCase("checkpoint.mat", "W_G{2}")]
    [TestCase("checkpoint.mat", "adam_D_second{1}")]
    [TestCase("checkpoint.mat", "nn_G.weightPenaltyL2")]
    [TestCase("checkpoint.mat", "stream_state{1}")]
    public void Read_ThisFieldLonger_IsRefusedByName(string file, string place)
    {
        var data = Run("paper");
        string path = Path.Combine(Out, file);
        var variables = MatFile.Load(path);
        var variant = Variants(variables).Single(v => v.Place == place && v.Kind == "longer");
        MatFile.Save(path, variant.Variables);
        Assert.That(() => file == "networks.mat" ? (object)Generator.Load(path) : GanRun.Resume(data, Out),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains(path).And.Message.Contains(place));
    }

    private static (int Refused, int Taken) Try(string path, Action<string> use)
    {
        int refused = 0, taken = 0;
        string variantPath = path + ".variant.mat";
        foreach (var (place, kind, variables) in Variants(MatFile.Load(path)).ToList())
        {
            MatFile.Save(variantPath, variables, MatWriteOptions.Plain);
            try
            {
                use(variantPath);
                taken++;
            }
            catch (Exception e)
            {
                Assert.That(e, Is.InstanceOf<InvalidDataException>().Or.InstanceOf<ArgumentException>(), $"{place} {kind}: {e}");
                string name = place.Split('.', '{')[0];
                Assert.That(e.Message, Does.Contain(name).Or.Contain("the run was begun with")
                    .Or.Contain("not a checkpoint").Or.Contain("nn must have a layer"), $"{place} {kind}");
                refused++;
            }
        }
        return (refused, taken);
    }

    private static IEnumerable<(string Place, string Kind, List<KeyValuePair<string, MatValue>> Variables)> Variants(
        IReadOnlyDictionary<string, MatValue> variables)
    {
        foreach (var (name, value) in variables)
        {
            yield return (name, "missing", [.. variables.Where(v => v.Key != name)]);
            foreach (var (place, kind, changed) in Changed(value))
                yield return (name + place, kind, [.. variables.Select(v => v.Key == name ? new(name, changed) : v)]);
        }
    }

    private static IEnumerable<(string Place, string Kind, MatValue Value)> Changed(MatValue value)
    {
        yield return ("", "empty", MatNumeric.Empty);
        yield return ("", "text", "some text");
        yield return ("", "cell", MatCell.Create([value], [1, 1]));
        yield return ("", "struct", MatStruct.Create(("field", value)));
        if (value is MatStruct { Count: 1 } fields)
            foreach (string field in fields.Fields)
            {
                (string, MatValue)[] others = [.. fields.Fields.Where(f => f != field).Select(f => (f, fields[f]))];
                yield return ($".{field}", "missing", MatStruct.Create(others));
                foreach (var (place, kind, changed) in Changed(fields[field]))
                    yield return ($".{field}{place}", kind, MatStruct.Create([.. others, (field, changed)]));
            }
        else if (value is MatCell cell)
        {
            yield return ("", "longer", MatCell.Create([.. cell, 1.0], [1, (int)cell.Count + 1]));
            for (int i = 0; i < cell.Count; i++)
                foreach (var (place, kind, changed) in Changed(cell[i]))
                {
                    MatValue[] elements = [.. cell];
                    elements[i] = changed;
                    yield return ($"{{{i + 1}}}{place}", kind, MatCell.Create(elements, [.. cell.Dimensions]));
                }
        }
        else if (value is MatNumeric<double> number)
        {
            double[] values = [.. number.Real.ToArray()];
            int columns = Math.Max(1, value.Columns);
            yield return ("", "longer", MatNumeric.Create([.. values, .. Enumerable.Repeat(1.0, columns)], value.Rows + 1, columns));
            yield return ("", "turned", MatNumeric.Create(values, value.Columns, value.Rows));
            foreach (double other in new[] { double.NaN, double.PositiveInfinity, -1, 0.5, 1e300, int.MaxValue })
            {
                int[] size = value.IsEmpty ? [1, 1] : [.. value.Dimensions];
                yield return ("", $"{other}", MatNumeric.Create([other, .. values.Skip(1)], size));
            }
            yield return ("", "single", MatNumeric.Create(Array.ConvertAll(values, x => (float)x), [.. value.Dimensions]));
            yield return ("", "complex", MatNumeric.Complex(values, values, [.. value.Dimensions]));
        }
    }
}
