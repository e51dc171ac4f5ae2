namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>A number from the exponential distribution of mean 1; Octave only.</summary>
    /// <param name="stream">Drawn from: one exponential; the ambient one when left out.</param>
    /// <returns>The number.</returns>
    public static double rande(RandStream? stream = null)
    {
        double x = 0;
        (stream ?? RandStream.Global).Rande(new Span<double>(ref x));
        return x;
    }

    /// <summary>n×n numbers as <see cref="rande(RandStream?)"/> gives them, column by column.</summary>
    /// <param name="n">Rows and columns; negative counts as 0.</param>
    /// <param name="stream">Drawn from: one exponential for each element; the ambient one when left out.</param>
    /// <returns>The n×n matrix.</returns>
    public static Mat rande(int n, RandStream? stream = null) => rande(n, n, stream);

    /// <summary>m×n numbers as <see cref="rande(RandStream?)"/> gives them, column by column.</summary>
    /// <param name="m">Rows; negative counts as 0.</param>
    /// <param name="n">Columns; negative counts as 0.</param>
    /// <param name="stream">Drawn from: one exponential for each element; the ambient one when left out.</param>
    /// <returns>The m×n matrix.</returns>
    public static Mat rande(int m, int n, RandStream? stream = null) => Sized.Filled(m, n, (stream ?? RandStream.Global).Rande);

    /// <summary>A matrix of numbers as <see cref="rande(RandStream?)"/> gives them, column by column.</summary>
    /// <param name="size">Rows and columns: <c>[m, n]</c>; <c>[n]</c> is n×n.</param>
    /// <param name="stream">Drawn from: one exponential for each element; the ambient one when left out.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">There is no size, or more than two.</exception>
    public static Mat rande(IReadOnlyList<int> size, RandStream? stream = null) => Sized.Filled(size, (stream ?? RandStream.Global).Rande);

    /// <summary>The state of <c>rande</c>'s generator: <c>s = rande("state")</c>.</summary>
    /// <param name="method"><c>state</c> or <c>twister</c>.</param>
    /// <param name="stream">Whose generator; the ambient stream's when left out.</param>
    /// <returns>The state, a column vector in the engine's shape; <see cref="rande(string, Mat, RandStream?)"/> takes it back.</returns>
    /// <exception cref="NotSupportedException">The engine's generator of that name is not available.</exception>
    public static Mat rande(string method, RandStream? stream = null)
    {
        double[] state = (stream ?? RandStream.Global).GetState("rande", method);
        return Mat.Build.Dense(state.Length, 1, state);
    }

    /// <summary>Seeds <c>rande</c>'s generator: <c>rande("state", 0)</c>.</summary>
    /// <param name="method"><c>state</c> or <c>twister</c>.</param>
    /// <param name="seed">Whole number from 0 to 2^32 - 1.</param>
    /// <param name="stream">Whose generator; the ambient stream's when left out.</param>
    /// <exception cref="NotSupportedException">The engine's generator of that name is not available.</exception>
    public static void rande(string method, double seed, RandStream? stream = null) =>
        (stream ?? RandStream.Global).SetState("rande", method, [seed]);

    /// <summary>Puts back a state of <c>rande</c>'s generator: <c>rande("state", s)</c>.</summary>
    /// <param name="method"><c>state</c> or <c>twister</c>.</param>
    /// <param name="state">What <see cref="rande(string, RandStream?)"/> returned; in Octave also a vector of seeds.</param>
    /// <param name="stream">Whose generator; the ambient stream's when left out.</param>
    /// <exception cref="NotSupportedException">The engine's generator of that name is not available.</exception>
    public static void rande(string method, Mat state, RandStream? stream = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        (stream ?? RandStream.Global).SetState("rande", method, state.ToColumnMajorArray());
    }
}
