using System.Runtime.ExceptionServices;

namespace DeepLearnPort;

/// <summary>
/// Work that may never end, on a thread of its own that is left behind when its time is up: .NET cannot end a thread.
/// </summary>
internal static class OwnThread
{
    /// <summary>Does the work, and waits for it as long as is allowed.</summary>
    /// <param name="work">The work; where it asks <see cref="Interrupt"/>, it ends when nobody waits for it any more.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="result">What the work returned; default when its time is up. What it throws is thrown here.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>Whether the work ended in time.</returns>
    /// <exception cref="OperationCanceledException">The waiting was cancelled.</exception>
    public static bool Run<T>(Func<T> work, TimeSpan limit, out T? result, CancellationToken cancel)
    {
        T? returned = default;
        ExceptionDispatchInfo? thrown = null;
        var done = new ManualResetEventSlim(); // neither is disposed: a thread left behind may still use them
        var givenUp = new CancellationTokenSource();
        var thread = new Thread(() =>
        {
            try
            {
                Interrupt.On(givenUp.Token);
                returned = work();
            }
            catch (Exception e)
            {
                thrown = ExceptionDispatchInfo.Capture(e);
            }
            done.Set();
        })
        { IsBackground = true, Name = "DeepLearnPort case" };
        thread.Start();
        bool inTime;
        try
        {
            inTime = done.Wait(limit, cancel);
        }
        catch (OperationCanceledException)
        {
            givenUp.Cancel();
            throw;
        }
        if (!inTime)
        {
            givenUp.Cancel();
            result = default;
            return false;
        }
        thrown?.Throw();
        result = returned;
        return true;
    }
}
