namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The number of elements of a matrix.</summary>
    /// <param name="x">m × n.</param>
    /// <returns>m·n.</returns>
    public static int numel(Mat x) => x.RowCount * x.ColumnCount;

    /// <summary>The number of elements of a cell or vector: <c>numel(nn.W)</c>, <c>numel(bad)</c>.</summary>
    /// <typeparam name="T">What an element is.</typeparam>
    /// <param name="x">The cell or vector.</param>
    /// <returns>How many it holds.</returns>
    public static int numel<T>(IReadOnlyCollection<T> x) => x.Count;
}
