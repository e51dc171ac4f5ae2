namespace DeepLearnPort;

/// <summary>
/// MATLAB's <c>twister</c> (mt19937ar): what <c>rng(seed)</c> selects. Seeded by <c>init_genrand</c>, with 5489 for 0.
/// The state is 625×1: the 624 words, then how many of them are used.
/// </summary>
internal sealed class MatlabTwister : MatlabGenerator
{
    private const double InverseR = 0.273661237329758, R = 3.65415288536101;

    private readonly MersenneTwister _words;

    public MatlabTwister(double seed)
    {
        _words = new();
        uint word = Word(seed, "the seed of the twister");
        _words.Seed(word == 0 ? 5489 : word);
    }

    private MatlabTwister(MersenneTwister words) => _words = words;

    public override string Name => "twister";

    public override double[] GetState()
    {
        var state = new double[MersenneTwister.Size + 1];
        for (int i = 0; i < MersenneTwister.Size; i++)
            state[i] = _words.State[i];
        state[^1] = _words.Used;
        return state;
    }

    public override void SetState(ReadOnlySpan<double> state)
    {
        CheckLength(state, MersenneTwister.Size + 1, "the state of the twister");
        if (state[^1] > MersenneTwister.Size)
            throw new ArgumentOutOfRangeException(nameof(state), $"the last element of the twister's state counts used words, 0 to 624; given {state[^1]}");
        var words = new uint[state.Length];
        for (int i = 0; i < words.Length; i++)
            words[i] = Word(state[i], "an element of the twister's state");
        _words.Load(words.AsSpan(..^1), (int)words[^1]);
    }

    public override void Rand(Span<double> destination) => _words.Fill(destination);

    public override void RandMask(double threshold, Span<double> destination) => _words.FillMask(destination, threshold);

    public override void Randn(Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
            destination[i] = Normal();
    }

    public override MatlabGenerator Clone() => new MatlabTwister(_words.Clone());

    /// <summary>Ziggurat of 256 layers; of two words the second chooses the layer and gives the low 24 of 53 bits.</summary>
    private double Normal()
    {
        var edges = TwisterNormalTables.X;
        while (true)
        {
            ulong pair = _words.NextPair();
            int layer = (int)(pair >> 56) + 1;
            long bits = ((long)((uint)pair >> 3) << 24) | (long)((pair >> 32) & 0xFFFFFF);
            double r = (bits * (1.0 / (1L << 52)) - 1) * edges[layer];
            if (Math.Abs(r) <= edges[layer - 1])
                return r;
            if (layer == 256)
                return Tail(r);
            var density = TwisterNormalTables.Y;
            if (density[layer] + _words.NextDouble() * (density[layer - 1] - density[layer]) < Math.Exp(-0.5 * r * r))
                return r;
        }
    }

    private double Tail(double r)
    {
        double x, u;
        do
        {
            x = InverseR * Math.Log(_words.NextDouble());
            u = _words.NextDouble();
        }
        while (-2 * Math.Log(u) <= x * x);
        return r < 0 ? x - R : R - x;
    }
}
