namespace DeepLearnPort;

/// <summary>What the matrices of a run take at least, counted before any is asked for.</summary>
internal static class GanMemory
{
    private const decimal Gigabyte = 1e9m, LargestVariable = int.MaxValue - 1e6m; // the names of fields take a little

    /// <summary>No matrix is larger than an array can be, and all together fit into the memory there is.</summary>
    /// <exception cref="ArgumentException">They do not; the message names the settings that ask for so much.</exception>
    public static void Check(GanOptions options, int samples, int pixels)
    {
        int labels = options.Conditional ? RealData.Classes : 0, m = options.BatchSize;
        long[] generator = [options.NoiseSize + (long)labels, .. options.GHidden.Select(units => (long)units), pixels];
        long[] discriminator = [pixels + (long)labels, .. options.DHidden.Select(units => (long)units), 1];
        decimal G = Weights(generator, "noise-size and g-hidden"), D = Weights(discriminator, "d-hidden");
        decimal numbers, largest;
        if (options.FreezeD)
        {
            // W, vW and dW of each, Adam's squares, the mean of G; saved are W and vW
            int each = options.Optimizer == GanOptimizer.Adam ? 4 : 3;
            numbers = (each + 1) * G + each * D + Count(2L * m, pixels + (long)labels, "batch-size");
            largest = 2 * Math.Max(G, D);
        }
        else
        {
            // W, vW and dW of D and of the stack, W and vW of the generator's view; saved are the stack's, and its last pass
            numbers = 5 * G + 6 * D + Count(samples, options.NoiseSize, "noise-size")
                + Count(2L * options.Num, pixels + (long)labels, "num");
            largest = 3 * (G + D) + m * (generator.Sum(units => units + 2m) + discriminator.Sum(units => units + 2m));
        }
        if (8 * largest > LargestVariable)
            throw new ArgumentException("g-hidden, d-hidden and batch-size must leave a network that a MAT file can hold; "
                + Invariant($"it would take {8 * largest / Gigabyte:F1} GB of at most {LargestVariable / Gigabyte:F1}"));
        decimal needed = 8 * numbers / Gigabyte, there = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gigabyte;
        if (needed > there)
            throw new ArgumentException("noise-size, g-hidden, d-hidden and num must leave the networks and samples in memory; "
                + Invariant($"they would need {needed:F1} GB, and there are {there:F1}"));
    }

    private static decimal Weights(long[] layers, string what)
    {
        decimal sum = 0;
        for (int i = 1; i < layers.Length; i++)
            sum += Count(layers[i], layers[i - 1] + 1, what);
        return sum;
    }

    private static decimal Count(long rows, long columns, string what)
    {
        decimal count = (decimal)rows * columns;
        return count <= Array.MaxLength
            ? count
            : throw new ArgumentException(
                Invariant($"{what} would need a matrix of {rows}×{columns}, {8 * count / Gigabyte:F0} GB; ")
                + $"it holds at most {Array.MaxLength} numbers");
    }
}
