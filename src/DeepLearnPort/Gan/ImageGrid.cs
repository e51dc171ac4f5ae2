using SkiaSharp;

namespace DeepLearnPort;

/// <summary>Pictures of rows of a matrix.</summary>
public static class ImageGrid
{
    private const int Gap = 2;

    /// <summary>Writes square grey images side by side, row after row, as one PNG file.</summary>
    /// <param name="path">The file; it is replaced whole or not at all.</param>
    /// <param name="images">One image a row of the matrix, each row by row, 0 black to 1 white (values beyond are clipped).</param>
    /// <param name="columns">Images in a row of the grid.</param>
    /// <param name="zoom">Screen pixels for an image pixel.</param>
    /// <exception cref="ArgumentException">The images are not square, or there are none.</exception>
    public static void WritePng(string path, Mat images, int columns, int zoom = 2)
    {
        int side = (int)Math.Round(Math.Sqrt(images.ColumnCount));
        if (side * side != images.ColumnCount || images.RowCount == 0 || columns < 1)
            throw new ArgumentException($"a grid needs square images (columns a square number) and at least one; images is {images.RowCount}×{images.ColumnCount}, columns {columns}");

        int rows = (images.RowCount + columns - 1) / columns;
        int step = side * zoom + Gap;
        using var bitmap = new SKBitmap(columns * step + Gap, rows * step + Gap, SKColorType.Gray8, SKAlphaType.Opaque);
        bitmap.Erase(new SKColor(96, 96, 96));
        var pixels = bitmap.GetPixelSpan();
        for (int image = 0; image < images.RowCount; image++)
        {
            int left = Gap + image % columns * step, top = Gap + image / columns * step;
            for (int y = 0; y < side * zoom; y++)
                for (int x = 0; x < side * zoom; x++)
                    pixels[(top + y) * bitmap.RowBytes + left + x] = Grey(images[image, y / zoom * side + x / zoom]);
        }
        AtomicFile.Write(path, file =>
        {
            using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
            png.SaveTo(file);
        });
    }

    /// <summary>Puts PNG pictures of one size side by side, row after row, into one PNG file.</summary>
    /// <param name="path">The file; it is replaced whole or not at all.</param>
    /// <param name="pictures">Their files' bytes, in order.</param>
    /// <param name="columns">Pictures in a row.</param>
    public static void WritePng(string path, IReadOnlyList<byte[]> pictures, int columns)
    {
        using var first = SKBitmap.Decode(pictures[0]);
        int rows = (pictures.Count + columns - 1) / columns;
        using var surface = SKSurface.Create(new SKImageInfo(columns * first.Width, rows * first.Height));
        for (int i = 0; i < pictures.Count; i++)
        {
            using var picture = SKBitmap.Decode(pictures[i]);
            surface.Canvas.DrawBitmap(picture, i % columns * first.Width, i / columns * first.Height);
        }
        using var whole = surface.Snapshot();
        using var png = whole.Encode(SKEncodedImageFormat.Png, 100);
        AtomicFile.Write(path, png.SaveTo);
    }

    private static byte Grey(double value) => (byte)Math.Round(255 * Math.Clamp(double.IsNaN(value) ? 0 : value, 0, 1));
}
