using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Tests;

/// <summary>Every number that MATLAB printed and somebody published comes back, to the last digit printed.</summary>
public partial class PublishedTests
{
    [CsvRecord]
    public sealed partial record Row(string generator, uint seed, string call, int index, string value, string digits, string published, string source);

    [CsvRecord]
    public sealed partial record Moments(uint seed, string function, int skipped, int count, string mean, string variance, string source);

    [CsvRecord]
    public sealed partial record Walks(double start, string estimate, int average_steps, string source);

    [TestCase("rand_v5uniform.csv", 509)]
    [TestCase("randn_v5normal.csv", 101)]
    [TestCase("v4.csv", 53)]
    [TestCase("rand_twister.csv", 102)]
    [TestCase("randn_twister.csv", 58)]
    [TestCase("randi_randperm_twister.csv", 62)]
    public void Values_OfEveryRow_AreThosePublished(string file, int rows)
    {
        var all = Published.Read<Row>(file);
        Assert.That(all, Has.Length.EqualTo(rows));
        foreach (var group in all.GroupBy(r => (r.generator, r.seed, r.call)))
        {
            double[] draws = Draw(Seeded(group.First()), group.Key.call, group.Max(r => r.index));
            Assert.Multiple(() =>
            {
                foreach (var row in group)
                    Published.AssertPrints(draws[row.index - 1], row.digits, row.value, row);
            });
        }
    }

    [TestCase("rand")]
    [TestCase("randn")]
    public void Moments_OfUpToTenMillionDraws_AreThosePublished(string function)
    {
        MatlabStream stream = new();
        rng(123456789, stream: stream);
        Draw(stream, function, 5);
        int drawn = 5;
        foreach (var row in Published.Read<Moments>("moments_twister.csv").Where(r => r.function == function))
        {
            Assert.That(row.skipped, Is.EqualTo(drawn));
            double[] x = Draw(stream, function, row.count);
            drawn += row.count;
            double mean = x.Sum() / row.count, variance = row.count == 1 ? 0 : x.Sum(v => (v - mean) * (v - mean)) / (row.count - 1);
            Published.AssertPrints(mean, "d6", row.mean, row);
            Published.AssertPrints(variance, "d6", row.variance, row);
        }
    }

    /// <summary>
    /// Feynman-Kac estimates of u on (-2, 2), u''/2 = v u, from 10000 random walks at each of 21 points: 53 million draws
    /// after <c>rand('state', 0)</c>, the order of which decides every digit.
    /// </summary>
    [Test]
    public void Walks_Of53MillionDraws_GiveThePublishedEstimates()
    {
        var signs = new Signs();
        long drawn = 0;
        foreach (var row in Published.Read<Walks>("walks_v5uniform.csv"))
        {
            double sum = 0;
            long steps = 0;
            for (int walk = 0; walk < 10000; walk++)
                sum += Walk(row.start, signs, ref steps);
            Published.AssertPrints(sum / 10000, "s6", row.estimate, row);
            Assert.That(steps / 10000, Is.EqualTo(row.average_steps), row.ToString());
            drawn += steps;
        }
        Assert.That(drawn, Is.EqualTo(53_116_062));
    }

    private static double Walk(double x, Signs signs, ref long steps)
    {
        const double a = 2, h = 0.01;
        static double Potential(double x) => 2 * (x / a / a * (x / a / a)) + 1 / a / a;
        double w = 1;
        do
        {
            double before = Potential(x);
            x += signs.NextIsNegative() ? -Math.Sqrt(h) : Math.Sqrt(h);
            w -= 0.5 * h * (Potential(x) * ((1 - h * before) * w) + before * w);
            steps++;
        }
        while (x / a * (x / a) < 1);
        return w;
    }

    /// <summary>A stream in the state that the row's seed gives: by <c>rng</c>, or in the spelling that selects legacy mode.</summary>
    private static MatlabStream Seeded(Row row)
    {
        var stream = new MatlabStream();
        if (row.published.Contains("'state'") || row.published.Contains("'seed'"))
            stream.SetState(row.call.StartsWith("randn") ? "randn" : "rand", row.generator == "v4" ? "seed" : "state", [row.seed]);
        else
            rng(row.seed, row.generator, stream);
        return stream;
    }

    private static double[] Draw(MatlabStream stream, string call, int count)
    {
        var numbers = Whole().Matches(call).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToArray();
        return call[..(call + "(").IndexOf('(')] switch
        {
            "rand" => rand(count, 1, stream).ToColumnMajorArray(),
            "randn" => randn(count, 1, stream).ToColumnMajorArray(),
            "randi" => randi(numbers, count, 1, stream).ToColumnMajorArray(),
            _ => [.. randperm(numbers[0], stream).Select(v => (double)v)],
        };
    }

    [GeneratedRegex("-?[0-9]+")]
    private static partial Regex Whole();

    private sealed class Signs
    {
        private readonly MatlabStream _stream = new();
        private readonly double[] _draws = new double[4096];
        private int _next = 4096;

        public Signs() => rand("state", 0, _stream);

        public bool NextIsNegative()
        {
            if (_next == _draws.Length)
            {
                _stream.Rand(_draws);
                _next = 0;
            }
            return _draws[_next++] - 0.5 < 0;
        }
    }
}
