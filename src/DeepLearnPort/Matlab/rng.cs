namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The generator in use and its state: <c>var s = rng();</c>.</summary>
    /// <param name="stream">Whose; the ambient stream's when left out.</param>
    /// <returns>What <see cref="rng(RngState, RandStream?)"/> takes back.</returns>
    public static RngState rng(RandStream? stream = null) => (stream ?? RandStream.Global).Save();

    /// <summary>Seeds: <c>rng(0)</c>, <c>rng(0, "twister")</c>.</summary>
    /// <param name="seed">Whole number from 0 to 2^32 - 1.</param>
    /// <param name="generator">MATLAB's name of a generator, such as <c>twister</c>; the current one when left out.</param>
    /// <param name="stream">What to seed; the ambient stream when left out.</param>
    /// <exception cref="NotSupportedException">The generator is not available.</exception>
    public static void rng(double seed, string? generator = null, RandStream? stream = null) =>
        (stream ?? RandStream.Global).Reseed(seed, generator);

    /// <summary>Puts back what <see cref="rng(RandStream?)"/> returned.</summary>
    /// <param name="s">The generator and its state.</param>
    /// <param name="stream">What to set; the ambient stream when left out.</param>
    public static void rng(RngState s, RandStream? stream = null) => (stream ?? RandStream.Global).Load(s);

    /// <summary>
    /// <c>rng("default")</c>: the engine's start state; <c>rng("shuffle")</c>: a seed that nobody can repeat. And of this
    /// library: <c>rng("octave")</c>, <c>rng("matlab")</c> choose whose random numbers are drawn from here on, from that
    /// engine's <c>rng("default")</c>.
    /// </summary>
    /// <param name="command">One of the four words.</param>
    /// <param name="stream">What to seed, for the first two; the ambient stream when left out.</param>
    /// <exception cref="ArgumentException">Another word, or an engine together with a stream.</exception>
    public static void rng(string command, RandStream? stream = null)
    {
        if (command is "octave" or "matlab" && stream is not null)
            throw new ArgumentException($"rng(\"{command}\") chooses the ambient engine; it takes no stream", nameof(stream));
        switch (command)
        {
            case "default": (stream ?? RandStream.Global).Reset(); break;
            case "shuffle": (stream ?? RandStream.Global).Shuffle(); break;
            case "matlab" or "octave": RandStream.Global = RandStream.ForEngine(command); break;
            default: throw new ArgumentException($"rng takes 'default' or 'shuffle', and 'octave' or 'matlab'; given '{command}'", nameof(command));
        }
    }
}
