using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DeepLearnPort.Tests;

/// <summary>Of every recorded call: no function writes into what it is given, and no matrix it makes is one of those.</summary>
public class ArgumentsKeptTests
{
    private static IEnumerable<RecordedCase> Cases => RecordedCase.In(Repository.Path("matlab-ref", "cases"));

    [Test]
    public void Call_RecordedArguments_AreAsTheyWereAndSharedByNoResult()
    {
        var problems = new List<string>();
        int calls = 0;
        using var use = RandStream.Use(new OctaveStream(0));
        Display.Writer = TextWriter.Null;
        foreach (var recorded in Cases)
        {
            var file = MatFile.Load(recorded.Path);
            if (Bound(file["fn"].AsString(), (MatCell)file["args"]) is not var (method, arguments))
                continue;
            var given = arguments.SelectMany((argument, i) => Arrays(argument, $"argument {i + 1}")).ToArray();
            var before = Array.ConvertAll(given, array => (Array)array.Items.Clone());
            object? result;
            try
            {
                result = method.Invoke(null, arguments);
            }
            catch (TargetInvocationException)
            {
                continue;
            }
            calls++;
            problems.AddRange(given.Where((array, i) => !Same(array.Items, before[i]))
                .Select(array => $"{recorded}: {array.Path} has been written to"));
            problems.AddRange(Arrays(result, "result").Where(made => !made.Constant)
                .SelectMany(made => given.Where(array => array.Items == made.Items && !StaysInPlace(array.Path, made.Path))
                .Select(array => $"{recorded}: {made.Path} is {array.Path}")));
        }
        Assert.That(string.Join('\n', problems), Is.Empty);
        Assert.That(calls, Is.GreaterThan(400));
    }

    private static (MethodInfo, object?[])? Bound(string function, MatCell arguments)
    {
        foreach (var call in FunctionTable.Default.Fitting(function, [.. arguments]))
            try
            {
                return (call.Method, call.Values().Values);
            }
            catch (InvalidCastException)
            {
                // Another overload takes them.
            }
        return null;
    }

    private static bool Same(Array x, Array y) => StructuralComparisons.StructuralEqualityComparer.Equals(x, y);

    // What a function leaves alone in a struct is the same matrix afterwards, as the remarks on Nn say.
    private static bool StaysInPlace(string given, string made) => Field(given) is { } field && Field(made) == field;

    private static string? Field(string path) => path.Contains('.') ? path[(path.LastIndexOf('.') + 1)..] : null;

    // Those of an Array3 never change: they may be shared.
    private static IEnumerable<(string Path, Array Items, bool Constant)> Arrays(object? value, string path) => value switch
    {
        null or string => [],
        Mat matrix => matrix.AsColumnMajorArray() is { Length: > 0 } items ? [(path, items, false)] : [],
        Array3 array => array.IsEmpty ? [] : [(path, array.Values, true)],
        double[] { Length: > 0 } numbers => [(path, numbers, false)],
        int[] { Length: > 0 } numbers => [(path, numbers, false)],
        IEnumerable items => items.Cast<object?>().SelectMany((item, i) => Arrays(item, $"{path}{{{i + 1}}}")),
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Arrays(tuple[i], $"{path}({i + 1})")),
        _ when value.GetType().IsPrimitive || value is MatValue or RandStream => [],
        _ => Fields(value, path),
    };

    private static IEnumerable<(string, Array, bool)> Fields(object value, string path)
    {
        var type = value.GetType();
        return type.GetFields(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(field => Arrays(field.GetValue(value), $"{path}.{field.Name}"))
            .Concat(type.GetProperties().Where(p => p.GetIndexParameters().Length == 0 && type.IsValueType && !type.IsByRefLike)
                .SelectMany(p => Arrays(p.GetValue(value), $"{path} {p.Name}")));
    }
}
