namespace DeepLearnPort;

/// <summary>One of MATLAB's generators: its uniform draws, and the normal draws that MATLAB makes of the same state.</summary>
internal abstract class MatlabGenerator
{
    /// <summary>The name that <c>rng(seed, name)</c> knows it by.</summary>
    public abstract string Name { get; }

    /// <summary>The elements of the state vector that MATLAB shows.</summary>
    public abstract double[] GetState();

    /// <summary>Puts back a state vector, or fails and changes nothing.</summary>
    public abstract void SetState(ReadOnlySpan<double> state);

    public abstract void Rand(Span<double> destination);

    public abstract void Randn(Span<double> destination);

    public abstract MatlabGenerator Clone();

    /// <summary>1.0 where the uniform is above the threshold, 0.0 elsewhere.</summary>
    public virtual void RandMask(double threshold, Span<double> destination) => Mask.Fill(Rand, threshold, destination);

    /// <summary>A seed, or an element of a state, as the 32-bit word it has to be.</summary>
    protected static uint Word(double value, string what) =>
        value >= 0 && value <= uint.MaxValue && value == Math.Floor(value)
            ? (uint)value
            : throw new ArgumentOutOfRangeException(nameof(value), Invariant($"{what} must be whole and from 0 to 4294967295; given {value}"));

    /// <summary>Refuses a state vector of another length.</summary>
    protected static void CheckLength(ReadOnlySpan<double> state, int length, string what)
    {
        if (state.Length != length)
            throw new ArgumentException($"{what} has {length} elements; given {state.Length}", nameof(state));
    }
}
