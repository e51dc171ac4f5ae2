namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>A whole number from 1..imax, each as likely.</summary>
    /// <param name="imax">Largest value, at least 1.</param>
    /// <param name="stream">Drawn from: one <c>rand</c> (Octave: a few more); the ambient one when left out.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="imax"/> is below 1 or beyond 2^53.</exception>
    public static double randi(long imax, RandStream? stream = null) => randi(imax, 1, 1, stream)[0, 0];

    /// <summary>n×n whole numbers from 1..imax, column by column.</summary>
    /// <param name="imax">Largest value, at least 1.</param>
    /// <param name="n">Rows and columns; negative counts as 0.</param>
    /// <param name="stream">Drawn from: one <c>rand</c> each (Octave: a few more); the ambient one when left out.</param>
    /// <returns>The n×n matrix.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="imax"/> is below 1 or beyond 2^53.</exception>
    public static Mat randi(long imax, int n, RandStream? stream = null) => randi(imax, n, n, stream);

    /// <summary>m×n whole numbers from 1..imax, column by column.</summary>
    /// <param name="imax">Largest value, at least 1.</param>
    /// <param name="m">Rows; negative counts as 0.</param>
    /// <param name="n">Columns; negative counts as 0.</param>
    /// <param name="stream">Drawn from: one <c>rand</c> each (Octave: a few more); the ambient one when left out.</param>
    /// <returns>The m×n matrix.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="imax"/> is below 1 or beyond 2^53.</exception>
    public static Mat randi(long imax, int m, int n, RandStream? stream = null) =>
        Sized.Filled(m, n, d => (stream ?? RandStream.Global).Randi(1, imax, d));

    /// <summary>Whole numbers from 1..imax, column by column.</summary>
    /// <param name="imax">Largest value, at least 1.</param>
    /// <param name="size">Rows and columns: <c>[m, n]</c>; <c>[n]</c> is n×n.</param>
    /// <param name="stream">Drawn from: one <c>rand</c> each (Octave: a few more); the ambient one when left out.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="imax"/> is below 1 or beyond 2^53.</exception>
    public static Mat randi(long imax, IReadOnlyList<int> size, RandStream? stream = null) =>
        Sized.Filled(size, d => (stream ?? RandStream.Global).Randi(1, imax, d));

    /// <summary>A whole number from imin..imax, each as likely.</summary>
    /// <param name="limits">Smallest and largest value: <c>[imin, imax]</c>; <c>[imax]</c> starts at 1.</param>
    /// <param name="stream">Drawn from: one <c>rand</c> (Octave: a few more); the ambient one when left out.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The smallest value is above the largest.</exception>
    public static double randi(IReadOnlyList<int> limits, RandStream? stream = null) => randi(limits, 1, 1, stream)[0, 0];

    /// <summary>m×n whole numbers from imin..imax, column by column.</summary>
    /// <param name="limits">Smallest and largest value: <c>[imin, imax]</c>; <c>[imax]</c> starts at 1.</param>
    /// <param name="m">Rows; negative counts as 0.</param>
    /// <param name="n">Columns; negative counts as 0.</param>
    /// <param name="stream">Drawn from: one <c>rand</c> each (Octave: a few more); the ambient one when left out.</param>
    /// <returns>The m×n matrix.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The smallest value is above the largest.</exception>
    public static Mat randi(IReadOnlyList<int> limits, int m, int n, RandStream? stream = null) => randi(limits, [m, n], stream);

    /// <summary>Whole numbers from imin..imax, column by column.</summary>
    /// <param name="limits">Smallest and largest value: <c>[imin, imax]</c>; <c>[imax]</c> starts at 1.</param>
    /// <param name="size">Rows and columns: <c>[m, n]</c>; <c>[n]</c> is n×n.</param>
    /// <param name="stream">Drawn from: one <c>rand</c> each (Octave: a few more); the ambient one when left out.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException"><paramref name="limits"/> has neither one nor two elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The smallest value is above the largest.</exception>
    public static Mat randi(IReadOnlyList<int> limits, IReadOnlyList<int> size, RandStream? stream = null)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (limits.Count is 0 or > 2)
            throw new ArgumentException($"randi takes imax or [imin imax]; given {limits.Count} limits", nameof(limits));
        return Sized.Filled(size, d => (stream ?? RandStream.Global).Randi(limits.Count == 1 ? 1 : limits[0], limits[^1], d));
    }
}
