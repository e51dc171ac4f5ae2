namespace DeepLearnPort;

/// <summary>A run of the experiment that leaves its log, pictures, networks and report in a folder.</summary>
/// <remarks>
/// Writes <c>log.csv</c> (a row as each alternation ends), <c>samples-NNNNN.png</c> (the images made from every
/// images/60th row of the noise after alternation NNNNN, as the article shows them), and at the end <c>losses.png</c>,
/// <c>networks.mat</c> (<c>nn_G</c>, <c>nn_D</c> as MATLAB structs) and <c>report.html</c>.
/// </remarks>
public sealed class GanRun
{
    private const int Samples = 60, SampleColumns = 10;
    private readonly GanOptions _options;
    private readonly string _directory;
    private readonly int _snapshotEvery;
    private readonly int[] _shown;
    private readonly List<Alternation> _log = [];
    private readonly List<(int Iteration, string File)> _snapshots = [];

    /// <summary>Sets up the networks and the folder.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="images">The real images.</param>
    /// <param name="directory">Where to write; made if it is not there. Files of an earlier run with the same names are replaced.</param>
    /// <param name="snapshotEvery">Alternations between sample grids; one is always made at the end.</param>
    /// <exception cref="ArgumentException">A setting does not fit; the message names it.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public GanRun(GanOptions options, ImageSet images, string directory, int snapshotEvery)
    {
        if (snapshotEvery < 1)
            throw new ArgumentException($"snapshot-every must be at least 1; was {snapshotEvery}", nameof(snapshotEvery));
        Gan = new Gan(options, images);
        _options = options;
        _directory = Directory.CreateDirectory(directory).FullName;
        _snapshotEvery = snapshotEvery;
        int samples = Math.Min(Samples, images.Count);
        _shown = [.. Enumerable.Range(1, samples).Select(i => i * (images.Count / samples))];
    }

    /// <summary>The experiment as it stands.</summary>
    public Gan Gan { get; }

    /// <summary>The alternations so far.</summary>
    public IReadOnlyList<Alternation> Log => _log;

    /// <summary>The last grid of samples written, or null.</summary>
    public string? LastSamples => _snapshots.Count == 0 ? null : _snapshots[^1].File;

    /// <summary>
    /// How much the shown samples differ: the mean over the pixels of their standard deviation from sample to sample.
    /// Near 0 when every noise gives the same picture; about 0.17 for real MNIST digits.
    /// </summary>
    public double PixelSpread { get; private set; } = double.NaN;

    /// <summary>Runs the alternations that are left, and writes what a finished run leaves.</summary>
    /// <param name="progress">Told of each alternation as it ends, or null.</param>
    /// <param name="cancel">Ends the run after the alternation in progress; what was done is written as at the end.</param>
    public void Run(Action<Alternation>? progress = null, CancellationToken cancel = default)
    {
        var display = Display.Writer;
        Display.Writer = TextWriter.Null; // the epoch line of every nntrain; progress says more
        try
        {
            using var log = new GanLog(Path.Combine(_directory, "log.csv"));
            while (Gan.Iteration < _options.Iterations && !cancel.IsCancellationRequested)
            {
                var alternation = Gan.Step();
                _log.Add(alternation);
                log.Write(alternation);
                if (Gan.Iteration % _snapshotEvery == 0)
                    WriteSamples();
                progress?.Invoke(alternation);
            }
        }
        finally
        {
            Display.Writer = display;
        }
        Finish();
    }

    private void WriteSamples()
    {
        string file = $"samples-{Gan.Iteration:D5}.png";
        var images = Gan.Generate(_shown);
        ImageGrid.WritePng(Path.Combine(_directory, file), images, SampleColumns);
        _snapshots.Add((Gan.Iteration, file));
        PixelSpread = images.EnumerateColumns().Average(pixel => MathNet.Numerics.Statistics.Statistics.PopulationStandardDeviation(pixel));
    }

    private void Finish()
    {
        if (_log.Count == 0)
            return;
        if (_snapshots.Count == 0 || _snapshots[^1].Iteration != Gan.Iteration)
            WriteSamples();
        GanPlots.WritePng(Path.Combine(_directory, "losses.png"), _log);
        MatFile.Save(Path.Combine(_directory, "networks.mat"), [new("nn_G", MatConvert.From(Gan.nn_G)), new("nn_D", MatConvert.From(Gan.nn_D))]);
        GanReport.Write(Path.Combine(_directory, "report.html"), _options, _log, PixelSpread,
            Path.Combine(_directory, "losses.png"), [.. _snapshots.Select(s => (s.Iteration, Path.Combine(_directory, s.File)))]);
    }
}
