namespace DeepLearnPort;

/// <summary>
/// A source of random numbers that draws as MATLAB or Octave does: the uniform and the normal generator of one engine,
/// with the engine's own rules for <c>randi</c> and <c>randperm</c>. Not safe for use by two threads at once.
/// </summary>
public abstract class RandStream
{
    /// <summary>Fills with uniform draws from the open interval (0, 1), in stream order (MATLAB: column by column).</summary>
    /// <param name="destination">Receives the draws; one uniform each.</param>
    public abstract void Rand(Span<double> destination);

    /// <summary>Fills with standard normal draws, in stream order (MATLAB: column by column).</summary>
    /// <param name="destination">Receives the draws.</param>
    public abstract void Randn(Span<double> destination);

    /// <summary>A random permutation of 1..n, or its first k elements, as <c>randperm</c> gives it.</summary>
    /// <param name="n">Number of elements to permute.</param>
    /// <param name="k">How many of them are wanted; all n when left out.</param>
    /// <returns>k different numbers from 1..n.</returns>
    public abstract int[] Randperm(int n, int? k = null);

    /// <summary>Fills with whole numbers from the inclusive range, as <c>randi([low high], …)</c> does.</summary>
    /// <param name="low">Smallest value.</param>
    /// <param name="high">Largest value.</param>
    /// <param name="destination">Receives the draws.</param>
    public abstract void Randi(long low, long high, Span<double> destination);

    /// <summary>Fills with <c>rand &gt; threshold</c> as 1.0 or 0.0: a dropout mask. Draws as <see cref="Rand"/> does.</summary>
    /// <param name="threshold">A draw above it gives 1.</param>
    /// <param name="destination">Receives the mask; one uniform each.</param>
    public virtual void RandMask(double threshold, Span<double> destination)
    {
        Rand(destination);
        for (int i = 0; i < destination.Length; i++)
            destination[i] = destination[i] > threshold ? 1 : 0;
    }
}
