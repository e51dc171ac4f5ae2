using SkiaSharp;

namespace DeepLearnPort;

/// <summary>Matrices as grey pictures, as MATLAB's <c>imagesc</c> with <c>colormap gray</c> shows them.</summary>
internal static class GrayImage
{
    // Enlarged in whole steps until the longer side has about this many pixels.
    private const int WantedSize = 600;
    private const int MostPixels = 1 << 28;

    /// <summary>Smallest and largest number; what is not finite is left out, so that the rest can still be told apart.</summary>
    public static (double Low, double High) Range(ReadOnlySpan<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
            if (double.IsFinite(value))
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return (low, high);
    }

    /// <summary>
    /// Writes a PNG, whole or not at all: <paramref name="low"/> and less is black, and so is NaN; <paramref name="high"/> and
    /// more is white.
    /// </summary>
    public static void Write(string file, Mat a, double low, double high)
    {
        if (a.RowCount == 0 || a.ColumnCount == 0)
            throw new ArgumentException($"a picture must have pixels; is {a.RowCount}×{a.ColumnCount}", nameof(a));
        if ((long)a.RowCount * a.ColumnCount > MostPixels)
            throw new ArgumentException(
                $"a picture of {a.RowCount}×{a.ColumnCount} pixels is too large: {MostPixels} at most", nameof(a));
        int zoom = Math.Max(1, WantedSize / Math.Max(a.RowCount, a.ColumnCount));
        var size = new SKImageInfo(a.ColumnCount * zoom, a.RowCount * zoom, SKColorType.Gray8, SKAlphaType.Opaque);
        using var bitmap = new SKBitmap(size);
        var pixels = bitmap.GetPixelSpan();
        for (int i = 0; i < bitmap.Height; i++)
            for (int j = 0; j < bitmap.Width; j++)
                pixels[i * bitmap.RowBytes + j] = Shade(a[i / zoom, j / zoom], low, high);
        AtomicFile.Write(file, stream => bitmap.Encode(stream, SKEncodedImageFormat.Png, quality: 100));
    }

    // Halves, so that the distance of the largest numbers is one.
    private static byte Shade(double value, double low, double high) =>
        double.IsNaN(value) || value == double.NegativeInfinity ? (byte)0
        : value == double.PositiveInfinity ? (byte)255
        : high > low ? (byte)Math.Round(255 * Math.Clamp((value / 2 - low / 2) / (high / 2 - low / 2), 0, 1))
        : (byte)127;
}
