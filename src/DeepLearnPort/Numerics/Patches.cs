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
    /// <exception cref="ArgumentException">The kernel does not fit into the map, or one of them is too short.</exception>
    public static void Gather(ReadOnlySpan<double> map, int h, int w, int m, int size, Span<double> patches)
    {
        var (rows, columns) = Places(map.Length, h, w, m, size, patches.Length);
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
    /// <exception cref="ArgumentException">The kernel does not fit into the map, or one of them is too short.</exception>
    public static void Scatter(ReadOnlySpan<double> patches, int h, int w, int m, int size, Span<double> map)
    {
        var (rows, columns) = Places(map.Length, h, w, m, size, patches.Length);
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

    // At how many places in each direction the kernel lies inside a map.
    private static (int Rows, int Columns) Places(int map, int h, int w, int m, int size, int patches)
    {
        Lengths.Size(m, nameof(m));
        if (size < 1 || size > h || size > w)
            throw new ArgumentException($"a kernel of {size}×{size} must fit into the map, which is {h}×{w}", nameof(size));
        var (rows, columns) = (h - size + 1, w - size + 1);
        Lengths.Enough(map, Require.Count((long)h * w, m, nameof(map)), nameof(map));
        Lengths.Enough(patches, Require.Count((long)rows * columns * m, (long)size * size, nameof(patches)), nameof(patches));
        return (rows, columns);
    }

    /// <summary>Averages over squares of scale × scale; columns: w of all maps and samples together.</summary>
    /// <exception cref="ArgumentException">The squares do not fill the map, or one of them is too short or long.</exception>
    public static void Average(ReadOnlySpan<double> map, int h, int scale, Span<double> averages)
    {
        CheckSquares(map.Length, h, scale, averages.Length);
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
    /// <exception cref="ArgumentException">The squares do not fill the map, or one of them is too short or long.</exception>
    public static void Spread(ReadOnlySpan<double> averages, int h, int scale, Span<double> map)
    {
        CheckSquares(map.Length, h, scale, averages.Length);
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

    private static void CheckSquares(int map, int h, int scale, int averages)
    {
        if (scale < 1 || h < 0 || h % scale != 0 || averages % Math.Max(h / scale, 1) != 0 || h == 0 && averages != 0)
            throw new ArgumentException(
                $"squares of {scale}×{scale} must fill maps of {h} rows; there are {averages} squares", nameof(scale));
        Lengths.Same(map, (long)averages * scale * scale, nameof(map));
    }
}
