using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    private const int Block = 256, Mirrored = 4;

    // The first registers stand a second time behind the last, so that four in a row can be read anywhere.
    private readonly long[] _z = new long[Registers + Mirrored];
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
                j = ShiftRegister.Next(j);
                _z[k] = (_z[k] << 1) | ((j >> 19) & 1);
            }
        }
        Mirror();
    }

    private V5Uniform(V5Uniform other)
    {
        other._z.CopyTo(_z, 0);
        (_borrow, _place, _shift) = (other._borrow, other._place, other._shift);
    }

    public override string Name => "v5uniform";

    public override double[] GetState() => [.. _z[..Registers].Select(z => z * Ulp), _borrow * Ulp, _place * PlaceUnit, _shift * PlaceUnit];

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
        Mirror();
        (_borrow, _place, _shift) = (borrow, place, shift);
    }

    public override void Rand(Span<double> destination)
    {
        Span<uint> shifts = stackalloc uint[Block + 1];
        for (; !destination.IsEmpty; destination = destination[Math.Min(Block, destination.Length)..])
        {
            var block = destination[..Math.Min(Block, destination.Length)];
            shifts[0] = _shift;
            ShiftRegister.Fill(shifts[..(block.Length + 1)]);
            _shift = shifts[block.Length];
            for (int k = 0; k < block.Length;)
            {
                k += FillFours(block[k..], shifts[k..]);
                if (k < block.Length)
                    block[k] = Next(shifts[k], shifts[++k]);
            }
        }
    }

    public override void Randn(Span<double> destination) => throw new NotSupportedException(
        "randn of the generator 'v5uniform' (swb2712) is not known to the last bit; use randn('state', seed), or rng(seed, 'twister')");

    public override MatlabGenerator Clone() => new V5Uniform(this);

    private double Next(uint shift, uint following)
    {
        long x = _z[(_place + 20) % Registers] - _z[(_place + 5) % Registers] - _borrow;
        _borrow = x < 0 ? 1 : 0;
        x += _borrow << 53;
        _z[_place] = x;
        if (_place < Mirrored)
            Mirror();
        _place = (_place + 1) % Registers;
        ulong mask = ((ulong)(following & 0xFFFFF) << 32) ^ shift;
        return x == 0 ? mask * Ulp : BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(x * Ulp) ^ mask);
    }

    /// <summary>
    /// Four draws at once, as many times as it goes. No register is read within 12 draws of being written, so only the borrows
    /// depend on one another, and a difference that is not 0 decides its own. At a 0, one in 2^51, it stops.
    /// </summary>
    /// <returns>How many draws were made.</returns>
    private int FillFours(Span<double> destination, ReadOnlySpan<uint> shifts)
    {
        if (_place % 4 != 0)
            return 0;
        ref long z = ref MemoryMarshal.GetArrayDataReference(_z);
        ref uint shift = ref MemoryMarshal.GetReference(shifts);
        (int place, long carried, int k) = (_place, _borrow, 0);
        for (; k <= destination.Length - 4; k += 4)
        {
            var difference = Vector256.LoadUnsafe(ref z, (nuint)((place + 20) % Registers)) - Vector256.LoadUnsafe(ref z, (nuint)((place + 5) % Registers));
            var borrow = (difference.AsUInt64() >>> 63).AsInt64();
            var x = difference - Vector256.Shuffle(borrow, Vector256.Create(0L, 0, 1, 2)).WithElement(0, carried) + (borrow << 53);
            if (Vector256.EqualsAny(difference, Vector256<long>.Zero) || Vector256.EqualsAny(x, Vector256<long>.Zero))
                break;
            carried = borrow.GetElement(3);
            x.StoreUnsafe(ref z, (nuint)place);
            if (place == 0)
                x.StoreUnsafe(ref z, Registers);
            place = (place + 4) % Registers;

            var low = Vector256.WidenLower(Vector128.LoadUnsafe(ref shift, (nuint)k).ToVector256());
            var high = Vector256.WidenLower(Vector128.LoadUnsafe(ref shift, (nuint)(k + 1)).ToVector256());
            var mask = ((high & Vector256.Create(0xFFFFFUL)) << 32) ^ low;
            // As a double x is normalised: its fraction is what the mask changes, its exponent stays.
            ((Vector256.ConvertToDouble(x) * Ulp).AsUInt64() ^ mask).AsDouble().StoreUnsafe(ref MemoryMarshal.GetReference(destination), (nuint)k);
        }
        (_place, _borrow) = (place, carried);
        return k;
    }

    private void Mirror() => _z.AsSpan(0, Mirrored).CopyTo(_z.AsSpan(Registers));

    private static long Whole(double value, long largest, int position) =>
        value >= 0 && value <= largest && value == Math.Floor(value)
            ? (long)value
            : throw new ArgumentOutOfRangeException(nameof(value), $"element {position + 1} of the state of rand('state') is out of its range");
}
