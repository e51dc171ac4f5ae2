namespace DeepLearnPort;

/// <summary>Makes matrices of the size that MATLAB's size arguments ask for.</summary>
internal static class Sized
{
    /// <summary>An m×n matrix of zeros, then filled column by column; negative sizes count as 0, as in MATLAB.</summary>
    public static Mat Filled(int m, int n, Action<Span<double>> fill)
    {
        (m, n) = (Math.Max(m, 0), Math.Max(n, 0));
        var elements = new double[checked(m * n)];
        fill(elements);
        return Mat.Build.Dense(m, n, elements);
    }

    /// <summary>An m×n×p array filled column by column, page after page; negative sizes count as 0, as in MATLAB.</summary>
    public static Array3 Filled(int m, int n, int p, Action<Span<double>> fill)
    {
        (m, n, p) = (Math.Max(m, 0), Math.Max(n, 0), Math.Max(p, 0));
        var elements = new double[checked(m * n * p)];
        fill(elements);
        return Array3.Adopt(m, n, p, elements);
    }

    /// <summary>A matrix of the size that a vector of sizes names: <c>[m n]</c>, or <c>[n]</c> for n×n.</summary>
    public static Mat Filled(IReadOnlyList<int> size, Action<Span<double>> fill)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.Count == 0 || size.Skip(2).Any(d => d != 1))
            throw new ArgumentException($"a matrix has two sizes, [m n]; given [{string.Join(' ', size)}]", nameof(size));
        return Filled(size[0], size[size.Count == 1 ? 0 : 1], fill);
    }
}
