namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Cuts an image into patches, one in each row, each read column by column.</summary>
    /// <param name="im">h × w; m divides h and n divides w.</param>
    /// <param name="m">Rows from one patch to the next, and columns of a patch.</param>
    /// <param name="n">Columns from one patch to the next, and rows of a patch.</param>
    /// <returns>(h/m·w/n) × (m·n), patches along the rows of the image first; 0 × 0 of an image without pixels.</returns>
    /// <remarks>
    /// As in the original, a patch has n rows and m columns: with m ≠ n the patches overlap, and those at the border reach beyond
    /// the image, which is an error. Draws nothing. Source: util/im2patches.m.
    /// </remarks>
    /// <exception cref="ArgumentNullException">im is null.</exception>
    /// <exception cref="ArgumentException">m or n is below 1 or does not divide, or a patch reaches beyond the image.</exception>
    public static Mat im2patches(Mat im, [MatTakes(MatClasses.Integer)] int m, [MatTakes(MatClasses.Integer)] int n)
    {
        im = Require.Dense(im, nameof(im));
        if (m < 1 || n < 1 || im.RowCount % m != 0 || im.ColumnCount % n != 0)
            throw new ArgumentException(
                $"m and n must divide the rows and columns of im, {im.RowCount}×{im.ColumnCount}; were {m} and {n}",
                m < 1 || im.RowCount % m != 0 ? nameof(m) : nameof(n));
        if (im.RowCount == 0 || im.ColumnCount == 0)
            return Mat.Build.Dense(0, 0);
        if (m != n)
            throw new ArgumentException(
                $"m and n must be equal: patches of {n}×{m} taken every {m} rows and {n} columns reach beyond im", nameof(n));

        int across = im.ColumnCount / n;
        return Mat.Build.Dense(im.RowCount / m * across, m * n,
            (patch, p) => im[patch / across * m + p % n, patch % across * n + p / n]);
    }

    // [[] patch] keeps the class of the patch, but for logical, which the double [] makes double.
    [Replayed]
    internal static MatValue im2patches(
        [MatTakes(MatClasses.Numeric)] MatNumeric im, [MatTakes(MatClasses.Integer)] int m, [MatTakes(MatClasses.Integer)] int n)
    {
        var patches = im2patches(im.AsMatrix(), m, n);
        return ClassOfResult.Cast(patches, patches.RowCount == 0 || im.Class == MatClass.Logical ? MatClass.Double : im.Class);
    }
}
