namespace DeepLearnPort.Cli;

/// <summary>A command has stopped because it was asked to.</summary>
/// <param name="goingOn">How to go on.</param>
internal sealed class StoppedException(string goingOn) : OperationCanceledException($"stopped; {goingOn}");

/// <summary>
/// How a command ends when it is asked to: it gets a moment to return by itself, and is left behind after that, unless it is
/// saving what it has done.
/// </summary>
internal sealed class Stopping
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1), LongestSaving = TimeSpan.FromMinutes(1),
        Look = TimeSpan.FromMilliseconds(20);
    private static readonly AsyncLocal<Stopping?> Current = new();

    private volatile bool _saves;

    /// <summary>Runs a command on a thread of its own; it should look at the token often.</summary>
    /// <param name="run">The command, which returns its exit code.</param>
    /// <param name="cancel">Asks it to end.</param>
    /// <exception cref="OperationCanceledException">It was left behind, or said itself that it has stopped.</exception>
    public static async Task<int> RunAsync(Func<int> run, CancellationToken cancel)
    {
        var stopping = new Stopping();
        Current.Value = stopping;
        var work = Task.Run(run, CancellationToken.None);
        await Task.WhenAny(work, stopping.AfterAMoment(cancel));
        return work.IsCompleted ? await work : throw new OperationCanceledException(cancel);
    }

    /// <summary>From now on the command that calls is waited for: after the signal it saves, and then ends.</summary>
    public static void WaitsForSaving()
    {
        if (Current.Value is { } stopping)
            stopping._saves = true;
    }

    private async Task AfterAMoment(CancellationToken cancel)
    {
        await Task.Delay(Timeout.Infinite, cancel).ContinueWith(_ => { }, TaskScheduler.Default);
        await Task.Delay(Moment, CancellationToken.None);
        for (var waited = TimeSpan.Zero; _saves && waited < LongestSaving; waited += Look)
            await Task.Delay(Look, CancellationToken.None);
    }
}
