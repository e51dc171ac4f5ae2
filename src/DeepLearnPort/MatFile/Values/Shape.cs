using System.Collections.Immutable;

namespace DeepLearnPort;

/// <summary>Arithmetic on array sizes that no claim in a file can make overflow.</summary>
internal static class Shape
{
    /// <summary>More than this no program writes.</summary>
    public const int MostDimensions = 4096;

    public static readonly ImmutableArray<int> Scalar = [1, 1];
    public static readonly ImmutableArray<int> Empty = [0, 0];

    /// <summary>The number of elements; <see cref="long.MaxValue"/> where the product is larger than that.</summary>
    public static long Count(ReadOnlySpan<int> dimensions)
    {
        if (dimensions.Contains(0)) return 0;
        long count = 1;
        foreach (var d in dimensions)
        {
            if (count > long.MaxValue / d) return long.MaxValue;
            count *= d;
        }
        return count;
    }

    /// <summary>A size as MATLAB shows it: <c>2x3x4</c>.</summary>
    public static string Text(ReadOnlySpan<int> dimensions) => string.Join('x', dimensions.ToArray());

    /// <summary>Checks the size a caller gives for data of <paramref name="count"/> elements.</summary>
    public static ImmutableArray<int> Checked(ReadOnlySpan<int> dimensions, long count, string what)
    {
        if (dimensions.Length < 2 || dimensions.ContainsAnyExceptInRange(0, int.MaxValue))
            throw new ArgumentException($"a size needs two or more numbers from 0, but was '{Text(dimensions)}'", nameof(dimensions));
        if (Count(dimensions) != count)
            throw new ArgumentException($"a {Text(dimensions)} array needs {Count(dimensions)} {what}, but {count} were given", nameof(dimensions));
        return [.. dimensions];
    }

    /// <summary>The linear position of row and column, both from 0, checked.</summary>
    public static int Position(ImmutableArray<int> dimensions, int row, int column)
    {
        if (dimensions.Length != 2 || (uint)row >= (uint)dimensions[0] || (uint)column >= (uint)dimensions[1])
            throw new ArgumentOutOfRangeException(nameof(row), $"({row}, {column}) is outside the {Text(dimensions.AsSpan())} array (positions count from 0)");
        return column * dimensions[0] + row;
    }
}
