namespace DeepLearnPort;

/// <summary>
/// Alternations of an experiment of its own, as small as it goes and thrown away, while the data are being read: the code that trains is
/// compiled by then, and the first alternation does not wait for it.
/// </summary>
internal sealed class WarmUp : IDisposable
{
    // Leaves a part of a tile of 24 rows, as a minibatch of 100 does.
    private const int Samples = 28, Side = 28;

    private readonly GanOptions _options;
    private readonly Thread? _thread;
    private volatile bool _ended;

    /// <summary>Begins, where there is a core for it.</summary>
    /// <param name="options">The settings of the run to come.</param>
    /// <exception cref="InvalidOperationException">
    /// The environment asks for a library that cannot be had, or for no number of threads.
    /// </exception>
    public WarmUp(GanOptions options)
    {
        FastLinearAlgebra.CheckEnvironment(); // here, where an exception can be caught
        _options = options with { Num = Samples, BatchSize = Samples, DSteps = 1, GSteps = 1, ImageHeight = 0 };
        if (Environment.ProcessorCount == 1)
            return;
        _thread = new Thread(Run) { IsBackground = true, Name = "DeepLearnPort warm-up" };
        _thread.Start();
    }

    /// <summary>Ends it, after the alternation in progress.</summary>
    public void Dispose()
    {
        _ended = true;
        _thread?.Join();
    }

    private void Run()
    {
        WorkPool.WorkAlone();
        Display.Writer = TextWriter.Null; // this thread's
        try
        {
            RealData data = _options.Gaussian
                ? new GaussianData(Samples, new OctaveStream())
                : ImageSet.Blank(Samples, Side * Side);
            var gan = Gan.Create(_options, data);
            while (!_ended)
                gan.Step();
        }
        catch (Exception)
        {
            // The run itself says what is wrong; on this thread it would end the process.
        }
    }
}
