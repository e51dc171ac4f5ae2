namespace DeepLearnPort;

/// <summary>
/// Octave's <c>randn</c>: the ziggurat of Marsaglia and Tsang (Journal of Statistical Software 5, 2000) with 256 layers, on
/// 54 bits of two words of a Mersenne twister.
/// </summary>
internal static class OctaveNormal
{
    private const double R = 3.6541528853610088, InverseR = 0.27366123732975828;

    public static void Fill(MersenneTwister words, Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
            destination[i] = Next(words);
    }

    private static double Next(MersenneTwister words)
    {
        while (true)
        {
            // From the lowest bit: the sign, then 53 bits of which the lowest eight choose the layer.
            long r = (long)(words.NextPair() & ((1UL << 54) - 1)), m = r >> 1;
            int layer = (int)(m & 255);
            long sign = -(r & 1);
            double x = ((m ^ sign) - sign) * OctaveNormalTables.W[layer];
            if ((ulong)m < OctaveNormalTables.K[layer])
                return x;
            if (layer == 0)
                return Tail(words, (m & 256) != 0);
            if (InWedge(words, layer, x))
                return x;
        }
    }

    private static bool InWedge(MersenneTwister words, int layer, double x)
    {
        var f = OctaveNormalTables.F;
        return (f[layer - 1] - f[layer]) * words.NextDouble() + f[layer] < Math.Exp(-0.5 * x * x);
    }

    private static double Tail(MersenneTwister words, bool negative)
    {
        double x, y;
        do
        {
            x = -InverseR * Math.Log(words.NextDouble());
            y = -Math.Log(words.NextDouble());
        }
        while (y + y <= x * x);
        return negative ? -R - x : R + x;
    }
}
