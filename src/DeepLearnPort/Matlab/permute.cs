namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Exchanges dimensions: <c>permute(x, [2, 1, 3])</c> transposes every page.</summary>
    /// <param name="x">h × w × m.</param>
    /// <param name="order">Which dimension of x, from 1, becomes the first, second and third.</param>
    /// <returns>The array with its dimensions in that order.</returns>
    /// <exception cref="ArgumentException">The order does not hold 1, 2 and 3.</exception>
    public static Array3 permute(Array3 x, IReadOnlyList<int> order)
    {
        if (!order.Order().SequenceEqual([1, 2, 3]))
            throw new ArgumentException($"order must hold 1, 2 and 3; was [{string.Join(' ', order)}]", nameof(order));

        int[] size = [x.RowCount, x.ColumnCount, x.PageCount];
        int[] stride = [1, x.RowCount, x.RowCount * x.ColumnCount];
        int[] newSize = [.. order.Select(d => size[d - 1])];
        int[] step = [.. order.Select(d => stride[d - 1])];
        var values = x.Values;
        return Array3.Create(newSize[0], newSize[1], newSize[2], (i, j, k) => values[i * step[0] + j * step[1] + k * step[2]]);
    }
}
