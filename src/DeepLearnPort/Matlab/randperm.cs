namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>A random order of the numbers 1..n.</summary>
    /// <param name="n">How many numbers.</param>
    /// <param name="stream">Drawn from: n uniforms of <c>rand</c>; the ambient one when left out.</param>
    /// <returns>n different numbers from 1..n, MATLAB's index values.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static int[] randperm(int n, RandStream? stream = null) => (stream ?? RandStream.Global).Randperm(n);

    /// <summary>k different numbers from 1..n, in random order.</summary>
    /// <param name="n">The largest number.</param>
    /// <param name="k">How many are wanted, at most n.</param>
    /// <param name="stream">Drawn from: in Octave k uniforms of <c>rand</c>; the ambient one when left out.</param>
    /// <returns>The k numbers, MATLAB's index values.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative, or <paramref name="k"/> not from 0..n.</exception>
    /// <exception cref="NotSupportedException">The engine's rule for this is not known (MATLAB).</exception>
    public static int[] randperm(int n, int k, RandStream? stream = null) => (stream ?? RandStream.Global).Randperm(n, k);
}
