using System.Collections;

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
        foreach (var recorded in Cases)
        {
            if (CallOfCase.Of(recorded) is not { } call)
                continue;
            var given = call.Arguments.SelectMany((argument, i) => Arrays(argument, $"argument {i + 1}")).ToArray();
            var before = Array.ConvertAll(given, array => (Array)array.Items.Clone());
            object? result;
            try
            {
                result = call.Invoke();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or NotSupportedException)
            {
                continue; // as recorded, or by other draws
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

    private static bool Same(Array x, Array y) => StructuralComparisons.StructuralEqualityComparer.Equals(x, y);

    // What a function leaves alone in a struct is the same matrix afterwards, as the remarks on Nn say.
    private static bool StaysInPlace(string given, string made) => Field(given) is { } field && Field(made) == field;

    private static string? Field(string path) => path.Contains('.') ? path[(path.LastIndexOf('.') + 1)..] : null;

    // Those of an Array3 never change: they may be shared.
    private static IEnumerable<(string Path, Array Items, bool Constant)> Arrays(object? value, string path)
        => CallOfCase.Parts(value, path).Select(p => p.Part switch
        {
            Mat matrix => (p.Path, (Array?)matrix.AsColumnMajorArray(), false),
            Array3 array => (p.Path, array.Values, true),
            Array numbers => (p.Path, numbers, false),
            _ => (p.Path, null, false),
        }).Where(array => array.Item2 is { Length: > 0 })!;
}
