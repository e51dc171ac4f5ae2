namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>n×n numbers 1, 2, …, drawn with the given relative probabilities, column by column.</summary>
    /// <param name="P">Relative probability of each number, none negative: <c>[1, 3, 2]</c> draws 2 half of the time.</param>
    /// <param name="n">Rows and columns; negative counts as 0.</param>
    /// <param name="stream">Drawn from: one uniform for each element; the ambient one when left out.</param>
    /// <returns>The n×n matrix of numbers from 1 to P.Count.</returns>
    /// <remarks>Probabilities that are all 0 give zeros, after the same draws. Source: util/randp.m.</remarks>
    /// <exception cref="ArgumentNullException">P is null.</exception>
    /// <exception cref="ArgumentException">A probability is negative.</exception>
    [MatTakes(MatClasses.Integer)]
    public static Mat randp([MatTakes(MatClasses.Logical)] IReadOnlyList<double> P, int n, RandStream? stream = null) =>
        randp(P, n, n, stream);

    /// <summary>m×n numbers drawn with the given relative probabilities, column by column.</summary>
    /// <param name="P">Relative probability of each number, none negative.</param>
    /// <param name="m">Rows; negative counts as 0.</param>
    /// <param name="n">Columns; negative counts as 0.</param>
    /// <param name="stream">Drawn from: one uniform for each element; the ambient one when left out.</param>
    /// <returns>The m×n matrix of numbers from 1 to P.Count.</returns>
    /// <exception cref="ArgumentException">A probability is negative.</exception>
    [MatTakes(MatClasses.Integer)]
    public static Mat randp([MatTakes(MatClasses.Logical)] IReadOnlyList<double> P, int m, int n, RandStream? stream = null) =>
        randp(P, [m, n], stream);

    /// <summary>Numbers drawn with the given relative probabilities, column by column: <c>randp([1, 3, 2], [5, 3])</c>.</summary>
    /// <param name="P">Relative probability of each number, none negative.</param>
    /// <param name="size">Rows and columns: <c>[m, n]</c>; <c>[n]</c> is n×n.</param>
    /// <param name="stream">Drawn from: one uniform for each element; the ambient one when left out.</param>
    /// <returns>The matrix of numbers from 1 to P.Count.</returns>
    /// <exception cref="ArgumentException">A probability is negative, or there is no size, or more than two.</exception>
    [NotReplayed]
    public static Mat randp(IReadOnlyList<double> P, IReadOnlyList<int> size, RandStream? stream = null)
    {
        double[] edges = Edges(P);
        return Sized.Filled(size, X => Draw(edges, X, stream));
    }

    /// <summary>
    /// An m×n×p array of numbers drawn with the given relative probabilities, column by column, page after page.
    /// </summary>
    /// <param name="P">Relative probability of each number, none negative.</param>
    /// <param name="m">Rows of each page; negative counts as 0.</param>
    /// <param name="n">Columns of each page; negative counts as 0.</param>
    /// <param name="p">Pages; negative counts as 0.</param>
    /// <param name="stream">Drawn from: one uniform for each element; the ambient one when left out.</param>
    /// <returns>The m×n×p array of numbers from 1 to P.Count.</returns>
    /// <exception cref="ArgumentException">A probability is negative.</exception>
    [MatTakes(MatClasses.Integer)]
    public static Array3 randp(
        [MatTakes(MatClasses.Logical)] IReadOnlyList<double> P, int m, int n, int p, RandStream? stream = null)
    {
        double[] edges = Edges(P);
        return Sized.Filled(m, n, p, X => Draw(edges, X, stream));
    }

    // Sizes in one vector may be any number of them, and P of any shape: MATLAB's P(:).
    [Replayed]
    [MatTakes(MatClasses.Integer)]
    internal static MatValue randp([MatTakes(MatClasses.Logical)] MatNumeric P, [MatForm(Varargin = true)] int[][] sizes)
    {
        if (sizes.Length == 0)
            throw new ArgumentException("sizes must be given after P", nameof(sizes));
        double[] edges = Edges(P.AsDoubles());
        int[] size = sizes.Length == 1 ? sizes[0] : [.. sizes.Select(one => one.Length == 1
            ? one[0]
            : throw new ArgumentException("sizes must be numbers, or one vector of them", nameof(sizes)))];
        size = size.Length switch
        {
            0 => [0, 0],
            1 => [size[0], size[0]],
            _ => Array.ConvertAll(size, d => Math.Max(d, 0)),
        };
        var X = new double[size.Aggregate(1, (count, d) => Require.Count(count, d, nameof(randp)))];
        Draw(edges, X, null);
        while (size.Length > 2 && size[^1] == 1)
            size = size[..^1];
        return MatNumeric.Create(X, size);
    }

    // [0; cumsum(P)] ./ sum(P): number k is drawn from edges[k-1] up to edges[k]; empty when nothing can be drawn
    private static double[] Edges(IReadOnlyList<double> P)
    {
        ArgumentNullException.ThrowIfNull(P);
        if (P.Any(p => p < 0))
            throw new ArgumentException(
                Invariant($"all probabilities in P must be 0 or larger; one is {P.First(p => p < 0)}"), nameof(P));
        var edges = new double[P.Count + 1];
        for (int k = 0; k < P.Count; k++)
            edges[k + 1] = edges[k] + P[k];
        double sum = edges[^1];
        return sum == 0 ? [] : [.. edges.Select(edge => edge / sum)];
    }

    private static void Draw(double[] edges, Span<double> X, RandStream? stream)
    {
        (stream ?? RandStream.Global).Rand(X);
        foreach (ref double x in X)
        {
            double draw = x;
            // The last of equal edges, so that a number of probability 0 is passed over; nothing where they end in NaN.
            x = edges.Length > 0 && draw <= edges[^1] ? Array.FindLastIndex(edges, edge => edge <= draw) + 1 : 0;
        }
    }
}
