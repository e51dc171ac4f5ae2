using System.Buffers;

namespace DeepLearnPort;

/// <summary>Where the elements of a vector go when it is sorted.</summary>
internal static class SortOrder
{
    private const int DigitBits = 11;

    /// <summary>
    /// The 1-based places of uniform draws in ascending order, equal ones in the order they stand in: a radix sort by the
    /// first 32 bits, after which the few that have those in common are put in order.
    /// </summary>
    public static int[] OfUniforms(ReadOnlySpan<double> u)
    {
        ulong[] first = ArrayPool<ulong>.Shared.Rent(u.Length), second = ArrayPool<ulong>.Shared.Rent(u.Length);
        Span<ulong> items = first.AsSpan(0, u.Length), sorted = second.AsSpan(0, u.Length);
        for (int i = 0; i < items.Length; i++)
            items[i] = ((ulong)(u[i] * (1L << 32)) << 32) | (uint)(i + 1);
        for (int shift = 32; shift < 64; shift += DigitBits)
        {
            SortByDigit(items, sorted, shift);
            var swap = items;
            items = sorted;
            sorted = swap;
        }
        var order = new int[u.Length];
        for (int i = 0; i < order.Length; i++)
        {
            int place = i, item = (int)(uint)items[i];
            for (; place > 0 && items[place - 1] >> 32 == items[i] >> 32 && u[order[place - 1] - 1] > u[item - 1]; place--)
                order[place] = order[place - 1];
            order[place] = item;
        }
        ArrayPool<ulong>.Shared.Return(first);
        ArrayPool<ulong>.Shared.Return(second);
        return order;
    }

    private static void SortByDigit(ReadOnlySpan<ulong> items, Span<ulong> sorted, int shift)
    {
        Span<int> next = stackalloc int[1 << DigitBits];
        next.Clear();
        foreach (ulong item in items)
            next[Digit(item, shift)]++;
        int place = 0;
        foreach (ref int digit in next)
            (digit, place) = (place, place + digit);
        foreach (ulong item in items)
            sorted[next[Digit(item, shift)]++] = item;
    }

    private static int Digit(ulong item, int shift) => (int)(item >> shift) & ((1 << DigitBits) - 1);
}
