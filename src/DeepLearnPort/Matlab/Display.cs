namespace DeepLearnPort;

/// <summary>Where the lines go that MATLAB functions display, such as the epoch line of <see cref="Toolbox.nntrain"/>.</summary>
public static class Display
{
    private static readonly AsyncLocal<TextWriter?> Current = new();

    /// <summary>
    /// The console unless set. Setting it holds for the calling flow of execution and what it starts, not for other threads;
    /// <see cref="TextWriter.Null"/> silences it. A writer that fails ends no training, whose lines are then lost.
    /// </summary>
    public static TextWriter Writer
    {
        get => Current.Value ?? Console.Out;
        set => Current.Value = value;
    }

    /// <summary>
    /// A line about a training under way. Where it cannot be written, as on a full disk, the training goes on without it.
    /// </summary>
    internal static void Progress(string line)
    {
        try
        {
            Writer.WriteLine(line);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
            // Nobody reads it; hours of training would be lost for it.
        }
    }
}
