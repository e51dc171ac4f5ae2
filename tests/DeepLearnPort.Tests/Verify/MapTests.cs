using System.IO.Enumeration;
using System.Reflection;

namespace DeepLearnPort.Tests;

/// <summary>
/// <c>matlab-ref/MAP.md</c> against the code, the tests and the recorded cases. A function that is added or ported fails
/// here until its row says where it is and which cases hold it.
/// </summary>
public class MapTests
{
    private static readonly ILookup<string, string> CasesOfFunction = RecordedCase.In(Repository.Path("matlab-ref", "cases"))
        .ToLookup(c => MatFile.Load(c.Path, "fn").AsString(), c => c.Name);

    private static readonly HashSet<string> Functions =
        [.. new[] { typeof(Toolbox), typeof(Matlab) }.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static)).Where(m => !m.IsSpecialName).Select(m => m.Name)];

    private static readonly Dictionary<string, Type> TestClasses = typeof(MapTests).Assembly.GetTypes().GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.First());

    [Test]
    public void Map_Toolbox_HasOneRowForEachOfItsFiles() =>
        Assert.That(Map.Rows.Where(r => r.IsToolbox).Select(r => r.Matlab), Is.EqualTo(ToolboxFiles.All));

    [Test]
    public void Map_Toolbox_HasARowForEveryFunctionHere()
    {
        var rows = Map.Rows.Where(r => !r.IsNotPorted).Select(r => r.Function).ToHashSet();

        AssertNone(Functions.Except(rows).Select(name => $"{name} has no row in MAP.md that says where it is"));
    }

    [Test]
    public void Map_Rows_SayWhatIsTrue() => AssertNone(Map.Rows.SelectMany(row => Wrong(row).Select(what => $"{row.Matlab}: {what}")));

    [Test]
    public void Map_Cases_AllBelongToARow()
    {
        var rows = Map.Rows.Select(r => r.Function).ToHashSet();

        AssertNone(CasesOfFunction.Where(g => !rows.Contains(g.Key)).Select(g => $"case {g.First()} calls {g.Key}, which has no row in MAP.md"));
    }

    [Test]
    public void Map_Differences_AreTested()
    {
        Assert.That(Map.DifferenceTests, Is.Not.Empty);
        AssertNone(Map.DifferenceTests.Where(name => name.Split('.') is not [var type, var method] || TestClasses.GetValueOrDefault(type)?.GetMethod(method) is null).Select(name => $"there is no test {name}"));
    }

    private static IEnumerable<string> Wrong(MapRow row)
    {
        if (row.IsNotPorted)
            return Functions.Contains(row.Function) ? ["Toolbox has it, but the row says not ported"]
                : MapRow.HasReason(row.CSharp, "not ported") ? []
                : ["why is it not ported?"];
        return [.. WrongCode(row), .. WrongTests(row), .. WrongCases(row)];
    }

    private static IEnumerable<string> WrongCode(MapRow row)
    {
        if (row.Cases != "none: a script" && !Functions.Contains(row.Function))
            yield return $"Toolbox has no {row.Function}";
        if (MapRow.Names(row.CSharp).ToList() is not [var file] || !File.Exists(Repository.Path("src", "DeepLearnPort", file)) && !File.Exists(Repository.Path(file)))
            yield return $"there is no file {row.CSharp}";
        var fSharp = FSharpFace.Calling(row.Function);
        if (row.FSharp == "—" ? row.IsToolbox && fSharp.Count > 0 : MapRow.Names(row.FSharp).ToList() is not [var name] || !fSharp.Contains(name))
            yield return $"F# calls it in {string.Join(", ", fSharp.DefaultIfEmpty("no function of its own, which is —"))}; the row says {row.FSharp}";
    }

    private static IEnumerable<string> WrongTests(MapRow row)
    {
        var classes = MapRow.Names(row.Tests).ToList();
        if (classes.Count == 0 && row.Tests != "cases")
            yield return "which tests?";
        foreach (string name in classes.Where(name => !TestClasses.ContainsKey(name)))
            yield return $"there is no test class {name}";
        if (row.Cases != "none: a script")
            foreach (string name in classes.Where(name => TestClasses.ContainsKey(name) && !SourceOf(name).Contains(row.Function, StringComparison.OrdinalIgnoreCase)))
                yield return $"{name} does not name it";
    }

    private static string SourceOf(string testClass) =>
        string.Concat(Directory.EnumerateFiles(Repository.Path("tests", "DeepLearnPort.Tests"), $"{testClass}.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

    private static IEnumerable<string> WrongCases(MapRow row)
    {
        var recorded = CasesOfFunction[row.Function].ToList();
        if (row.Cases.StartsWith("none", StringComparison.Ordinal))
        {
            if (recorded.Count > 0 || !MapRow.HasReason(row.Cases, "none") || row.Tests == "cases")
                yield return $"{recorded.Count} cases are recorded; why does the row say {row.Cases}?";
            yield break;
        }
        var patterns = MapRow.Names(row.Cases).ToList();
        if (recorded.Count == 0)
            yield return "no recorded call: record one (matlab-ref/README.md), or say 'none: why'";
        foreach (string name in recorded.Where(name => !patterns.Exists(p => FileSystemName.MatchesSimpleExpression(p, name, ignoreCase: false))))
            yield return $"case {name} fits none of {row.Cases}";
    }

    private static void AssertNone(IEnumerable<string> problems) => Assert.That(string.Join('\n', problems), Is.Empty);
}
