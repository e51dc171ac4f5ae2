namespace DeepLearnPort;

/// <summary>
/// Marsaglia's 32-bit shift register, which both of MATLAB's version 5 generators hold: S(j) is j ^= j &lt;&lt; 13,
/// j ^= j &gt;&gt; 17, j ^= j &lt;&lt; 5.
/// </summary>
internal static class ShiftRegister
{
    private const int Leap = 64;

    // S is linear over the bits, so 64 steps are what they make of each byte alone, put together.
    private static readonly uint[] Leaps = MakeLeaps();

    public static uint Next(uint j)
    {
        j ^= j << 13;
        j ^= j >> 17;
        return j ^ (j << 5);
    }

    /// <summary>Fills with the states that follow the first element.</summary>
    public static void Fill(Span<uint> states)
    {
        // One step waits for the other; four runs, 64 steps apart, do not.
        for (; states.Length > 4 * Leap; states = states[(4 * Leap)..])
        {
            uint a = states[0], b = Leapt(a), c = Leapt(b), d = Leapt(c);
            for (int i = 1; i <= Leap; i++)
            {
                states[i] = a = Next(a);
                states[i + Leap] = b = Next(b);
                states[i + 2 * Leap] = c = Next(c);
                states[i + 3 * Leap] = d = Next(d);
            }
        }
        uint j = states[0];
        for (int i = 1; i < states.Length; i++)
            states[i] = j = Next(j);
    }

    private static uint Leapt(uint j) =>
        Leaps[j & 255] ^ Leaps[256 + ((j >> 8) & 255)] ^ Leaps[512 + ((j >> 16) & 255)] ^ Leaps[768 + (j >> 24)];

    private static uint[] MakeLeaps()
    {
        var leaps = new uint[1024];
        for (int i = 0; i < leaps.Length; i++)
        {
            uint j = (uint)(i & 255) << (i / 256 * 8);
            for (int step = 0; step < Leap; step++)
                j = Next(j);
            leaps[i] = j;
        }
        return leaps;
    }
}
