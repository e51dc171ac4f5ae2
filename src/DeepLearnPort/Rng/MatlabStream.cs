using System.Buffers;
using System.Security.Cryptography;

namespace DeepLearnPort;

/// <summary>
/// MATLAB's random numbers. It starts as MATLAB does, with one Mersenne twister for all functions; the first
/// <c>rand('state', …)</c>, <c>randn('seed', …)</c> or their like turn it to legacy mode, in which <c>rand</c> and
/// <c>randn</c> each have a generator of their own, until <c>rng('default')</c> or <c>rng(seed, generator)</c>.
/// </summary>
/// <remarks>
/// In legacy mode the one not yet seeded is what MATLAB 7.4 started with: <c>rand('twister', 5489)</c>,
/// <c>randn('state', 0)</c>. <c>randi</c> and <c>randperm</c> draw from <c>rand</c>'s generator. What is known of MATLAB's
/// streams, and how, is listed in <c>matlab-ref/MAP.md</c>; what is not throws <see cref="NotSupportedException"/>.
/// </remarks>
public sealed class MatlabStream : RandStream
{
    private MatlabGenerator _rand, _randn;
    private double? _seed;

    /// <summary>Starts as MATLAB does and as <c>rng('default')</c> leaves it: a Mersenne twister with seed 0.</summary>
    public MatlabStream()
    {
        _rand = _randn = Seeded(0, "twister");
        _seed = 0;
    }

    private MatlabStream(MatlabStream other)
    {
        _rand = other._rand.Clone();
        _randn = other.IsLegacy ? other._randn.Clone() : _rand;
        _seed = other._seed;
    }

    /// <summary>Whether <c>rand</c> and <c>randn</c> draw from generators of their own, as old MATLAB code asks for.</summary>
    public bool IsLegacy => _rand != _randn;

    /// <inheritdoc/>
    public override string Engine => "matlab";

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The generator is <c>v5normal</c>, whose uniforms are not known.</exception>
    public override void Rand(Span<double> destination) => _rand.Rand(destination);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The generator is <c>v5uniform</c>, whose normals are not known.</exception>
    public override void Randn(Span<double> destination) => _randn.Randn(destination);

    /// <inheritdoc/>
    public override void RandMask(double threshold, Span<double> destination) => _rand.RandMask(threshold, destination);

    /// <summary>The places of n uniforms in ascending order, as <c>[~, p] = sort(rand(1, n))</c> gives them.</summary>
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">k is given.</exception>
    public override int[] Randperm(int n, int? k = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (k is not null)
            throw new NotSupportedException("how MATLAB draws randperm(n, k) is not known; use randperm(n) and its first k numbers, or an Octave stream");
        double[] u = ArrayPool<double>.Shared.Rent(n);
        _rand.Rand(u.AsSpan(0, n));
        int[] order = SortOrder.OfUniforms(u.AsSpan(0, n));
        ArrayPool<double>.Shared.Return(u);
        return order;
    }

    /// <summary><c>low + floor((high - low + 1) * u)</c>, one uniform each.</summary>
    /// <inheritdoc/>
    public override void Randi(long low, long high, Span<double> destination)
    {
        CheckRange(low, high);
        double range = (double)high - low + 1;
        _rand.Rand(destination);
        foreach (ref double x in destination)
            x = low + Math.Floor(range * x);
    }

    /// <summary>The state: 625×1 (<c>twister</c>), 35×1 or 2×1 (<c>state</c> of rand or randn), 1×1 (<c>seed</c>).</summary>
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The function draws from another generator at the moment.</exception>
    public override double[] GetState(string function, string method)
    {
        string name = NameOf(function, method);
        var current = function == "rand" ? _rand : _randn;
        return current.Name == name
            ? current.GetState()
            : throw new InvalidOperationException($"{function} draws from the generator '{current.Name}', which has no {function}('{method}'); rng() returns its state");
    }

    /// <summary>Seeds one function's generator, or puts its state back, and turns to legacy mode.</summary>
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">
    /// <c>twister</c> with seed 0 or a vector of seeds, <c>randn('twister', …)</c>, and seeds not from 0..2^32 - 1: what
    /// MATLAB makes of them is not known.
    /// </exception>
    public override void SetState(string function, string method, ReadOnlySpan<double> value)
    {
        var generator = Legacy(function, NameOf(function, method), value);
        if (!IsLegacy)
            (_rand, _randn) = (Seeded(5489, "twister"), Seeded(0, "v5normal"));
        if (function == "rand")
            _rand = generator;
        else
            _randn = generator;
    }

    /// <summary>Seeds one generator for all functions.</summary>
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No generator is named in legacy mode, which MATLAB refuses.</exception>
    /// <exception cref="NotSupportedException">The generator is one of MATLAB's that is not here.</exception>
    public override void Reseed(double seed, string? generator = null)
    {
        if (generator is null && IsLegacy)
            throw new InvalidOperationException("rng(seed) does not reseed the legacy generators that a command such as rand('state', 0) selected; use rng('default') or rng(seed, 'twister') first");
        _rand = _randn = Seeded(seed, generator ?? _rand.Name);
        _seed = seed;
    }

    /// <inheritdoc/>
    public override void Reset() => Reseed(0, "twister");

    /// <inheritdoc/>
    public override void Shuffle() => Reseed(RandomNumberGenerator.GetInt32(int.MaxValue));

    /// <inheritdoc/>
    public override RngState Save() => IsLegacy
        ? new("Legacy", null, [Column(_rand.GetState()), Column(_randn.GetState())])
        : new(_rand.Name, _seed, [Column(_rand.GetState())]);

    /// <inheritdoc/>
    public override void Load(RngState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        bool legacy = state.Type.Equals("Legacy", StringComparison.OrdinalIgnoreCase);
        if (state.State.Length != (legacy ? 2 : 1))
            throw new ArgumentException($"settings of type '{state.Type}' hold {(legacy ? "the states of rand and of randn" : "one state")}; given {state.State.Length}", nameof(state));
        double[] first = state.State[0].ToColumnMajorArray(), last = state.State[^1].ToColumnMajorArray();
        var rand = Restored(first, legacy ? NameOfState(first.Length) : state.Type);
        _randn = legacy ? Restored(last, NameOfState(last.Length)) : rand;
        (_rand, _seed) = (rand, state.Seed);
    }

    /// <inheritdoc/>
    public override RandStream Clone() => new MatlabStream(this);

    private static MatlabGenerator Legacy(string function, string name, ReadOnlySpan<double> value)
    {
        if (value.Length != 1)
            return Restored(value, name);
        if (!(value[0] >= 0 && value[0] <= uint.MaxValue && value[0] == Math.Floor(value[0])))
            throw new NotSupportedException(Invariant($"what MATLAB makes of the seed {value[0]} is not known; use a whole number from 0 to 4294967295"));
        if (name == "twister" && value[0] == 0)
            throw new NotSupportedException("whether MATLAB's rand('twister', 0) is rand('twister', 5489), as rng(0) is, is not known; use 5489 or another seed");
        return Seeded(value[0], name);
    }

    private static MatlabGenerator Restored(ReadOnlySpan<double> state, string name)
    {
        var generator = Seeded(0, name);
        generator.SetState(state);
        return generator;
    }

    private static MatlabGenerator Seeded(double seed, string name) => name.ToLowerInvariant() switch
    {
        "twister" => new MatlabTwister(seed),
        "v5uniform" => new V5Uniform(seed),
        "v5normal" => new V5Normal(seed),
        "v4" => new V4(seed),
        "simdtwister" or "combrecursive" or "multfibonacci" or "philox" or "threefry" => throw new NotSupportedException($"MATLAB's generator '{name}' is not here; use 'twister', 'v5uniform', 'v5normal' or 'v4'"),
        _ => throw new ArgumentException($"MATLAB has no generator '{name}'; use 'twister', 'v5uniform', 'v5normal' or 'v4'", nameof(name)),
    };

    private static string NameOf(string function, string method) => (function, method) switch
    {
        ("rand", "state") => "v5uniform",
        ("randn", "state") => "v5normal",
        ("rand", "twister") => "twister",
        ("rand" or "randn", "seed") => "v4",
        ("randn", "twister") => throw new NotSupportedException("randn('twister', …) is not known from MATLAB; use randn('state', …), or rng(seed, 'twister')"),
        ("rand" or "randn", _) => throw new ArgumentException($"{function}('{method}', …) is not known; use 'state', 'twister' (rand only) or 'seed'", nameof(method)),
        _ => throw new NotSupportedException($"MATLAB has no generator for '{function}'; those of rand and randn are here"),
    };

    private static string NameOfState(int length) => length switch
    {
        1 => "v4",
        2 => "v5normal",
        35 => "v5uniform",
        MersenneTwister.Size + 1 => "twister",
        _ => throw new ArgumentException($"a state has 1 ('v4'), 2 ('v5normal'), 35 ('v5uniform') or 625 ('twister') elements; given {length}", nameof(length)),
    };
}
