namespace DeepLearnPort;

/// <summary>
/// Octave's <c>rande</c>: the ziggurat of Marsaglia and Tsang (Journal of Statistical Software 5, 2000) with 256 layers, on
/// 53 bits of two words of a Mersenne twister.
/// </summary>
internal static class OctaveExponential
{
    private const double R = 7.69711747013104972;

    public static void Fill(MersenneTwister words, Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
            destination[i] = Next(words);
    }

    private static double Next(MersenneTwister words)
    {
        var f = OctaveExponentialTables.F;
        while (true)
        {
            long m = (long)(words.NextPair() & ((1UL << 53) - 1));
            int layer = (int)(m & 255);
            double x = m * OctaveExponentialTables.W[layer];
            if ((ulong)m < OctaveExponentialTables.K[layer])
                return x;
            if (layer == 0)
                return R - Math.Log(words.NextDouble());
            if ((f[layer - 1] - f[layer]) * words.NextDouble() + f[layer] < Math.Exp(-x))
                return x;
        }
    }
}
