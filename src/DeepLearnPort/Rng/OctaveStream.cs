using System.Security.Cryptography;

namespace DeepLearnPort;

/// <summary>
/// GNU Octave's random numbers: <c>rand</c>, <c>randn</c> and <c>rande</c> each with a Mersenne twister of its own, so
/// that seeding one never moves another. The same numbers as Octave 7.3, to the last bit.
/// </summary>
/// <remarks>
/// Octave itself starts in a state nobody can foresee; this stream starts as after <c>rng('default')</c>, that is
/// <c>rand('state', 0)</c>, <c>randn('state', 0)</c> and so on.
/// </remarks>
public sealed class OctaveStream : RandStream
{
    private const double TwoTo53 = 9007199254740992;

    private readonly MersenneTwister _rand, _randn, _rande;

    /// <summary>Seeds each generator, as <c>rand('state', seed); randn('state', seed); rande('state', seed)</c> does.</summary>
    /// <param name="seed">Any number; 0 to 2^32 - 1 give different streams.</param>
    public OctaveStream(double seed = 0)
    {
        (_rand, _randn, _rande) = (new(), new(), new());
        SeedAll(seed);
    }

    private OctaveStream(OctaveStream other) =>
        (_rand, _randn, _rande) = (other._rand.Clone(), other._randn.Clone(), other._rande.Clone());

    /// <inheritdoc/>
    public override string Engine => "octave";

    /// <inheritdoc/>
    public override void Rand(Span<double> destination) => _rand.Fill(destination);

    /// <inheritdoc/>
    public override void RandMask(double threshold, Span<double> destination) => _rand.FillMask(destination, threshold);

    /// <inheritdoc/>
    public override void Randn(Span<double> destination) => OctaveNormal.Fill(_randn, destination);

    /// <inheritdoc/>
    public override void Rande(Span<double> destination) => OctaveExponential.Fill(_rande, destination);

    /// <summary>The first k elements of a Knuth shuffle of 1..n, from k uniforms of <c>rand</c>'s generator.</summary>
    /// <inheritdoc/>
    public override int[] Randperm(int n, int? k = null)
    {
        int m = CheckedCount(n, k);
        var u = new double[m];
        _rand.Fill(u);
        int[] order = [.. Enumerable.Range(1, n)];
        for (int i = 0; i < m; i++)
        {
            int j = i + (int)(u[i] * (n - i));
            (order[i], order[j]) = (order[j], order[i]);
        }
        return m == n ? order : order[..m];
    }

    /// <summary>
    /// By rejection, from <c>rand</c>'s generator: for N numbers <c>ceil(N/p + 10*sqrt(N/p - N))</c> uniforms are drawn,
    /// p being the share that is not rejected.
    /// </summary>
    /// <inheritdoc/>
    public override void Randi(long low, long high, Span<double> destination)
    {
        CheckRange(low, high);
        double range = (double)high - low + 1, each = Math.Floor(TwoTo53 / range), kept = each * range;
        double n = destination.Length, share = n / (kept / TwoTo53);
        var u = new double[(int)Math.Ceiling(share + 10 * Math.Sqrt(share - n))];
        for (int found = -1; found < destination.Length;)
        {
            found = 0;
            _rand.Fill(u);
            foreach (double draw in u)
            {
                double v = draw * TwoTo53;
                if (v < kept && found < destination.Length)
                    destination[found++] = low + Math.Floor(v / each);
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The method is <c>seed</c>.</exception>
    public override double[] GetState(string function, string method)
    {
        var twister = Generator(function, method);
        var state = new double[MersenneTwister.Size + 1];
        for (int i = 0; i < MersenneTwister.Size; i++)
            state[i] = twister.State[i];
        state[^1] = MersenneTwister.Size + 1 - twister.Used;
        return state;
    }

    /// <summary>
    /// Seeds with one number or a vector of any length; 625 elements whose last is from 1 to 624 are a state put back.
    /// </summary>
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The method is <c>seed</c>.</exception>
    public override void SetState(string function, string method, ReadOnlySpan<double> value)
    {
        var twister = Generator(function, method);
        if (value.IsEmpty)
            throw new ArgumentException($"{function}('{method}', value) takes a number or a vector; the one given is empty", nameof(value));
        var key = new uint[value.Length];
        for (int i = 0; i < key.Length; i++)
            key[i] = ToWord(value[i]);
        if (key.Length == MersenneTwister.Size + 1 && key[^1] is > 0 and <= MersenneTwister.Size)
            twister.Load(key.AsSpan(..^1), MersenneTwister.Size + 1 - (int)key[^1]);
        else
            twister.Seed(key);
    }

    /// <inheritdoc/>
    public override void Reseed(double seed, string? generator = null)
    {
        if (generator is not (null or "twister"))
            throw new NotSupportedException($"rng(seed, '{generator}'): Octave's only generator here is 'twister'; MATLAB's own are those of a MATLAB stream");
        foreach (string function in (ReadOnlySpan<string>)["rand", "randn"])
            SetState(function, "state", [seed]);
    }

    /// <inheritdoc/>
    public override void Reset() => SeedAll(0);

    /// <summary>Seeds from the system's entropy, as <c>rng('shuffle')</c> does: nothing repeats.</summary>
    public override void Shuffle()
    {
        foreach (var twister in (ReadOnlySpan<MersenneTwister>)[_rand, _randn])
            twister.Seed(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(RandomNumberGenerator.GetBytes(128)));
    }

    /// <inheritdoc/>
    public override RngState Save() => new("twister", null, [Column(GetState("rand", "state")), Column(GetState("randn", "state"))]);

    /// <inheritdoc/>
    public override void Load(RngState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Type != "twister" || state.State.Length is 0 or > 2)
            throw new ArgumentException($"rng(s) takes Octave's settings: Type 'twister' and the states of rand and randn; given Type '{state.Type}' with {state.State.Length} states", nameof(state));
        SetState("rand", "state", state.State[0].ToColumnMajorArray());
        SetState("randn", "state", state.State[^1].ToColumnMajorArray());
    }

    /// <inheritdoc/>
    public override RandStream Clone() => new OctaveStream(this);

    private void SeedAll(double seed)
    {
        foreach (var twister in (ReadOnlySpan<MersenneTwister>)[_rand, _randn, _rande])
            twister.Seed([ToWord(seed)]);
    }

    private MersenneTwister Generator(string function, string method)
    {
        if (method == "seed")
            throw new NotSupportedException($"{function}('seed', …) selects Octave's old RANLIB generators, which are not here; use {function}('state', …)");
        if (method is not ("state" or "twister"))
            throw new ArgumentException($"{function}('{method}', …) is not known; use 'state' or 'twister'", nameof(method));
        return function switch
        {
            "rand" => _rand,
            "randn" => _randn,
            "rande" => _rande,
            _ => throw new ArgumentException($"no generator belongs to '{function}'; those of rand, randn and rande are here", nameof(function)),
        };
    }

    /// <summary>Octave's conversion to uint32: rounded, held to the range, 0 for what is not finite.</summary>
    private static uint ToWord(double value) =>
        double.IsFinite(value) ? (uint)Math.Clamp(Math.Round(value, MidpointRounding.AwayFromZero), 0, uint.MaxValue) : 0;
}
