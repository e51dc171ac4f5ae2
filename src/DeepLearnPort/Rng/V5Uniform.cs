using System.Numerics;

namespace DeepLearnPort;

/// <summary>
/// MATLAB 5's <c>rand</c>, selected by <c>rand('state', seed)</c> (swb2712): Marsaglia's subtract-with-borrow of 32 registers
/// of 53 bits, its fraction mixed with a shift register. The state is 35×1: registers, borrow, place, shift register.
/// </summary>
/// <remarks>C. Moler, Numerical Computing with MATLAB (SIAM, 2004), chapter 9, describes it.</remarks>
internal sealed class V5Uniform : MatlabGenerator
{
    private const int Registers = 32, Length = Registers + 3;
    private const double Ulp = 1.0 / (1L << 53), PlaceUnit = 1.0 / (1L << 52);
    private const ulong Fraction = (1UL << 52) - 1;

    private readonly long[] _z = new long[Registers];
    private long _borrow;
    private int _place;
    private uint _shift;

    public V5Uniform(double seed)
    {
        uint word = Word(seed, "the seed of rand('state', seed)");
        _shift = word == 0 ? 1u << 31 : word;
        uint j = _shift;
        for (int k = 0; k < Registers; k++)
        {
            for (int bit = 0; bit < 53; bit++)
            {
                j = Shift(j);
                _z[k] = (_z[k] << 1) | ((j >> 19) & 1);
            }
        }
    }

    private V5Uniform(V5Uniform other)
    {
        other._z.CopyTo(_z, 0);
        (_borrow, _place, _shift) = (other._borrow, other._place, other._shift);
    }

    public override string Name => "v5uniform";

    public override double[] GetState() => [.. _z.Select(z => z * Ulp), _borrow * Ulp, _place * PlaceUnit, _shift * PlaceUnit];

    public override void SetState(ReadOnlySpan<double> state)
    {
        CheckLength(state, Length, "the state of rand('state')");
        var z = new long[Registers];
        for (int k = 0; k < Registers; k++)
            z[k] = Whole(state[k] / Ulp, (1L << 53) - 1, k);
        long borrow = Whole(state[Registers] / Ulp, 1, Registers);
        int place = (int)Whole(state[Registers + 1] / PlaceUnit, Registers - 1, Registers + 1);
        uint shift = (uint)Whole(state[Registers + 2] / PlaceUnit, uint.MaxValue, Registers + 2);
        z.CopyTo(_z, 0);
        (_borrow, _place, _shift) = (borrow, place, shift);
    }

    public override void Rand(Span<double> destination)
    {
        long[] z = _z;
        (long borrow, int i, uint j) = (_borrow, _place, _shift);
        for (int k = 0; k < destination.Length; k++)
        {
            long x = z[(i + 20) & 31] - z[(i + 5) & 31] - borrow;
            borrow = (long)((ulong)x >> 63);
            x += borrow << 53;
            z[i] = x;
            i = (i + 1) & 31;
            uint before = j;
            j = Shift(j);
            destination[k] = Mixed((ulong)x, ((ulong)(j & 0xFFFFF) << 32) ^ before);
        }
        (_borrow, _place, _shift) = (borrow, i, j);
    }

    public override void Randn(Span<double> destination) => throw new NotSupportedException(
        "randn of the generator 'v5uniform' (swb2712) is not known to the last bit; use randn('state', seed), or rng(seed, 'twister')");

    public override MatlabGenerator Clone() => new V5Uniform(this);

    /// <summary>x·2^-53 with the 52 bits behind its leading one changed by the mask; the exponent stays.</summary>
    private static double Mixed(ulong x, ulong mask)
    {
        if (x == 0)
            return mask * Ulp;
        int zeros = BitOperations.LeadingZeroCount(x) - 11;
        return BitConverter.UInt64BitsToDouble(((ulong)(1022 - zeros) << 52) | (((x << zeros) ^ mask) & Fraction));
    }

    private static long Whole(double value, long largest, int position) =>
        value >= 0 && value <= largest && value == Math.Floor(value)
            ? (long)value
            : throw new ArgumentOutOfRangeException(nameof(value), $"element {position + 1} of the state of rand('state') is out of its range");
}
