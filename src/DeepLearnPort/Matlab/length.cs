namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The larger size of a matrix; 0 when it is empty.</summary>
    /// <param name="x">m × n.</param>
    /// <returns>max(m, n), or 0 when m or n is 0.</returns>
    public static int length(Mat x) => numel(x) == 0 ? 0 : Math.Max(x.RowCount, x.ColumnCount);

    /// <summary>The number of elements of a cell or vector: <c>length(nn.W)</c>.</summary>
    /// <typeparam name="T">What an element is.</typeparam>
    /// <param name="x">The cell or vector.</param>
    /// <returns>How many it holds.</returns>
    public static int length<T>(IReadOnlyCollection<T> x) => x.Count;
}
