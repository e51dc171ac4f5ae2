using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DeepLearnPort;

/// <summary>
/// MT19937 (Matsumoto and Nishimura, ACM TOMACS 8, 1998): the 32-bit words, and the 53-bit uniforms made of two of them,
/// that MATLAB's and Octave's twisters share. The block of 624 words is made at once, eight at a time.
/// </summary>
internal sealed class MersenneTwister
{
    public const int Size = 624;
    private const int Shift = 397;
    private const uint Upper = 0x80000000, Twist = 0x9908b0df;
    private const double Unit = 1.0 / (1L << 53);

    private readonly uint[] _state = new uint[Size];
    private readonly uint[] _words = new uint[Size];
    private int _used = Size;

    /// <summary>How many words of the current block have been handed out.</summary>
    public int Used => _used;

    /// <summary>The 624 words from which the current block came.</summary>
    public ReadOnlySpan<uint> State => _state;

    /// <summary>The reference implementation's <c>init_genrand</c>.</summary>
    public void Seed(uint seed)
    {
        _state[0] = seed;
        for (uint i = 1; i < Size; i++)
            _state[i] = 1812433253 * Mix(i - 1) + i;
        _used = Size;
    }

    /// <summary>The reference implementation's <c>init_by_array</c>.</summary>
    public void Seed(ReadOnlySpan<uint> key)
    {
        Seed(19650218);
        uint i = 1;
        for (int k = 0; k < Math.Max(Size, key.Length); k++)
        {
            int j = k % key.Length;
            _state[i] = (_state[i] ^ Mix(i - 1) * 1664525) + key[j] + (uint)j;
            i = Following(i);
        }
        for (int k = 1; k < Size; k++)
        {
            _state[i] = (_state[i] ^ Mix(i - 1) * 1566083941) - i;
            i = Following(i);
        }
        _state[0] = Upper;
    }

    /// <summary>Puts a state back, with the given number of words of its block already handed out.</summary>
    /// <exception cref="ArgumentException">
    /// There are not 624 words, or more are used, or all are zero: no generator ever gets there, and none gets away.
    /// </exception>
    public void Load(ReadOnlySpan<uint> state, int used)
    {
        Lengths.Same(state.Length, Size, nameof(state));
        if (used is < 0 or > Size)
            throw new ArgumentException($"of a block of {Size} words 0 to {Size} are used; given {used}", nameof(used));
        if (!state.ContainsAnyExcept(0u))
            throw new ArgumentException("the state of a Mersenne twister cannot be all zeros", nameof(state));
        state.CopyTo(_state);
        _used = used;
        Temper();
    }

    public MersenneTwister Clone()
    {
        var copy = new MersenneTwister();
        copy.Load(_state, _used);
        return copy;
    }

    /// <summary>Two words, the first in the lower half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextPair()
    {
        int at = _used;
        if (at > Size - 2)
            return StraddlingPair();
        _used = at + 2;
        return Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_words), at)));
    }

    /// <summary>A uniform from (0, 1): 53 bits of two words, drawn again when all are zero.</summary>
    public double NextDouble() => Next53() * Unit;

    /// <summary>Fills with uniforms.</summary>
    public void Fill(Span<double> destination) => Fill(destination, new Uniform());

    /// <summary>Fills with 1.0 where the uniform is above the threshold, with 0.0 elsewhere.</summary>
    public void FillMask(Span<double> destination, double threshold)
    {
        // Whole numbers compare as the uniforms do: u > t exactly when 2^53 u > floor(2^53 t). No uniform is above NaN.
        double limit = Math.Floor(threshold * (1L << 53));
        Fill(destination, new Above(double.IsNaN(limit) ? long.MaxValue : (long)Math.Clamp(limit, -1, 1L << 53)));
    }

    private void Fill<TMap>(Span<double> destination, TMap map) where TMap : struct, IMap
    {
        while (!destination.IsEmpty)
        {
            int quads = Math.Min((Size - _used) / 8, destination.Length / 4);
            int done = FillVectors(MemoryMarshal.Cast<uint, ulong>(_words.AsSpan(_used, 8 * quads)), destination, map);
            _used += 2 * done;
            destination = destination[done..];
            // One at a time: the end of the block or of the request, and a group with a pair to be drawn again.
            int ones = Math.Min(4, destination.Length);
            for (int i = 0; i < ones; i++)
                destination[i] = map.One(Next53());
            destination = destination[ones..];
        }
    }

    /// <summary>Maps pairs of words, four at a time, up to a group that holds a pair to be drawn again.</summary>
    private static int FillVectors<TMap>(ReadOnlySpan<ulong> pairs, Span<double> destination, TMap map) where TMap : struct, IMap
    {
        Lengths.Enough(destination.Length, pairs.Length, nameof(destination));
        ref ulong source = ref MemoryMarshal.GetReference(pairs);
        ref double target = ref MemoryMarshal.GetReference(destination);
        int i = 0;
        for (; i < pairs.Length; i += 4)
        {
            var pair = Vector256.LoadUnsafe(ref source, (nuint)i);
            var x = ((pair & Vector256.Create((ulong)uint.MaxValue)) >>> 5 << 26) | (pair >>> 38);
            if (Vector256.EqualsAny(x, Vector256<ulong>.Zero))
                break;
            map.Four(x.AsInt64()).StoreUnsafe(ref target, (nuint)i);
        }
        return i;
    }

    private long Next53()
    {
        long x;
        do
        {
            ulong pair = NextPair();
            x = ((long)((uint)pair >> 5) << 26) | (long)(pair >> 38);
        }
        while (x == 0);
        return x;
    }

    private ulong StraddlingPair() => NextWord() | ((ulong)NextWord() << 32);

    private uint NextWord()
    {
        if (_used == Size)
            Refill();
        return _words[_used++];
    }

    private void Refill()
    {
        Step(0, Size - Shift, Shift);
        Step(Size - Shift, Size - 1, Shift - Size);
        _state[Size - 1] = _state[Shift - 1] ^ Twisted(_state[Size - 1], _state[0]);
        _used = 0;
        Temper();
    }

    private void Step(int from, int to, int offset)
    {
        ref uint state = ref MemoryMarshal.GetArrayDataReference(_state);
        int i = from;
        for (; i <= to - 8; i += 8)
        {
            var next = Vector256.LoadUnsafe(ref state, (nuint)(i + 1));
            var y = (Vector256.LoadUnsafe(ref state, (nuint)i) & Vector256.Create(Upper)) | (next & Vector256.Create(~Upper));
            var odd = Vector256<uint>.Zero - (next & Vector256<uint>.One);
            (Vector256.LoadUnsafe(ref state, (nuint)(i + offset)) ^ (y >>> 1) ^ (odd & Vector256.Create(Twist))).StoreUnsafe(ref state, (nuint)i);
        }
        for (; i < to; i++)
            _state[i] = _state[i + offset] ^ Twisted(_state[i], _state[i + 1]);
    }

    private void Temper()
    {
        ref uint state = ref MemoryMarshal.GetArrayDataReference(_state);
        ref uint words = ref MemoryMarshal.GetArrayDataReference(_words);
        for (nuint i = 0; i < Size; i += 8)
        {
            var y = Vector256.LoadUnsafe(ref state, i);
            y ^= y >>> 11;
            y ^= (y << 7) & Vector256.Create(0x9d2c5680u);
            y ^= (y << 15) & Vector256.Create(0xefc60000u);
            (y ^ (y >>> 18)).StoreUnsafe(ref words, i);
        }
    }

    private static uint Twisted(uint a, uint b) => (((a & Upper) | (b & ~Upper)) >> 1) ^ ((b & 1) * Twist);

    private uint Mix(uint i) => _state[i] ^ (_state[i] >> 30);

    private uint Following(uint i)
    {
        if (i < Size - 1)
            return i + 1;
        _state[0] = _state[Size - 1];
        return 1;
    }

    /// <summary>What becomes of 53 random bits.</summary>
    private interface IMap
    {
        double One(long x);

        Vector256<double> Four(Vector256<long> x);
    }

    private readonly struct Uniform : IMap
    {
        public double One(long x) => x * Unit;

        public Vector256<double> Four(Vector256<long> x) => Vector256.ConvertToDouble(x) * Unit;
    }

    private readonly struct Above(long limit) : IMap
    {
        public double One(long x) => x > limit ? 1 : 0;

        public Vector256<double> Four(Vector256<long> x) =>
            Vector256.GreaterThan(x, Vector256.Create(limit)).AsDouble() & Vector256.Create(1.0);
    }
}
