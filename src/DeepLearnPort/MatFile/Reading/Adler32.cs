using System.Runtime.Intrinsics;

namespace DeepLearnPort;

/// <summary>The checksum of zlib streams (RFC 1950, section 9): the sum of the bytes, and the sum of all those sums.</summary>
internal static class Adler32
{
    private const uint Modulus = 65521;

    /// <summary>After so many bytes the sums must be reduced, lest they go beyond 2^32.</summary>
    private const int Run = 5552;

    private const int Block = 16;

    private static readonly Vector128<ushort> FirstWeights = Vector128.Create(16, 15, 14, 13, 12, 11, 10, (ushort)9);
    private static readonly Vector128<ushort> LastWeights = Vector128.Create(8, 7, 6, 5, 4, 3, 2, (ushort)1);

    /// <summary>The checksum of what came before (1 for nothing) continued over <paramref name="data"/>.</summary>
    public static uint Append(uint adler, ReadOnlySpan<byte> data)
    {
        var (a, b) = (adler & 0xFFFF, adler >> 16);
        while (!data.IsEmpty)
        {
            var run = data[..Math.Min(Run, data.Length)];
            var blocks = run.Length / Block * Block;
            AppendBlocks(ref a, ref b, run[..blocks]);
            foreach (var value in run[blocks..])
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

    /// <summary>
    /// Within a block of 16 the first byte counts 16 times for the second sum, the last one once; what all blocks before it
    /// have summed up counts 16 times for each block.
    /// </summary>
    private static void AppendBlocks(ref uint a, ref uint b, ReadOnlySpan<byte> data)
    {
        var (sums, earlier, weighted) = (Vector128<uint>.Zero, Vector128<uint>.Zero, Vector128<uint>.Zero);
        for (var i = 0; i < data.Length; i += Block)
        {
            earlier += sums;
            var (first, last) = Vector128.Widen(Vector128.Create(data.Slice(i, Block)));
            sums += Halves(first + last);
            weighted += Halves(first * FirstWeights + last * LastWeights);
        }
        b = (uint)((b + (ulong)data.Length * a + Vector128.Sum(weighted) + (ulong)Block * Vector128.Sum(earlier)) % Modulus);
        a += Vector128.Sum(sums);
    }

    private static Vector128<uint> Halves(Vector128<ushort> values) => Vector128.WidenLower(values) + Vector128.WidenUpper(values);
}
