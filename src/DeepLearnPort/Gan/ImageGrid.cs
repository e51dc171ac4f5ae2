using SkiaSharp;

namespace DeepLearnPort;

/// <summary>Pictures of rows of a matrix.</summary>
public static class ImageGrid
{
    private const int Gap = 2;

    // Of a picture, which is held as bytes; beyond it, viewers and the encoder give up.
    private const long MostPixels = 1 << 28;

    /// <summary>Writes grey images side by side, row after row, as one PNG file.</summary>
    /// <param name="path">The file; it is replaced whole or not at all.</param>
    /// <param name="images">
    /// One image a row of the matrix, each row by row, 0 black to 1 white (values beyond are clipped, NaN is black).
    /// </param>
    /// <param name="columns">Images in a row of the grid.</param>
    /// <param name="zoom">Screen pixels for an image pixel.</param>
    /// <param name="height">Rows of pixels in an image; 0: images are square.</param>
    /// <exception cref="ArgumentException">
    /// Columns make no images of that height, there are none, or the grid would be too large.
    /// </exception>
    public static void WritePng(string path, Mat images, int columns, int zoom = 2, int height = 0)
    {
        images = Require.Dense(images, nameof(images));
        int tall = height > 0 ? height : SideOf(images.ColumnCount);
        if (height < 0 || tall == 0 || images.ColumnCount % tall != 0 || images.RowCount == 0 || columns < 1 || zoom < 1)
            throw new ArgumentException(
                $"a grid needs square images (columns a square number), or their height, and at least one; images is "
                + $"{images.RowCount}×{images.ColumnCount}, columns {columns}, zoom {zoom}, height {height}");
        int wide = images.ColumnCount / tall;
        long width = columns * ((long)wide * zoom + Gap) + Gap, rows = (images.RowCount - 1L) / columns + 1,
            length = rows * ((long)tall * zoom + Gap) + Gap;
        if ((decimal)width * length > MostPixels)
            throw new ArgumentException(
                $"a grid must have at most {MostPixels} pixels; {images.RowCount} images would make {width}×{length}",
                nameof(images));

        int stepX = wide * zoom + Gap, stepY = tall * zoom + Gap;
        using var bitmap = new SKBitmap((int)width, (int)length, SKColorType.Gray8, SKAlphaType.Opaque);
        bitmap.Erase(new SKColor(96, 96, 96));
        var pixels = bitmap.GetPixelSpan();
        for (int image = 0; image < images.RowCount; image++)
        {
            int left = Gap + image % columns * stepX, top = Gap + image / columns * stepY;
            for (int y = 0; y < tall * zoom; y++)
                for (int x = 0; x < wide * zoom; x++)
                    pixels[(top + y) * bitmap.RowBytes + left + x] = Grey(images[image, y / zoom * wide + x / zoom]);
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
    /// <exception cref="ArgumentException">There are no pictures, or no columns for them.</exception>
    /// <exception cref="InvalidDataException">One is no picture.</exception>
    public static void WritePng(string path, IReadOnlyList<byte[]> pictures, int columns)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        if (pictures.Count == 0 || columns < 1)
            throw new ArgumentException(
                $"there must be at least one picture and one column; are {pictures.Count} and {columns}", nameof(pictures));
        using var first = Picture(pictures, 0);
        int rows = (pictures.Count + columns - 1) / columns;
        using var surface = SKSurface.Create(new SKImageInfo(columns * first.Width, rows * first.Height));
        for (int i = 0; i < pictures.Count; i++)
        {
            using var picture = Picture(pictures, i);
            surface.Canvas.DrawBitmap(picture, i % columns * first.Width, i / columns * first.Height);
        }
        using var whole = surface.Snapshot();
        using var png = whole.Encode(SKEncodedImageFormat.Png, 100);
        AtomicFile.Write(path, png.SaveTo);
    }

    /// <summary>The side of a square of so many pixels; 0: they make none.</summary>
    internal static int SideOf(int pixels)
    {
        int side = (int)Math.Round(Math.Sqrt(pixels));
        return (long)side * side == pixels ? side : 0;
    }

    private static SKBitmap Picture(IReadOnlyList<byte[]> pictures, int i) =>
        SKBitmap.Decode(pictures[i]) ?? throw new InvalidDataException($"pictures must be PNG files; number {i + 1} is none");

    private static byte Grey(double value) => (byte)Math.Round(255 * Math.Clamp(double.IsNaN(value) ? 0 : value, 0, 1));
}
