namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Where a matrix is not zero: <c>find(x)</c>.</summary>
    /// <param name="x">m × n.</param>
    /// <returns>Positions counted from 1, column by column.</returns>
    [return: MatForm(EitherWay = true)]
    public static int[] find(Mat x) => find(x, value => value != 0);

    /// <summary>Where a condition holds: <c>find(x, v =&gt; v &gt; 3)</c> is MATLAB's <c>find(x &gt; 3)</c>.</summary>
    /// <param name="x">m × n.</param>
    /// <param name="condition">What the elements must meet.</param>
    /// <returns>Positions counted from 1, column by column.</returns>
    public static int[] find(Mat x, Func<double, bool> condition) => find(x.Values(), condition);

    /// <summary>Where a condition holds in a vector, such as labels: <c>find(labels, label =&gt; label == 3)</c>.</summary>
    /// <typeparam name="T">What an element is.</typeparam>
    /// <param name="x">The vector.</param>
    /// <param name="condition">What the elements must meet.</param>
    /// <returns>Positions counted from 1.</returns>
    public static int[] find<T>(IReadOnlyList<T> x, Func<T, bool> condition) =>
        [.. Enumerable.Range(1, x.Count).Where(i => condition(x[i - 1]))];
}
