using System.Diagnostics;

namespace DeepLearnPort;

public static partial class Toolbox
{
    private static readonly AsyncLocal<long> Started = new();

    /// <summary>Starts the clock that <see cref="toc"/> reads; each flow of execution has its own.</summary>
    public static void tic() => Started.Value = Stopwatch.GetTimestamp();

    /// <summary>Writes the time since <see cref="tic"/> to <see cref="Display.Writer"/>: <c>Elapsed time is 1.234567 seconds.</c></summary>
    /// <remarks>For the time as a number, use <see cref="Stopwatch"/>.</remarks>
    /// <exception cref="InvalidOperationException">There was no <see cref="tic"/>.</exception>
    public static void toc()
    {
        if (Started.Value == 0)
            throw new InvalidOperationException("toc needs a tic before it");
        Display.Writer.WriteLine(Invariant($"Elapsed time is {Stopwatch.GetElapsedTime(Started.Value).TotalSeconds:F6} seconds."));
    }
}
