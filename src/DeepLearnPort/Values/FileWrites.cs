namespace DeepLearnPort;

/// <summary>
/// Whether the calling flow may write files: not while a recorded case is replayed, for that may come from a stranger.
/// </summary>
internal static class FileWrites
{
    private static readonly AsyncLocal<bool> Barred = new();

    /// <summary>Whether they are barred here and now.</summary>
    public static bool AreBarred => Barred.Value;

    /// <summary>Bars them until the result is disposed.</summary>
    public static IDisposable Bar()
    {
        var lift = new Lift(Barred.Value);
        Barred.Value = true;
        return lift;
    }

    private sealed class Lift(bool before) : IDisposable
    {
        public void Dispose() => Barred.Value = before;
    }
}
