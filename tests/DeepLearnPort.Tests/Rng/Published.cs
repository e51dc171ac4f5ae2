using System.Globalization;
using CsvHelper;

namespace DeepLearnPort.Tests;

/// <summary>Values printed by MATLAB: the files of <c>matlab-ref/published</c>.</summary>
internal static class Published
{
    public static T[] Read<T>(string name)
    {
        using var csv = CsvReader.FromFile(Repository.Path("matlab-ref", "published", name));
        return [.. csv.GetRecords<T>()];
    }

    /// <summary>
    /// Fails unless the value, printed with as many digits, is the number that was published: <c>d4</c> has 4 decimals,
    /// <c>s15</c> 15 significant digits, <c>int</c> is whole, <c>exact</c> names the very double.
    /// </summary>
    public static void AssertPrints(double value, string digits, string published, object row)
    {
        string format = digits switch
        {
            "int" => "F0",
            "exact" => "G17",
            ['d', .. var decimals] => "F" + decimals,
            _ => "G" + digits[1..],
        };
        Assert.That(Number(value.ToString(format, CultureInfo.InvariantCulture)), Is.EqualTo(Number(published)), row.ToString());
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
