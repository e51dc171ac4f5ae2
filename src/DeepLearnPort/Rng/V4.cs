namespace DeepLearnPort;

/// <summary>
/// MATLAB 4's generator, selected by <c>rand('seed', seed)</c> and <c>randn('seed', seed)</c> (mcg16807): the minimal
/// standard of Park and Miller (CACM 31, 1988), normals by the polar method. The state is 1×1: the seed to go on from.
/// </summary>
internal sealed class V4 : MatlabGenerator
{
    private const long Modulus = int.MaxValue;
    private const uint Sign = 0x8000, Signs = 0x80008000, StartState = 931316785, Descrambled = 1144108930;

    private long _x;

    public V4(double seed) => SetState([seed]);

    private V4(V4 other) => _x = other._x;

    public override string Name => "v4";

    /// <summary>What seeding scrambled, put right again: the halves swapped, their upper bits turned when the lower one's was set.</summary>
    public override double[] GetState()
    {
        uint x = (uint)_x, swapped = (x << 16) | (x >> 16);
        return [(x & Sign) == 0 ? swapped : swapped ^ Signs];
    }

    public override void SetState(ReadOnlySpan<double> state)
    {
        CheckLength(state, 1, "the state of the generator 'v4'");
        uint seed = Word(state[0], "the seed of the generator 'v4'");
        if (seed == 0)
            seed = StartState;
        uint high = seed >> 16, sign = seed & Sign;
        uint x = ((seed - (high << 16) + sign) << 16) + sign + high;
        _x = x == 0 ? Descrambled : Math.Min(x, Modulus - 1);
    }

    public override void Rand(Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
            destination[i] = Next();
    }

    /// <summary>Of each accepted point of the disc the first normal; the second is thrown away.</summary>
    public override void Randn(Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            double a, t;
            do
            {
                a = 2 * Next() - 1;
                double b = 2 * Next() - 1;
                t = a * a + b * b;
            }
            while (t > 1);
            destination[i] = Math.Sqrt(-2 * Math.Log(t) / t) * a;
        }
    }

    public override MatlabGenerator Clone() => new V4(this);

    private double Next()
    {
        // Modulo 2^31 - 1 the part above the lowest 31 bits counts once.
        long product = 16807 * _x;
        long folded = (product & Modulus) + (product >> 31);
        _x = folded < Modulus ? folded : folded - Modulus;
        return (double)_x / Modulus;
    }
}
