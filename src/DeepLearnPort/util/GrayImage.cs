using SkiaSharp;

namespace DeepLearnPort;

/// <summary>Matrices as grey pictures, as MATLAB's <c>imagesc</c> with <c>colormap gray</c> shows them.</summary>
internal static class GrayImage
{
    // Enlarged in whole steps until the longer side has about this many pixels.
    private const int WantedSize = 600;

    /// <summary>Smallest and largest number, NaN left out.</summary>
    public static (double Low, double High) Range(ReadOnlySpan<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
            (low, high) = (Math.Min(low, double.IsNaN(value) ? low : value), Math.Max(high, double.IsNaN(value) ? high : value));
        return (low, high);
    }

    /// <summary>Writes a PNG, whole or not at all: <paramref name="low"/> and less is black, <paramref name="high"/> and more white.</summary>
    public static void Write(string file, Mat a, double low, double high)
    {
        if (a.RowCount == 0 || a.ColumnCount == 0)
            throw new ArgumentException($"a picture must have pixels; is {a.RowCount}×{a.ColumnCount}", nameof(a));
        int zoom = Math.Max(1, WantedSize / Math.Max(a.RowCount, a.ColumnCount));
        using var bitmap = new SKBitmap(new SKImageInfo(a.ColumnCount * zoom, a.RowCount * zoom, SKColorType.Gray8, SKAlphaType.Opaque));
        var pixels = bitmap.GetPixelSpan();
        for (int i = 0; i < bitmap.Height; i++)
            for (int j = 0; j < bitmap.Width; j++)
                pixels[i * bitmap.RowBytes + j] = Shade(a[i / zoom, j / zoom], low, high);
        AtomicFile.Write(file, stream => bitmap.Encode(stream, SKEncodedImageFormat.Png, quality: 100));
    }

    private static byte Shade(double value, double low, double high) => high > low
        ? (byte)Math.Round(255 * Math.Clamp((value - low) / (high - low), 0, 1))
        : (byte)127;
}
