namespace DeepLearnPort;

/// <summary>Where the lines go that MATLAB functions display, such as the epoch line of <see cref="Toolbox.nntrain"/>.</summary>
public static class Display
{
    private static readonly AsyncLocal<TextWriter?> Current = new();

    /// <summary>
    /// The console unless set. Setting it holds for the calling flow of execution and what it starts, not for other threads;
    /// <see cref="TextWriter.Null"/> silences it.
    /// </summary>
    public static TextWriter Writer
    {
        get => Current.Value ?? Console.Out;
        set => Current.Value = value;
    }
}
