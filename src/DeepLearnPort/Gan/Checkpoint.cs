using System.Text.Json;

namespace DeepLearnPort;

/// <summary>A run as it stood after an alternation, in one file that is replaced whole or not at all.</summary>
internal static class Checkpoint
{
    /// <summary>Settings of a run that are not the experiment's own.</summary>
    public sealed record Settings(GanOptions Options, int SnapshotEvery, int CheckpointEvery)
    {
        /// <summary>They are right by themselves.</summary>
        /// <exception cref="ArgumentException">One is not; the message names it.</exception>
        public void Check()
        {
            CheckOwn();
            Options.Check();
        }

        /// <summary>They are right, and the data fit: pictures can be drawn of them.</summary>
        /// <exception cref="ArgumentException">Something does not fit; the message names it.</exception>
        public void Check(RealData data)
        {
            CheckOwn();
            Options.Check(data);
            if (!Options.Gaussian && Options.ImageHeight == 0 && data.ImageHeight == 0)
                throw new ArgumentException(
                    $"image-height must say how many rows an image has: train_x has {data.Pixels} pixels, which make no square");
        }

        private void CheckOwn()
        {
            ArgumentNullException.ThrowIfNull(Options, "options");
            if (SnapshotEvery < 1)
                throw new ArgumentException($"snapshot-every must be at least 1; was {SnapshotEvery}");
            if (CheckpointEvery < 0)
                throw new ArgumentException($"checkpoint-every must not be negative; was {CheckpointEvery}");
        }
    }

    public static void Write(string directory, Gan gan, Settings settings) =>
        MatFile.Save(Path.Combine(directory, RunFiles.Checkpoint),
            [new("settings", JsonSerializer.Serialize(settings)), new("samples", gan.Data.Count), new("pixels", gan.Data.Pixels), .. gan.State()],
            MatWriteOptions.Plain);

    /// <summary>What a folder's checkpoint holds; the settings are checked, the state is when a run takes it.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">The file is another's, or a setting in it is not right.</exception>
    public static (Settings Settings, SavedVariables State) Read(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        string path = Path.Combine(directory, RunFiles.Checkpoint);
        if (!File.Exists(path))
            throw new FileNotFoundException(
                $"{directory} has no {RunFiles.Checkpoint}: only a run with checkpoints can be resumed");
        var state = MatFile.Load(path);
        if (!state.TryGetValue("settings", out var settings) || settings is not MatChar || !state.ContainsKey("stream_state"))
            throw new InvalidDataException($"{path} is not a checkpoint of dlport gan");
        return (Parsed(settings, path), new(path, state));
    }

    /// <summary>The data are those that the run was begun with, as far as their number tells.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static void RequireSameData(SavedVariables state, RealData data)
    {
        var (samples, pixels) = (state.Whole("samples", 1, int.MaxValue), state.Whole("pixels", 1, int.MaxValue));
        if (samples != data.Count || pixels != data.Pixels)
            throw new ArgumentException($"the run was begun with {samples} samples of {pixels} numbers; "
                + $"the data given have {data.Count} of {data.Pixels}");
    }

    private static Settings Parsed(MatValue json, string path)
    {
        try
        {
            var settings = JsonSerializer.Deserialize<Settings>(json.AsString()) ?? throw new JsonException("there are none");
            settings.Check();
            return settings;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidCastException)
        {
            throw new InvalidDataException($"{path}: settings: {e.Message}", e);
        }
    }
}
