using System.Buffers;
using System.Runtime.CompilerServices;

namespace DeepLearnPort;

/// <summary>Images as bytes, an eighth of the memory of doubles: what <c>double(x)/255</c> of a uint8 matrix stands for.</summary>
public sealed class ImageSet : RealData
{
    private readonly byte[] _pixels; // image after image: a row of the matrix is one piece of memory
    private readonly byte[] _digits; // empty: no labels

    private ImageSet(byte[] pixels, int count, byte[] digits, int height) =>
        (_pixels, Count, _digits, ImageHeight) = (pixels, count, digits, height);

    /// <inheritdoc/>
    public override int Count { get; }

    /// <inheritdoc/>
    public override int Pixels => _pixels.Length / Count;

    /// <inheritdoc/>
    public override int ImageHeight { get; }

    /// <inheritdoc/>
    public override bool IsLabelled => _digits.Length > 0;

    /// <summary>Reads a uint8 array of a file of the toolbox's layout.</summary>
    /// <param name="path">A MAT file such as <c>mnist_uint8.mat</c>.</param>
    /// <param name="variable">
    /// The variable: m×pixels, images in rows, each row by row; or height×width×m, which need not be square.
    /// </param>
    /// <param name="labels">The variable with their labels, m×10, one-hot; null: none are read.</param>
    /// <returns>The images.</returns>
    /// <exception cref="MatFileException">The file or the variable cannot be read.</exception>
    /// <exception cref="ArgumentException">
    /// A variable is not such an array, or they do not go together; a label that is not one-hot is named by its row.
    /// </exception>
    public static ImageSet Load(string path, string variable = "train_x", string? labels = null)
    {
        var (values, sizes) = Bytes(path, variable, mostDimensions: 3);
        int count = sizes is [_, _, var pages] ? pages : sizes[0];
        int pixels = sizes is [var height, var width, _] ? Require.Count(height, width, $"an image of {variable}") : sizes[1];
        Require.Count(count, pixels, variable);
        var rows = sizes.Length == 3 ? PagesAsRows(values.Span, sizes[0], sizes[1], count) : ByRows(values, count, pixels);
        int tall = sizes.Length == 3 ? sizes[0] : ImageGrid.SideOf(pixels);
        return new(rows, count, labels is null ? [] : Digits(path, labels, count), tall);
    }

    /// <summary>Black images, all of them the digit 0.</summary>
    internal static ImageSet Blank(int count, int pixels) =>
        new(new byte[count * pixels], count, new byte[count], ImageGrid.SideOf(pixels));

    private static byte[] ByRows(ReadOnlyMemory<byte> columns, int count, int pixels)
    {
        var rows = new byte[columns.Length];
        // Few columns at a time, so that the rows that are written stay in the cache.
        const int block = 64;
        for (int first = 0; first < count; first += block)
            for (int j = 0; j < pixels; j++)
            {
                var column = columns.Span.Slice(j * count + first, Math.Min(block, count - first));
                for (int i = 0; i < column.Length; i++)
                    rows[(first + i) * pixels + j] = column[i];
            }
        return rows;
    }

    private static byte[] PagesAsRows(ReadOnlySpan<byte> pages, int height, int width, int count)
    {
        var rows = new byte[pages.Length];
        for (int page = 0; page < count; page++)
            for (int column = 0; column < width; column++)
                for (int row = 0; row < height; row++)
                    rows[(page * height + row) * width + column] = pages[(page * width + column) * height + row];
        return rows;
    }

    private static (ReadOnlyMemory<byte> Values, int[] Sizes) Bytes(string path, string variable, int mostDimensions)
    {
        var value = MatFile.Load(path, variable);
        return value is MatNumeric numeric && numeric.TryGetData<byte>(out var values)
            && value.Dimensions.Length <= mostDimensions && !value.Dimensions.Contains(0)
            ? (values, [.. value.Dimensions])
            : throw new ArgumentException($"{variable} of {path} must be a uint8 matrix with samples in rows; is {value}", nameof(variable));
    }

    private static byte[] Digits(string path, string variable, int count)
    {
        var (label, sizes) = Bytes(path, variable, mostDimensions: 2);
        if (sizes[0] != count || sizes[1] != Classes)
            throw new ArgumentException(
                $"{variable} of {path} must be {count}×{Classes}, a row for each image; is {sizes[0]}×{sizes[1]}",
                nameof(variable));
        var digits = new byte[count];
        var row = new byte[Classes];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < Classes; j++)
                row[j] = label.Span[i + j * count];
            if (row.AsSpan().Count((byte)1) != 1 || row.AsSpan().Count((byte)0) != Classes - 1)
                throw new ArgumentException(
                    $"{variable} of {path} must be one-hot, a 1 and nine 0 in every row; row {i + 1} is [{string.Join(' ', row)}]",
                    nameof(variable));
            digits[i] = (byte)row.IndexOf((byte)1);
        }
        return digits;
    }

    /// <summary>Some of the images, <c>double(x(index,:))/255</c>, values in [0, 1].</summary>
    /// <inheritdoc/>
    public override Mat Rows(ReadOnlySpan<int> index)
    {
        var x = Mat.Build.Dense(index.Length, Pixels);
        CopyRows(index, x, map: false);
        return x;
    }

    /// <summary>A range of the images: <c>Rows(..100)</c> is <c>double(x(1:100,:))/255</c>.</summary>
    /// <param name="images">Images counted from 0.</param>
    /// <returns>As many rows × <see cref="Pixels"/>, values in [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the images.</exception>
    public Mat Rows(Range images)
    {
        var (first, count) = MatrixParts.Resolve(images, Count, "images");
        return Rows([.. Enumerable.Range(first + 1, count)]);
    }

    /// <summary>
    /// <c>mapminmax(double(x(index,:))/255, 0, 1)</c> into the first rows of result: the same bits, in one pass instead of four.
    /// </summary>
    internal override void CopyMapped(ReadOnlySpan<int> index, Mat result) => CopyRows(index, result, map: true);

    private static readonly double[] Fractions = [.. Enumerable.Range(0, 256).Select(pixel => pixel / 255.0)];

    // Images at a time, whose bytes stay in the second-level cache; those and columns that one task takes.
    private const int MostImages = 2048, ImagesPerTask = 64, ColumnsPerTask = 28;

    // (double(pixel)/255 - least) * gain, which are 0 and 1 of an image that is not mapped. Their bytes are brought into the order of the
    // result first, so that its columns, eight times as much memory, are written from end to end.
    private void CopyRows(ReadOnlySpan<int> index, Mat result, bool map)
    {
        var starts = new int[index.Length];
        for (int i = 0; i < starts.Length; i++)
            starts[i] = Start(index[i]);
        int most = Math.Min(MostImages, starts.Length);
        byte[] columns = ArrayPool<byte>.Shared.Rent(most * Pixels);
        double[] least = new double[most], gain = new double[most];
        for (int first = 0; first < starts.Length; first += most)
        {
            var some = new Images(this, starts.AsMemory(first, Math.Min(most, starts.Length - first)), map, columns, least, gain, result, first);
            Loop<Images>.Run(some.Starts.Length, ImagesPerTask, some, static (s, from, to) => s.Me.Transpose(s, from, to));
            Loop<Images>.Run(Pixels, ColumnsPerTask, some, static (s, from, to) => s.Me.WriteColumns(s, from, to));
        }
        ArrayPool<byte>.Shared.Return(columns);
    }

    // Images on their way into rows of the result, from First on: their bytes column by column, and what maps each.
    private readonly record struct Images(
        ImageSet Me, ReadOnlyMemory<int> Starts, bool Map, byte[] Columns, double[] Least, double[] Gain, Mat Result, int First);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Transpose(in Images images, int from, int to)
    {
        var starts = images.Starts.Span;
        int count = starts.Length;
        for (int i = from; i < to; i++)
        {
            var image = _pixels.AsSpan(starts[i], Pixels);
            double xmin = Fractions[TensorPrimitives.Min<byte>(image)], xmax = Fractions[TensorPrimitives.Max<byte>(image)];
            bool map = images.Map && xmin != xmax;
            (images.Least[i], images.Gain[i]) = map ? (xmin, 1 / (xmax - xmin)) : (0, 1);
        }
        fixed (byte* pixels = _pixels, columns = images.Columns)
        fixed (int* pStarts = starts)
            for (int j = 0; j < Pixels; j++)
            {
                byte* column = columns + (nint)j * count, pixel = pixels + j;
                for (nint i = from; i < to; i++)
                    column[i] = pixel[pStarts[i]];
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WriteColumns(in Images images, int from, int to)
    {
        int count = images.Starts.Length, rows = images.Result.RowCount;
        var result = images.Result.Values();
        ReadOnlySpan<double> least = images.Least.AsSpan(0, count), gain = images.Gain.AsSpan(0, count), fractions = Fractions;
        for (int j = from; j < to; j++)
        {
            var bytes = images.Columns.AsSpan(j * count, count);
            var column = result.AsSpan(j * rows + images.First, count);
            for (int i = 0; i < column.Length; i++)
                column[i] = (fractions[bytes[i]] - least[i]) * gain[i];
        }
    }

    private int Start(int number) => number >= 1 && number <= Count
        ? (number - 1) * Pixels
        : throw new ArgumentOutOfRangeException(nameof(number), $"image {number} does not exist: an index vector counts from 1 to {Count}");

    /// <inheritdoc/>
    public override Mat Labels(ReadOnlySpan<int> index) => OneHot(DigitsOf(index));

    /// <summary>What some of the images show.</summary>
    /// <param name="index">Images counted from 1.</param>
    /// <returns>Digits from 0 to 9.</returns>
    /// <exception cref="InvalidOperationException">No labels were read.</exception>
    public int[] DigitsOf(ReadOnlySpan<int> index)
    {
        if (!IsLabelled)
            throw new InvalidOperationException("these images were loaded without labels");
        var digits = new int[index.Length];
        for (int i = 0; i < digits.Length; i++)
            digits[i] = _digits[Start(index[i]) / Pixels];
        return digits;
    }
}
