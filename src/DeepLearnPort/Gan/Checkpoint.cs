using System.Text.Json;

namespace DeepLearnPort;

/// <summary>A run as it stood after an alternation, in one file that is replaced whole or not at all.</summary>
internal static class Checkpoint
{
    /// <summary>The file's name in the run's folder.</summary>
    public const string FileName = "checkpoint.mat";

    /// <summary>Settings of a run that are not the experiment's own.</summary>
    public sealed record Settings(GanOptions Options, int SnapshotEvery, int CheckpointEvery);

    public static void Write(string directory, Gan gan, Settings settings) =>
        MatFile.Save(Path.Combine(directory, FileName),
            [new("settings", JsonSerializer.Serialize(settings)), new("samples", gan.Data.Count), new("pixels", gan.Data.Pixels), .. gan.State()],
            MatWriteOptions.Plain);

    /// <summary>What a folder's checkpoint holds.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">The file is another's.</exception>
    public static (Settings Settings, IReadOnlyDictionary<string, MatValue> State) Read(string directory)
    {
        string path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
            throw new FileNotFoundException($"{directory} has no {FileName}: only a run with checkpoints can be resumed");
        var state = MatFile.Load(path);
        if (!state.TryGetValue("settings", out var settings) || settings is not MatChar || !state.ContainsKey("stream_state"))
            throw new InvalidDataException($"{path} is not a checkpoint of dlport gan");
        return (JsonSerializer.Deserialize<Settings>(settings.AsString())!, state);
    }

    /// <summary>The data are those that the run was begun with, as far as their number tells.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static void RequireSameData(IReadOnlyDictionary<string, MatValue> state, RealData data)
    {
        var (samples, pixels) = ((int)state["samples"].AsDouble(), (int)state["pixels"].AsDouble());
        if (samples != data.Count || pixels != data.Pixels)
            throw new ArgumentException($"the run was begun with {samples} samples of {pixels} numbers; the data given have {data.Count} of {data.Pixels}");
    }
}
