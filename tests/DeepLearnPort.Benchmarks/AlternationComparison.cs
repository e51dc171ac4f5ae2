using System.Diagnostics;
using System.Globalization;

namespace DeepLearnPort.Benchmarks;

/// <summary>One alternation with one thread and with all, while other processes hold none, one or all of the cores; and a run of dlport gan.</summary>
public static class AlternationComparison
{
    /// <summary>Alternations a round, some, as in a training: the workers fall asleep while another contender has its turn.</summary>
    public const int InARow = 10;

    private const int Count = 15;

    public static void Run()
    {
        int all = WorkPool.Threads;
        var experiment = new Experiment();
        Func<double> one = With(1, experiment), many = With(all, experiment);
        Console.WriteLine("| busy processes | 1 thread ms | " + all + " threads ms | ratio | 1 thread GF/s | of FMA peak |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        for (int busy = 0; busy <= all; busy++)
        {
            using var others = new BusyProcesses(busy);
            var times = Rounds.Run(Count, one, many, FmaPeak.Measure);
            double speed = Experiment.Operations / Rounds.Median(times[0]) / 1e6, peak = Rounds.Median(times[2]);
            Console.WriteLine(Invariant($"| {busy} | {Rounds.Median(times[0]):F1} | {Rounds.Median(times[1]):F1} | {Rounds.Ratio(times[1], times[0]):F2} | {speed:F1} | {speed / peak:P0} |"));
        }
        WorkPool.Threads = all;
        Console.WriteLine();
        DlportGan();
    }

    /// <summary>An alternation with so many threads.</summary>
    public static Func<double> With(int threads, Experiment experiment) => () =>
    {
        WorkPool.Threads = threads;
        return Rounds.Timed(InARow, experiment.Alternate)();
    };

    /// <summary>The first alternation against later ones, and the memory, of a process of its own.</summary>
    private static void DlportGan()
    {
        string folder = Directory.CreateTempSubdirectory("dlport-gan").FullName;
        try
        {
            string program = Repository.Path("src", "DeepLearnPort.Cli", "bin", "Release", "net10.0", "dlport.dll");
            using var gan = Process.Start(new ProcessStartInfo("dotnet", [program, "gan", "--iterations", "60", "--out", folder, "--data", Repository.Mnist])
            {
                RedirectStandardOutput = true,
            })!;
            gan.OutputDataReceived += (_, _) => { };
            gan.BeginOutputReadLine();
            long memory = 0;
            for (; !gan.WaitForExit(20); gan.Refresh())
                try
                {
                    memory = Math.Max(memory, gan.PeakWorkingSet64);
                }
                catch (InvalidOperationException)
                {
                    // It has ended since it was asked.
                }
            double[] seconds = [.. File.ReadLines(Path.Combine(folder, "log.csv")).Skip(1).Select(line => double.Parse(line.Split(',')[5], CultureInfo.InvariantCulture))];
            double later = Rounds.Median(seconds.Zip(seconds.Skip(1), (before, now) => now - before));
            Console.WriteLine(Invariant($"dlport gan: first alternation {1000 * seconds[0]:F0} ms, later ones {1000 * later:F1} ms ({seconds[0] / later:F1}), at most {memory / 1e6:F0} MB"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
