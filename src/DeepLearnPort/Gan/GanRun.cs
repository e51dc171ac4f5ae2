namespace DeepLearnPort;

/// <summary>A run of the experiment that leaves its log, pictures, networks and report in a folder.</summary>
/// <remarks>
/// Writes <c>log.csv</c> (a row as each alternation ends), <c>samples-NNNNN.png</c> (what the same noise gives after
/// alternation NNNNN), <c>checkpoint.mat</c> if asked for, and at the end <c>losses.png</c>, <c>nearest.png</c> (each sample
/// beside the training image nearest to it) or <c>gaussian.png</c> (four moments in one picture), <c>networks.mat</c>
/// (<c>nn_G</c>, <c>nn_D</c> as MATLAB structs, and <c>gan</c>, which says how G's inputs are made) and <c>report.html</c>.
/// </remarks>
public sealed class GanRun
{
    private const int SampleColumns = 10;
    private const double CollapsedSpread = 0.05;
    private readonly string _directory;
    private readonly Checkpoint.Settings _settings;
    private readonly List<Alternation> _log = [];
    private readonly List<(int Iteration, string File)> _snapshots = [];

    /// <summary>Sets up the networks and the folder.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="data">What to imitate, with labels if the settings are conditional.</param>
    /// <param name="directory">Where to write; made if it is not there. Files of an earlier run with the same names are replaced.</param>
    /// <param name="snapshotEvery">Alternations between samples; they are always made at the end.</param>
    /// <param name="checkpointEvery">Alternations between checkpoints, the first before any alternation; 0: none.</param>
    /// <exception cref="ArgumentException">A setting does not fit; the message names it.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public GanRun(GanOptions options, RealData data, string directory, int snapshotEvery, int checkpointEvery = 0)
        : this(new Checkpoint.Settings(options, snapshotEvery, checkpointEvery), data, directory)
    {
        foreach (string old in Directory.GetFiles(_directory, "samples-*.png"))
            File.Delete(old);
        File.Delete(Path.Combine(_directory, Checkpoint.FileName));
        SaveCheckpoint();
    }

    private GanRun(Checkpoint.Settings settings, RealData data, string directory)
    {
        if (settings.SnapshotEvery < 1)
            throw new ArgumentException($"snapshot-every must be at least 1; was {settings.SnapshotEvery}");
        if (settings.CheckpointEvery < 0)
            throw new ArgumentException($"checkpoint-every must not be negative; was {settings.CheckpointEvery}");
        _settings = settings;
        Gan = Gan.Create(settings.Options, data);
        _directory = Directory.CreateDirectory(directory).FullName;
    }

    /// <summary>The settings that a folder's run was begun with.</summary>
    /// <param name="directory">The folder of a run with checkpoints.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="IOException">There is no checkpoint.</exception>
    public static GanOptions OptionsOf(string directory) => Checkpoint.Read(directory).Settings.Options;

    /// <summary>Goes on with a run at its last checkpoint; its end is the same, bit for bit, as without the break.</summary>
    /// <param name="data">The data that the run was begun with.</param>
    /// <param name="directory">The run's folder.</param>
    /// <returns>The run, which stands after the alternation of the checkpoint.</returns>
    /// <exception cref="IOException">There is no checkpoint, or the log does not reach it.</exception>
    /// <exception cref="ArgumentException">The data are others.</exception>
    public static GanRun Resume(RealData data, string directory)
    {
        var (settings, state) = Checkpoint.Read(directory);
        Checkpoint.RequireSameData(state, data);
        var run = new GanRun(settings, data, directory);
        run.Gan.Restore(state);
        if (run.Gan.Iteration > 0)
            run._log.AddRange(GanLog.Read(run.InDirectory("log.csv"), run.Gan.Iteration));
        for (int i = settings.SnapshotEvery; i <= run.Gan.Iteration; i += settings.SnapshotEvery)
            if (File.Exists(run.InDirectory(SamplesName(i))))
                run._snapshots.Add((i, SamplesName(i)));
        return run;
    }

    /// <summary>The experiment as it stands.</summary>
    public Gan Gan { get; }

    /// <summary>The alternations so far.</summary>
    public IReadOnlyList<Alternation> Log => _log;

    /// <summary>The last samples written, or null.</summary>
    public string? LastSamples => _snapshots.Count == 0 ? null : _snapshots[^1].File;

    /// <summary>
    /// How much the shown samples differ: the mean over the pixels of their standard deviation from sample to sample.
    /// Near 0 when every noise gives the same picture; about 0.17 for real MNIST digits.
    /// </summary>
    public double PixelSpread { get; private set; } = double.NaN;

    /// <summary>One sentence on whether the samples differ, or for numbers how close to the data they came.</summary>
    public string Verdict => Gan.Options.Gaussian ? GaussianFigure.Measure(Gan).ToString()
        : PixelSpread < CollapsedSpread
            ? Invariant($"The generator has collapsed: it makes one picture whatever the noise (the samples differ by {PixelSpread:F3} a pixel, real digits by 0.17).")
                + (Gan.Options.FreezeD ? "" : " That is what the article says of its experiment.")
            : Invariant($"The samples differ by {PixelSpread:F3} a pixel (real digits: 0.17).");

    /// <summary>Runs the alternations that are left, and writes what a finished run leaves.</summary>
    /// <param name="progress">Told of each alternation as it ends, or null.</param>
    /// <param name="cancel">Ends the run after the alternation in progress; what was done is written as at the end.</param>
    public void Run(Action<Alternation>? progress = null, CancellationToken cancel = default)
    {
        var display = Display.Writer;
        Display.Writer = TextWriter.Null; // the epoch line of every nntrain; progress says more
        try
        {
            using var log = new GanLog(InDirectory("log.csv"), _log);
            while (Gan.Iteration < Gan.Options.Iterations && !cancel.IsCancellationRequested)
            {
                var alternation = Gan.Step();
                _log.Add(alternation);
                log.Write(alternation);
                if (Gan.Iteration % _settings.SnapshotEvery == 0)
                    WriteSamples();
                if (_settings.CheckpointEvery > 0 && Gan.Iteration % _settings.CheckpointEvery == 0)
                    SaveCheckpoint();
                progress?.Invoke(alternation);
            }
        }
        finally
        {
            Display.Writer = display;
        }
        if (cancel.IsCancellationRequested)
            SaveCheckpoint();
        Finish();
    }

    private void SaveCheckpoint()
    {
        if (_settings.CheckpointEvery > 0)
            Checkpoint.Write(_directory, Gan, _settings);
    }

    private void WriteSamples()
    {
        string file = SamplesName(Gan.Iteration);
        var samples = Gan.Samples();
        if (Gan.Options.Gaussian)
            GaussianFigure.WritePng(InDirectory(file), Gan);
        else
            ImageGrid.WritePng(InDirectory(file), samples, SampleColumns);
        _snapshots.Add((Gan.Iteration, file));
        PixelSpread = Gan.PixelSpread(samples);
    }

    private void Finish()
    {
        if (_log.Count == 0)
            return;
        if (_snapshots.Count == 0 || _snapshots[^1].Iteration != Gan.Iteration || double.IsNaN(PixelSpread))
        {
            _snapshots.RemoveAll(snapshot => snapshot.Iteration == Gan.Iteration);
            WriteSamples();
        }
        GanPlots.WritePng(InDirectory("losses.png"), _log);
        if (Gan.Options.Gaussian)
            ImageGrid.WritePng(InDirectory("gaussian.png"), [.. FourMoments().Select(file => File.ReadAllBytes(InDirectory(file)))], 2);
        else
            WriteNearest();
        MatFile.Save(InDirectory("networks.mat"), [new("nn_G", MatConvert.From(Gan.nn_G)), new("nn_D", MatConvert.From(Gan.nn_D)), Gan.About]);
        GanReport.Write(InDirectory("report.html"), this, _directory, _snapshots);
    }

    // Each sample with the training image nearest to it on its right.
    private void WriteNearest()
    {
        var samples = Gan.Samples();
        var nearest = Gan.Data.Rows(Distances.Nearest(samples, Gan.Data));
        var pairs = Mat.Build.Dense(2 * samples.RowCount, samples.ColumnCount);
        for (int i = 0; i < samples.RowCount; i++)
        {
            pairs.SetRow(2 * i, samples.Row(i));
            pairs.SetRow(2 * i + 1, nearest.Row(i));
        }
        ImageGrid.WritePng(InDirectory("nearest.png"), pairs, 2 * SampleColumns);
    }

    // The first snapshot, the last and two between, closer to the start, where more happens.
    private IEnumerable<string> FourMoments()
    {
        int last = _snapshots.Count - 1;
        return new[] { 0, last / 10, last / 3, last }.Select(i => _snapshots[i].File);
    }

    private string InDirectory(string file) => Path.Combine(_directory, file);

    private static string SamplesName(int iteration) => $"samples-{iteration:D5}.png";
}
