namespace DeepLearnPort;

/// <summary>
/// MATLAB 5's <c>randn</c>, selected by <c>randn('state', seed)</c> (shr3cong): a ziggurat of 64 layers on the sum of a
/// congruential generator and a shift register. The state is 2×1: those two.
/// </summary>
/// <remarks>
/// C. Moler, Numerical Computing with MATLAB (SIAM, 2004), chapter 9, after Marsaglia and Tsang, SIAM J. Sci. Stat. Comput. 5
/// (1984). The cap, wedge and tail call exp and log, whose last bit depends on the system's mathematical library.
/// </remarks>
internal sealed class V5Normal : MatlabGenerator
{
    private const double CapSum = 1.301198, WedgeSum = 0.9689279;
    private const double B = 0.4878992, C = 12.67706, A = 12.37586, Area = 0.01958303, R = 2.776994;

    private uint _congruential, _shift;

    public V5Normal(double seed)
    {
        uint word = Word(seed, "the seed of randn('state', seed)");
        (_congruential, _shift) = (362436069, word == 0 ? 521288629 : word);
    }

    private V5Normal(V5Normal other) => (_congruential, _shift) = (other._congruential, other._shift);

    /// <summary>Right edges of the layers, rounded to 7 decimals as MATLAB has them.</summary>
    public static ReadOnlySpan<double> Z =>
    [
        0.340945, 0.4573146, 0.5397793, 0.6062427, 0.6631691, 0.7136975, 0.7596125, 0.8020356, 0.8417227, 0.8792102, 0.9148948,
        0.9490791, 0.9820005, 1.0138492, 1.044781, 1.0749254, 1.1043917, 1.1332738, 1.161653, 1.189601, 1.2171815, 1.2444516,
        1.2714635, 1.298265, 1.3249008, 1.3514125, 1.3778399, 1.4042211, 1.4305929, 1.4569915, 1.4834527, 1.5100122, 1.5367061,
        1.5635712, 1.5906454, 1.617968, 1.6455802, 1.6735255, 1.7018503, 1.7306045, 1.7598422, 1.7896223, 1.8200099, 1.851077,
        1.8829044, 1.9155831, 1.9492166, 1.9839239, 2.0198431, 2.0571356, 2.095993, 2.136645, 2.1793713, 2.2245175, 2.2725186,
        2.3239338, 2.3795008, 2.4402218, 2.5075117, 2.5834658, 2.6713916, 2.7769942, 2.7769942, 2.7769942, 2.7769942,
    ];

    public override string Name => "v5normal";

    public override double[] GetState() => [_congruential, _shift];

    public override void SetState(ReadOnlySpan<double> state)
    {
        CheckLength(state, 2, "the state of randn('state')");
        (_congruential, _shift) = (Word(state[0], "element 1 of the state"), Word(state[1], "element 2 of the state"));
    }

    public override void Rand(Span<double> destination) => throw new NotSupportedException(
        "rand of the generator 'v5normal' (shr3cong) is not known; use rand('state', seed), or rng(seed, 'twister')");

    public override void Randn(Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            int w = Next(), k = w & 63;
            double r = w * (1.0 / (1L << 31)) * Z[k + 1];
            destination[i] = Math.Abs(r) <= Z[k] ? r : Tip(r, k);
        }
    }

    public override MatlabGenerator Clone() => new V5Normal(this);

    private int Next()
    {
        _congruential = 69069 * _congruential + 1234567;
        _shift = ShiftRegister.Next(_shift);
        return (int)(_congruential + _shift);
    }

    private double NextUniform() => 0.5 + Next() * (1.0 / (1L << 32));

    /// <summary>Outside the rectangle of its layer: the draw itself, its reflection, or one from the tail.</summary>
    private double Tip(double r, int k)
    {
        double x = (Math.Abs(r) - Z[k]) / (Z[k + 1] - Z[k]);
        double y = NextUniform();
        if (x + y > CapSum)
            return Math.Sign(r) * (B - B * x);
        if (x + y <= WedgeSum)
            return r;
        x = B - B * x;
        if (y > C - A * Math.Exp(-(x * x) / 2))
            return Math.Sign(r) * x;
        if (Math.Exp(-(Z[k + 1] * Z[k + 1]) / 2) + y * Area / Z[k + 1] <= Math.Exp(-(r * r) / 2))
            return r;
        do
            x = Math.Log(NextUniform()) / R;
        while (-2 * Math.Log(NextUniform()) <= x * x);
        return Math.Sign(r) * (R - x);
    }
}
