namespace DeepLearnPort;

/// <summary>
/// What a kernel sees at each of its places, so that a convolution becomes a matrix product. Maps lie one after the other,
/// each h × w × m; a map's patches are the kernelsize² columns of a matrix that has a row for each place in each sample.
/// </summary>
internal static class Patches
{
    /// <summary>
    /// patches(p, s) = the number that element s of the kernel (column by column) meets at place p. The kernel is turned
    /// round, as convn does, so that its first element meets the last number.
    /// </summary>
    public static void Gather(ReadOnlySpan<double> map, int h, int w, int m, int size, Span<double> patches)
    {
        int rows = h - size + 1, columns = w - size + 1;
        for (int sample = 0; sample < m; sample++)
            for (int s = 0; s < size * size; s++)
            {
                var from = map[(h * (w * sample + size - 1 - s / size) + size - 1 - s % size)..];
                var to = patches[(rows * columns * (m * s + sample))..];
                for (int column = 0; column < columns; column++)
                    from.Slice(column * h, rows).CopyTo(to[(column * rows)..]);
            }
    }

    /// <summary>Adds patches to the numbers that they were gathered from: the full convolution, when patches = deltas × kernels'.</summary>
    public static void Scatter(ReadOnlySpan<double> patches, int h, int w, int m, int size, Span<double> map)
    {
        int rows = h - size + 1, columns = w - size + 1;
        for (int sample = 0; sample < m; sample++)
            for (int s = 0; s < size * size; s++)
            {
                var to = map[(h * (w * sample + size - 1 - s / size) + size - 1 - s % size)..];
                var from = patches[(rows * columns * (m * s + sample))..];
                for (int column = 0; column < columns; column++)
                {
                    var target = to.Slice(column * h, rows);
                    TensorPrimitives.Add(target, from.Slice(column * rows, rows), target);
                }
            }
    }

    /// <summary>Averages over squares of scale × scale; columns: w of all maps and samples together.</summary>
    public static void Average(ReadOnlySpan<double> map, int h, int scale, Span<double> averages)
    {
        int rows = h / scale;
        double factor = 1.0 / (scale * scale);
        for (int column = 0; column * rows < averages.Length; column++)
        {
            var from = map.Slice(column * scale * h, scale * h);
            var to = averages.Slice(column * rows, rows);
            for (int i = 0; i < rows; i++)
            {
                double sum = 0;
                for (int v = 0; v < scale; v++)
                    for (int u = 0; u < scale; u++)
                        sum += from[v * h + i * scale + u];
                to[i] = sum * factor;
            }
        }
    }

    /// <summary>The reverse for deltas: each is spread evenly over its square.</summary>
    public static void Spread(ReadOnlySpan<double> averages, int h, int scale, Span<double> map)
    {
        int rows = h / scale;
        double factor = 1.0 / (scale * scale);
        for (int column = 0; column * rows < averages.Length; column++)
        {
            var from = averages.Slice(column * rows, rows);
            var to = map.Slice(column * scale * h, scale * h);
            for (int i = 0; i < rows; i++)
                to.Slice(i * scale, scale).Fill(from[i] * factor);
            for (int v = 1; v < scale; v++)
                to[..h].CopyTo(to[(v * h)..]);
        }
    }
}
