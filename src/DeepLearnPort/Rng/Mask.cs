using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DeepLearnPort;

/// <summary>Dropout masks of draws already made.</summary>
internal static class Mask
{
    /// <summary>Draws that are compared while they are still in the first-level cache.</summary>
    private const int Chunk = 1024;

    /// <summary>Fills with 1.0 where a draw is above the threshold, with 0.0 elsewhere.</summary>
    public static void Fill(Action<Span<double>> draw, double threshold, Span<double> destination)
    {
        for (; !destination.IsEmpty; destination = destination[Math.Min(Chunk, destination.Length)..])
        {
            var chunk = destination[..Math.Min(Chunk, destination.Length)];
            draw(chunk);
            Compare(chunk, threshold);
        }
    }

    private static void Compare(Span<double> x, double threshold)
    {
        ref double first = ref MemoryMarshal.GetReference(x);
        int i = 0;
        for (; i <= x.Length - 4; i += 4)
        {
            var above = Vector256.GreaterThan(Vector256.LoadUnsafe(ref first, (nuint)i), Vector256.Create(threshold));
            (above & Vector256.Create(1.0)).StoreUnsafe(ref first, (nuint)i);
        }
        for (; i < x.Length; i++)
            x[i] = x[i] > threshold ? 1 : 0;
    }
}
