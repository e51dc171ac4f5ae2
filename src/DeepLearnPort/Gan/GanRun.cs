namespace DeepLearnPort;

/// <summary>A run of the experiment that leaves its log, pictures, networks and report in a folder.</summary>
/// <remarks>
/// Writes <c>log.csv</c> (a row as each alternation ends), <c>samples-NNNNN.png</c> (what the same noise gives after
/// alternation NNNNN), <c>checkpoint.mat</c> if asked for or stopped, and at the end <c>networks.mat</c> (<c>nn_G</c>,
/// <c>nn_D</c> as MATLAB structs, and <c>gan</c>, which says how G's inputs are made), <c>losses.png</c>, <c>nearest.png</c>
/// (each sample beside the training image nearest to it) or <c>gaussian.png</c> (four moments in one picture) and
/// <c>report.html</c>. The networks come first, and a file that cannot be made does not take the rest along: see
/// <see cref="Failures"/>.
/// </remarks>
public sealed partial class GanRun
{
    private readonly string _directory;
    private readonly RunFolder? _held;
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
    /// <exception cref="IOException">The folder cannot be made, or another run is writing to it.</exception>
    public GanRun(GanOptions options, RealData data, string directory, int snapshotEvery, int checkpointEvery = 0)
        : this(new Checkpoint.Settings(options, snapshotEvery, checkpointEvery), data, directory, null)
    {
        using var folder = RunFolder.Enter(directory);
        Begin(folder);
    }

    /// <summary>The same in a folder that the caller has entered, and keeps until the run is over.</summary>
    internal GanRun(Checkpoint.Settings settings, RealData data, RunFolder folder)
        : this(settings, data, folder.Path, folder) => Begin(folder);

    private GanRun(Checkpoint.Settings settings, RealData data, string directory, RunFolder? held)
    {
        settings.Check(data);
        (_settings, _directory, _held) = (settings, Path.GetFullPath(directory), held);
        Gan = Gan.Create(settings.Options, data);
    }

    /// <summary>The settings that a folder's run was begun with.</summary>
    /// <param name="directory">The folder of a run with checkpoints.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="IOException">There is no checkpoint.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is none; the message names what is wrong in it.</exception>
    public static GanOptions OptionsOf(string directory) => Checkpoint.Read(directory).Settings.Options;

    /// <summary>Goes on with a run at its last checkpoint; its end is the same, bit for bit, as without the break.</summary>
    /// <param name="data">The data that the run was begun with.</param>
    /// <param name="directory">The run's folder.</param>
    /// <returns>The run, which stands after the alternation of the checkpoint.</returns>
    /// <exception cref="IOException">There is no checkpoint, or the log does not reach it.</exception>
    /// <exception cref="InvalidDataException">
    /// The checkpoint or the log is damaged; the message names what is wrong in it.
    /// </exception>
    /// <exception cref="ArgumentException">The data are others.</exception>
    public static GanRun Resume(RealData data, string directory) => Resume(data, directory, null);

    internal static GanRun Resume(RealData data, string directory, RunFolder? held)
    {
        ArgumentNullException.ThrowIfNull(data);
        var (settings, state) = Checkpoint.Read(directory);
        Checkpoint.RequireSameData(state, data);
        var run = new GanRun(settings, data, directory, held);
        run.Gan.Restore(state);
        if (run.Gan.Iteration > 0)
            run._log.AddRange(GanLog.Read(run.InDirectory(RunFiles.Log), run.Gan.Iteration));
        for (long i = settings.SnapshotEvery; i <= run.Gan.Iteration; i += settings.SnapshotEvery)
            if (File.Exists(run.InDirectory(RunFiles.Samples((int)i))))
                run._snapshots.Add(((int)i, RunFiles.Samples((int)i)));
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

    /// <summary>
    /// One sentence on whether the training has gone well: whether the samples differ, or for numbers how close to the data they
    /// came.
    /// </summary>
    public string Verdict => GanVerdict.Of(this);

    /// <summary>Runs the alternations that are left, and writes what a finished run leaves.</summary>
    /// <param name="progress">Told of each alternation as it ends, or null.</param>
    /// <param name="cancel">
    /// Ends the run after the alternation in progress, or before it where that takes long; what was done is written as at the
    /// end, and a checkpoint to go on from.
    /// </param>
    /// <exception cref="IOException">
    /// Another run is writing to the folder, or the log or the networks cannot be written.
    /// </exception>
    public void Run(Action<Alternation>? progress = null, CancellationToken cancel = default)
    {
        using var entered = _held is null ? RunFolder.Enter(_directory) : null;
        var display = Display.Writer;
        Display.Writer = TextWriter.Null; // the epoch line of every nntrain; progress says more
        try
        {
            using var log = new GanLog(InDirectory(RunFiles.Log), _log);
            while (Gan.Iteration < Gan.Options.Iterations && Gan.Step(cancel) is { } alternation)
            {
                _log.Add(alternation);
                Attempt(RunFiles.Log, () => log.Write(alternation));
                if (Gan.Iteration % _settings.SnapshotEvery == 0)
                    WriteSamples();
                if (_settings.CheckpointEvery > 0 && Gan.Iteration % _settings.CheckpointEvery == 0)
                    Attempt(RunFiles.Checkpoint, SaveCheckpoint);
                progress?.Invoke(alternation);
            }
        }
        finally
        {
            Display.Writer = display;
        }
        bool done = Gan.Iteration >= Gan.Options.Iterations;
        if (!done)
            Attempt(RunFiles.Checkpoint, SaveCheckpoint);
        Finish();
        if (done && _settings.CheckpointEvery == 0)
            File.Delete(InDirectory(RunFiles.Checkpoint)); // of a time when it was stopped
    }

    private void Begin(RunFolder folder)
    {
        foreach (string old in Directory.GetFiles(_directory, "samples-*.png"))
            File.Delete(old);
        File.Delete(folder[RunFiles.Checkpoint]);
        if (_settings.CheckpointEvery > 0)
            SaveCheckpoint();
    }

    private void SaveCheckpoint() => Checkpoint.Write(_directory, Gan, _settings);

    private string InDirectory(string file) => Path.Combine(_directory, file);
}
