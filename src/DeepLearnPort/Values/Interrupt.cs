namespace DeepLearnPort;

/// <summary>Ends work that nobody waits for any more: what may run for long asks between its rounds.</summary>
internal static class Interrupt
{
    [ThreadStatic]
    private static CancellationToken _token;

    /// <summary>From now on the calling thread's work ends once the token is cancelled.</summary>
    public static void On(CancellationToken token) => _token = token;

    /// <summary>Throws where the calling thread's work is to end.</summary>
    /// <exception cref="OperationCanceledException">It is.</exception>
    public static void Check() => _token.ThrowIfCancellationRequested();
}
