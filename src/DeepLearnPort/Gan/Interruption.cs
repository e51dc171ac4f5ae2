namespace DeepLearnPort;

/// <summary>
/// Lets whoever calls a training break it off between two minibatches, where the training's own function has no place for a
/// token.
/// </summary>
internal static class Interruption
{
    private static readonly AsyncLocal<CancellationToken> Token = new();

    /// <summary>Until the result is disposed, trainings of this flow of execution end when the token is cancelled.</summary>
    public static IDisposable By(CancellationToken token)
    {
        var restore = new Restore(Token.Value);
        Token.Value = token;
        return restore;
    }

    /// <summary>Called between minibatches.</summary>
    /// <exception cref="OperationCanceledException">The training is to end.</exception>
    public static void Check() => Token.Value.ThrowIfCancellationRequested();

    private sealed class Restore(CancellationToken before) : IDisposable
    {
        public void Dispose() => Token.Value = before;
    }
}
