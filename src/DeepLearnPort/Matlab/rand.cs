namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>A number from the uniform distribution on (0, 1).</summary>
    /// <param name="stream">Drawn from: one uniform; the ambient one when left out.</param>
    /// <returns>The number.</returns>
    public static double rand(RandStream? stream = null)
    {
        double x = 0;
        (stream ?? RandStream.Global).Rand(new Span<double>(ref x));
        return x;
    }

    /// <summary>n×n numbers as <see cref="rand(RandStream?)"/> gives them, column by column.</summary>
    /// <param name="n">Rows and columns; negative counts as 0.</param>
    /// <param name="stream">Drawn from: one uniform for each element; the ambient one when left out.</param>
    /// <returns>The n×n matrix.</returns>
    public static Mat rand(int n, RandStream? stream = null) => rand(n, n, stream);

    /// <summary>m×n numbers as <see cref="rand(RandStream?)"/> gives them, column by column.</summary>
    /// <param name="m">Rows; negative counts as 0.</param>
    /// <param name="n">Columns; negative counts as 0.</param>
    /// <param name="stream">Drawn from: one uniform for each element; the ambient one when left out.</param>
    /// <returns>The m×n matrix.</returns>
    public static Mat rand(int m, int n, RandStream? stream = null) => Sized.Filled(m, n, (stream ?? RandStream.Global).Rand);

    /// <summary>An m×n×p array of numbers as <see cref="rand(RandStream?)"/> gives them, column by column, page after page.</summary>
    /// <param name="m">Rows of each page; negative counts as 0.</param>
    /// <param name="n">Columns of each page; negative counts as 0.</param>
    /// <param name="p">Pages; negative counts as 0.</param>
    /// <param name="stream">Drawn from: one uniform for each element; the ambient one when left out.</param>
    /// <returns>The m×n×p array.</returns>
    public static Array3 rand(int m, int n, int p, RandStream? stream = null) => Sized.Filled(m, n, p, (stream ?? RandStream.Global).Rand);

    /// <summary>A matrix of numbers as <see cref="rand(RandStream?)"/> gives them, column by column.</summary>
    /// <param name="size">Rows and columns: <c>[m, n]</c>; <c>[n]</c> is n×n.</param>
    /// <param name="stream">Drawn from: one uniform for each element; the ambient one when left out.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">There is no size, or more than two.</exception>
    public static Mat rand(IReadOnlyList<int> size, RandStream? stream = null) => Sized.Filled(size, (stream ?? RandStream.Global).Rand);

    /// <summary>The state of <c>rand</c>'s generator: <c>s = rand("state")</c>.</summary>
    /// <param name="method"><c>state</c>, <c>twister</c> or <c>seed</c>.</param>
    /// <param name="stream">Whose generator; the ambient stream's when left out.</param>
    /// <returns>The state, a column vector in the engine's shape; <see cref="rand(string, Mat, RandStream?)"/> takes it back.</returns>
    /// <exception cref="NotSupportedException">The engine's generator of that name is not available.</exception>
    public static Mat rand(string method, RandStream? stream = null)
    {
        double[] state = (stream ?? RandStream.Global).GetState("rand", method);
        return Mat.Build.Dense(state.Length, 1, state);
    }

    /// <summary>Seeds <c>rand</c>'s generator: <c>rand("state", 0)</c>.</summary>
    /// <param name="method"><c>state</c>, <c>twister</c> or <c>seed</c>.</param>
    /// <param name="seed">Whole number from 0 to 2^32 - 1.</param>
    /// <param name="stream">Whose generator; the ambient stream's when left out.</param>
    /// <exception cref="NotSupportedException">The engine's generator of that name is not available.</exception>
    public static void rand(string method, double seed, RandStream? stream = null) =>
        (stream ?? RandStream.Global).SetState("rand", method, [seed]);

    /// <summary>Puts back a state of <c>rand</c>'s generator: <c>rand("state", s)</c>.</summary>
    /// <param name="method"><c>state</c>, <c>twister</c> or <c>seed</c>.</param>
    /// <param name="state">What <see cref="rand(string, RandStream?)"/> returned; in Octave also a vector of seeds.</param>
    /// <param name="stream">Whose generator; the ambient stream's when left out.</param>
    /// <exception cref="NotSupportedException">The engine's generator of that name is not available.</exception>
    public static void rand(string method, Mat state, RandStream? stream = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        (stream ?? RandStream.Global).SetState("rand", method, state.ToColumnMajorArray());
    }
}
