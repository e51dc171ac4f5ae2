using System.Diagnostics;

namespace DeepLearnPort.Benchmarks;

/// <summary>Contenders timed in turn, round after round, and what the rounds say.</summary>
public static class Rounds
{
    /// <summary>
    /// Milliseconds of each contender in each round. A round before the first goes uncounted. Garbage is collected before each turn: else
    /// a contender's matrices lie in memory never used before, as long as those of the others make the collector wait.
    /// </summary>
    public static double[][] Run(int rounds, params Func<double>[] contenders)
    {
        var times = Array.ConvertAll(contenders, _ => new double[rounds]);
        for (int round = -1; round < rounds; round++)
            for (int i = 0; i < contenders.Length; i++)
            {
                int who = (i + round + 1) % contenders.Length;
                GC.Collect();
                GC.WaitForPendingFinalizers();
                double time = contenders[who]();
                if (round >= 0)
                    times[who][round] = time;
            }
        return times;
    }

    /// <summary>A contender that does its work a number of times and gives the mean.</summary>
    public static Func<double> Timed(int repeats, Action work) => () =>
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repeats; i++)
            work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / repeats;
    };

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The median over the rounds of one time over the other.</summary>
    public static double Ratio(double[] times, double[] others) => Median(times.Zip(others, (time, other) => time / other));
}
