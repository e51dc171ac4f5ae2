namespace DeepLearnPort;

/// <summary>Where the elements of a vector go when it is sorted.</summary>
internal static class SortOrder
{
    /// <summary>
    /// The 1-based places of uniform draws in ascending order, equal ones in the order they stand in. Spread over as many
    /// buckets as there are draws, they need few comparisons each.
    /// </summary>
    public static int[] OfUniforms(ReadOnlySpan<double> u)
    {
        int n = u.Length;
        var next = new int[n + 1];
        foreach (double x in u)
            next[Bucket(x, n) + 1]++;
        for (int b = 1; b <= n; b++)
            next[b] += next[b - 1];
        // next[b] is the place behind what already lies in bucket b; the bucket before it ends in zeros until it is full.
        var order = new int[n];
        for (int i = 0; i < n; i++)
        {
            int place = next[Bucket(u[i], n)]++;
            for (; place > 0 && order[place - 1] != 0 && u[order[place - 1] - 1] > u[i]; place--)
                order[place] = order[place - 1];
            order[place] = i + 1;
        }
        return order;
    }

    // The largest uniform times n may round to n.
    private static int Bucket(double x, int n) => Math.Min((int)(x * n), n - 1);
}
