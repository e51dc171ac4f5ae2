using System.Runtime.ExceptionServices;

namespace DeepLearnPort;

/// <content>What it leaves beside the log.</content>
public sealed partial class GanRun
{
    private const int SampleColumns = 10;
    private readonly OrderedDictionary<string, string> _failures = [];

    /// <summary>Files that could not be made, with the reason. All others are there.</summary>
    public IReadOnlyDictionary<string, string> Failures => _failures;

    private void Finish()
    {
        if (_log.Count == 0)
            return;
        var lost = Attempt(RunFiles.Networks, SaveNetworks);
        if (_failures.ContainsKey(RunFiles.Log)
            && Attempt(RunFiles.Log, () => new GanLog(InDirectory(RunFiles.Log), _log).Dispose()) is null)
            _failures.Remove(RunFiles.Log); // all rows at once
        if (_snapshots.Count == 0 || _snapshots[^1].Iteration != Gan.Iteration || double.IsNaN(PixelSpread))
            WriteSamples();
        Attempt(RunFiles.Losses, () => GanPlots.WritePng(InDirectory(RunFiles.Losses), _log));
        if (Gan.Options.Gaussian)
            Attempt(RunFiles.Moments, WriteMoments);
        else
            Attempt(RunFiles.Nearest, WriteNearest);
        Attempt(RunFiles.Report, () => GanReport.Write(InDirectory(RunFiles.Report), this, _directory, _snapshots));
        lost?.Throw();
    }

    /// <summary>Makes a file; a failure is kept for the report, and returned.</summary>
    private ExceptionDispatchInfo? Attempt(string file, Action make)
    {
        try
        {
            make();
            return null;
        }
        catch (Exception e)
        {
            _failures[file] = e.Message;
            return ExceptionDispatchInfo.Capture(e);
        }
    }

    // Compressed where there is time: it takes seconds, and gains little.
    private void SaveNetworks() => MatFile.Save(InDirectory(RunFiles.Networks),
        [new("nn_G", MatConvert.From(Gan.nn_G)), new("nn_D", MatConvert.From(Gan.nn_D)), Gan.About],
        Gan.Iteration < Gan.Options.Iterations ? MatWriteOptions.Plain : MatWriteOptions.Default);

    private void WriteSamples()
    {
        string file = RunFiles.Samples(Gan.Iteration);
        _snapshots.RemoveAll(snapshot => snapshot.Iteration == Gan.Iteration);
        Attempt(file, () =>
        {
            var samples = Gan.Samples();
            PixelSpread = Gan.PixelSpread(samples);
            if (Gan.Options.Gaussian)
                GaussianFigure.WritePng(InDirectory(file), Gan);
            else
                ImageGrid.WritePng(InDirectory(file), samples, SampleColumns, height: Gan.ImageHeight);
            _snapshots.Add((Gan.Iteration, file));
        });
    }

    // Each sample with the training image nearest to it on its right; none where the sample is no picture.
    private void WriteNearest()
    {
        var samples = Gan.Samples();
        int[] nearest = Distances.Nearest(samples, Gan.Data);
        var pairs = Mat.Build.Dense(2 * samples.RowCount, samples.ColumnCount);
        for (int i = 0; i < samples.RowCount; i++)
        {
            pairs.SetRow(2 * i, samples.Row(i));
            if (nearest[i] > 0)
                pairs.SetRow(2 * i + 1, Gan.Data.Rows([nearest[i]]).Row(0));
        }
        ImageGrid.WritePng(InDirectory(RunFiles.Nearest), pairs, 2 * SampleColumns, height: Gan.ImageHeight);
    }

    private void WriteMoments()
    {
        if (_snapshots.Count == 0)
            throw new InvalidDataException($"there are no samples to show: {_failures[RunFiles.Samples(Gan.Iteration)]}");
        ImageGrid.WritePng(
            InDirectory(RunFiles.Moments), [.. FourMoments().Select(file => File.ReadAllBytes(InDirectory(file)))], 2);
    }

    // The first snapshot, the last and two between, closer to the start, where more happens.
    private IEnumerable<string> FourMoments()
    {
        int last = _snapshots.Count - 1;
        return new[] { 0, last / 10, last / 3, last }.Select(i => _snapshots[i].File);
    }
}
