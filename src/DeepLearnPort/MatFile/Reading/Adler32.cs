namespace DeepLearnPort;

/// <summary>The checksum of zlib streams (RFC 1950, section 9).</summary>
internal static class Adler32
{
    private const uint Modulus = 65521;

    /// <summary>So many bytes of 255 keep both sums below 2^32 without a division.</summary>
    private const int Run = 5552;

    public static uint Append(uint adler, ReadOnlySpan<byte> data)
    {
        var (a, b) = (adler & 0xFFFF, adler >> 16);
        while (!data.IsEmpty)
        {
            var run = data[..Math.Min(Run, data.Length)];
            foreach (var value in run)
            {
                a += value;
                b += a;
            }
            a %= Modulus;
            b %= Modulus;
            data = data[run.Length..];
        }
        return b << 16 | a;
    }
}
