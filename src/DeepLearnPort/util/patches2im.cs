namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>
    /// Puts 80 × 114 patches of 10 × 10 together to an image of 1140 × 800, the only size that the original knows.
    /// </summary>
    /// <param name="patches">100 × k, one patch in each column; the first 9120 are used, down the image first.</param>
    /// <param name="n">Rows of the image, if more than 1140; the rest stays 0.</param>
    /// <param name="m">Columns of the image, if more than 800; the rest stays 0.</param>
    /// <returns>max(n, 1140) × max(m, 800).</returns>
    /// <remarks>Draws nothing. Source: util/patches2im.m.</remarks>
    /// <exception cref="ArgumentNullException">patches is null.</exception>
    /// <exception cref="ArgumentException">
    /// A patch does not have 100 numbers, there are fewer than 9120, or the image would be too large.
    /// </exception>
    [MatTakes(MatClasses.Numeric)]
    public static Mat patches2im(Mat patches, int n, int m)
    {
        const int Side = 10, Down = 114, Across = 80;
        patches = Require.Dense(patches, nameof(patches));
        Require.Rows(patches, Side * Side, nameof(patches), "10×10 patches in columns");
        if (patches.ColumnCount < Down * Across)
            throw new ArgumentException(
                $"patches must have {Down * Across} columns or more, one for each patch; "
                    + $"is {patches.RowCount}×{patches.ColumnCount}", nameof(patches));

        (n, m) = (Math.Max(n, Down * Side), Math.Max(m, Across * Side));
        Require.Count(n, m, "patches2im");
        var im = Mat.Build.Dense(n, m);
        for (int k = 0; k < Down * Across; k++)
            im.SetSubMatrix(k % Down * Side, k / Down * Side, reshape(patches.SubMatrix(0, Side * Side, k, 1), Side, Side));
        return im;
    }
}
