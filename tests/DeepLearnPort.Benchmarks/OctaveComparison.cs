using System.Diagnostics;
using System.Globalization;

namespace DeepLearnPort.Benchmarks;

/// <summary>The same work here and in Octave with the original toolbox, in turn.</summary>
internal static class OctaveComparison
{
    public static int Run(string toolbox)
    {
        int all = WorkPool.Threads;
        var experiment = new Experiment();
        var gan = Gan.Create(new GanOptions(), ImageSet.Load(Repository.Mnist));
        var epoch = new NntrainEpoch();
        epoch.Setup();
        var load = new MatLoad();
        var examples = new ToolboxExamples();
        examples.Setup();

        Console.WriteLine("| work | threads | ours ms | Octave ms | ours / Octave |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (int threads in (int[])[1, all])
        {
            using var octave = new Octave(toolbox, threads);
            Compare("alternation, used rows", 11, experiment.Alternate, "alternation");
            Compare("nntrain [784 100 10], an epoch", 3, () => epoch.Epoch(), "epoch");
            Compare("load mnist_uint8.mat", 5, () => load.Load(), "load");
            Compare("CNN example, 1000 images", 3, () => examples.Cnn(), "cnn");
            Compare("DBN example, 10 000 images", 3, () => examples.Dbn(), "dbn");
            Compare("SAE example, 10 000 images", 3, () => examples.Sae(), "sae");
            Display.Writer = TextWriter.Null;
            Compare("article as printed, against dlport gan's alternation", 3, () => gan.Step(), "printed", 10);

            // One of theirs and some of ours a round: where theirs takes seconds, a single one of ours would only show how a cold start goes.
            void Compare(string what, int rounds, Action ours, string theirs, int repeats = 1)
            {
                WorkPool.Threads = threads;
                var times = Rounds.Run(rounds, Rounds.Timed(repeats, ours), () => octave.Milliseconds(theirs));
                Console.WriteLine(Invariant($"| {what} | {threads} | {Rounds.Median(times[0]):F1} | {Rounds.Median(times[1]):F1} | {Rounds.Ratio(times[0], times[1]):F3} |"));
            }
        }

        long before = GC.GetTotalAllocatedBytes(precise: true);
        load.Load();
        Console.WriteLine(Invariant($"load allocates {(GC.GetTotalAllocatedBytes(precise: true) - before) / MatLoad.DataSize:F2} times the data"));
        return 0;
    }

    /// <summary>An Octave that does the work it is told to and says how long it took.</summary>
    private sealed class Octave : IDisposable
    {
        private readonly Process _process;

        public Octave(string toolbox, int threads)
        {
            var start = new ProcessStartInfo("octave-cli", ["--norc", "-q", Repository.Path("scripts", "bench-vs-octave.m"), Path.GetFullPath(toolbox), Repository.Root])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            start.Environment["OPENBLAS_NUM_THREADS"] = start.Environment["OMP_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture);
            _process = Process.Start(start)!;
        }

        public double Milliseconds(string work)
        {
            _process.StandardInput.WriteLine(work + "\n"); // Octave's fgetl returns when it has seen what follows the line
            _process.StandardInput.Flush();
            const string mark = "milliseconds ";
            while (_process.StandardOutput.ReadLine() is { } line)
                if (line.StartsWith(mark, StringComparison.Ordinal))
                    return double.Parse(line.AsSpan(mark.Length), CultureInfo.InvariantCulture);
            throw new InvalidOperationException($"Octave ended during '{work}'");
        }

        public void Dispose()
        {
            _process.StandardInput.Close();
            _process.WaitForExit();
            _process.Dispose();
        }
    }
}
