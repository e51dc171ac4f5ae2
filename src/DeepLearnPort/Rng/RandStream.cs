namespace DeepLearnPort;

/// <summary>
/// A source of random numbers that draws as MATLAB or Octave does: the uniform and the normal generator of one engine,
/// with the engine's own rules for <c>randi</c>, <c>randperm</c> and for seeding. Not safe for use by two threads at once.
/// </summary>
/// <remarks>
/// The ambient stream starts as MATLAB does; <c>rng("octave")</c>, or assigning <see cref="Global"/>, changes the engine.
/// Every function that draws takes one as its last argument and uses <see cref="Global"/> when that is left out.
/// k draws one at a time are the same numbers as k draws at once.
/// </remarks>
public abstract class RandStream
{
    private static readonly Ambient Process = new(new MatlabStream());
    private static readonly AsyncLocal<Ambient?> Flow = new();

    /// <summary>
    /// The stream that <c>rand</c> and the others draw from when none is given: the one of the innermost
    /// <see cref="Use"/> around the call, otherwise the one of the process. Assigning replaces that same one.
    /// </summary>
    public static RandStream Global
    {
        get => (Flow.Value ?? Process).Stream;
        set => (Flow.Value ?? Process).Stream = value ?? throw new ArgumentNullException(nameof(value), "a stream is required");
    }

    /// <summary>The engine whose streams these are, as recorded cases name it: <c>matlab</c> or <c>octave</c>.</summary>
    public abstract string Engine { get; }

    /// <summary>Makes a stream of an engine in its start state: what <c>rng('default')</c> leaves.</summary>
    /// <param name="engine"><c>matlab</c> or <c>octave</c>.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="ArgumentException">Another engine.</exception>
    public static RandStream ForEngine(string engine) => engine switch
    {
        "matlab" => new MatlabStream(),
        "octave" => new OctaveStream(),
        _ => throw new ArgumentException($"the engines are 'matlab' and 'octave'; given '{engine}'", nameof(engine)),
    };

    /// <summary>
    /// Makes a stream the ambient one for the code that follows, what it awaits and the tasks it starts, until the result
    /// is disposed: <c>using (RandStream.Use(stream)) { … }</c>. Code that runs elsewhere at the same time does not see it.
    /// </summary>
    /// <param name="stream">The stream to draw from.</param>
    /// <returns>Restores what was ambient before when disposed.</returns>
    public static IDisposable Use(RandStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var restore = new Restore(Flow.Value);
        Flow.Value = new Ambient(stream);
        return restore;
    }

    /// <summary>Fills with uniform draws from the open interval (0, 1), in stream order (MATLAB: column by column).</summary>
    /// <param name="destination">Receives the draws; one uniform each.</param>
    public abstract void Rand(Span<double> destination);

    /// <summary>Fills with standard normal draws, in stream order (MATLAB: column by column).</summary>
    /// <param name="destination">Receives the draws.</param>
    public abstract void Randn(Span<double> destination);

    /// <summary>Fills with draws from the exponential density of mean 1, in stream order; Octave's <c>rande</c>.</summary>
    /// <param name="destination">Receives the draws.</param>
    /// <exception cref="NotSupportedException">The engine has no <c>rande</c>, as MATLAB.</exception>
    public virtual void Rande(Span<double> destination) =>
        throw new NotSupportedException("rande is Octave's; MATLAB has none: use an Octave stream, or -log(rand) as MATLAB code does");

    /// <summary>A random permutation of 1..n, or its first k elements, as <c>randperm</c> gives it.</summary>
    /// <param name="n">Number of elements to permute.</param>
    /// <param name="k">How many of them are wanted; all n when left out.</param>
    /// <returns>k different numbers from 1..n.</returns>
    public abstract int[] Randperm(int n, int? k = null);

    /// <summary>Fills with whole numbers from the inclusive range, as <c>randi([low high], …)</c> does.</summary>
    /// <param name="low">Smallest value.</param>
    /// <param name="high">Largest value.</param>
    /// <param name="destination">Receives the draws.</param>
    public abstract void Randi(long low, long high, Span<double> destination);

    /// <summary>Fills with <c>rand &gt; threshold</c> as 1.0 or 0.0: a dropout mask. Draws as <see cref="Rand"/> does.</summary>
    /// <param name="threshold">A draw above it gives 1.</param>
    /// <param name="destination">Receives the mask; one uniform each.</param>
    public virtual void RandMask(double threshold, Span<double> destination) => Mask.Fill(Rand, threshold, destination);

    /// <summary>The state of one generator, as <c>s = rand('state')</c> returns it.</summary>
    /// <param name="function">Whose generator: <c>rand</c>, <c>randn</c> or, in Octave, <c>rande</c>.</param>
    /// <param name="method"><c>state</c>, <c>twister</c> or <c>seed</c>.</param>
    /// <returns>The elements of the column vector: 625 of a Mersenne twister.</returns>
    public abstract double[] GetState(string function, string method);

    /// <summary>Seeds one generator or puts a state back, as <c>rand('state', value)</c> does.</summary>
    /// <param name="function">Whose generator: <c>rand</c>, <c>randn</c> or, in Octave, <c>rande</c>.</param>
    /// <param name="method"><c>state</c>, <c>twister</c> or <c>seed</c>.</param>
    /// <param name="value">A seed, or all elements of what <see cref="GetState"/> returned.</param>
    public abstract void SetState(string function, string method, ReadOnlySpan<double> value);

    /// <summary>Seeds as <c>rng(seed)</c> or <c>rng(seed, generator)</c> does.</summary>
    /// <param name="seed">Whole number from 0 to 2^32 - 1.</param>
    /// <param name="generator">MATLAB's name of a generator, such as <c>twister</c>; the current one when left out.</param>
    public abstract void Reseed(double seed, string? generator = null);

    /// <summary>Puts back the engine's start state, as <c>rng('default')</c> does.</summary>
    public abstract void Reset();

    /// <summary>Seeds so that nothing repeats, as <c>rng('shuffle')</c> does.</summary>
    public abstract void Shuffle();

    /// <summary>What <c>s = rng</c> returns.</summary>
    /// <returns>The generator and its state.</returns>
    public abstract RngState Save();

    /// <summary>Puts back what <see cref="Save"/> returned, as <c>rng(s)</c> does.</summary>
    /// <param name="state">The generator and its state.</param>
    public abstract void Load(RngState state);

    /// <summary>A copy that draws the same numbers from here on, independently.</summary>
    /// <returns>The copy.</returns>
    public abstract RandStream Clone();

    private protected static int CheckedCount(int n, int? k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        int count = k ?? n;
        return count >= 0 && count <= n
            ? count
            : throw new ArgumentOutOfRangeException(nameof(k), $"randperm(n, k) takes k from 0 to n; given n = {n} and k = {count}");
    }

    private protected static void CheckRange(long low, long high)
    {
        const long flintmax = 1L << 53;
        if (low > high || low <= -flintmax || high >= flintmax || high - low >= flintmax - 2)
            throw new ArgumentOutOfRangeException(nameof(high), Invariant($"randi([low high]) takes whole numbers low <= high within 2^53; given [{low} {high}]"));
    }

    private protected static Mat Column(double[] elements) => Mat.Build.Dense(elements.Length, 1, elements);

    private sealed class Ambient(RandStream stream)
    {
        public RandStream Stream { get; set; } = stream;
    }

    private sealed class Restore(Ambient? before) : IDisposable
    {
        public void Dispose() => Flow.Value = before;
    }
}
