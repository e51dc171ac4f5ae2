namespace DeepLearnPort;

/// <summary>Whether inputs are of the size that a network was set up for, and what to do about it if not.</summary>
internal static class CnnInput
{
    /// <summary>
    /// The plan of a network that has been set up, for these inputs: the layers must leave as many numbers of them as there are
    /// weights.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// There are no weights yet, or x is of another size; the message says which it must be.
    /// </exception>
    public static CnnPlan Plan(in Cnn net, Array3 x)
    {
        if (x.PageCount == 0)
            throw new ArgumentException($"x must hold at least one sample; is {x}", nameof(x));
        if (net.ffb is null || net.ffW is null)
            throw new ArgumentException(
                $"cnn.{(net.ffb is null ? "ffb" : "ffW")} is missing: cnn must come from cnnsetup", nameof(net));
        if (IsDescribed(net.layers) && !Fits(net, x.RowCount, x.ColumnCount))
            throw new ArgumentException(Misfit(net, x), nameof(x));
        var plan = new CnnPlan(net.layers, x.RowCount, x.ColumnCount, net.ffb.RowCount);
        plan.RequireSamples(x.PageCount);
        return plan;
    }

    /// <summary>Targets of a network, dense: a row for each output, a column for each sample of x.</summary>
    /// <exception cref="ArgumentException">y is missing or of another size.</exception>
    public static Mat Targets(CnnPlan plan, Array3 x, Mat y)
    {
        y = Require.Dense(y, nameof(y));
        Require.Rows(y, plan.Outputs, nameof(y), "outputs");
        Require.Columns(y, x.PageCount, nameof(y), "samples of x");
        return y;
    }

    // What is wrong with the layers themselves, the plan says.
    private static bool IsDescribed(Cell<Layer> layers) => layers.Length > 0 && layers[0].type == "i"
        && layers.Skip(1).All(layer => layer is { type: "c", outputmaps: > 0, kernelsize: > 0 } or { type: "s", scale: > 0 });

    private static bool Fits(in Cnn net, long rows, long columns)
    {
        foreach (var layer in net.layers.Skip(1))
        {
            if (layer.type == "s" && (rows % layer.scale != 0 || columns % layer.scale != 0))
                return false;
            (rows, columns) = layer.type == "c"
                ? (rows - layer.kernelsize + 1, columns - layer.kernelsize + 1)
                : (rows / layer.scale, columns / layer.scale);
            if (rows < 1 || columns < 1)
                return false;
        }
        return rows > 0 && columns > 0 && (double)rows * columns * LastMaps(net) == net.ffW.ColumnCount;
    }

    private static long LastMaps(in Cnn net) =>
        net.layers.LastOrDefault(layer => layer.type == "c") is { outputmaps: > 0 and var maps } ? maps : 1;

    private static string Misfit(in Cnn net, Array3 x)
    {
        var sizes = Sizes(net);
        bool Has(long h, long w) => sizes.Contains((h, w));
        if (x.PageCount > 1 && Has(x.ColumnCount, x.PageCount))
            return $"{Must(x.ColumnCount, x.PageCount)}; is {x}, samples in the first: permute(x, [2, 3, 1]) turns it so";
        if (x.PageCount == 1 && sizes.Find(size => size.Rows * size.Columns == x.ColumnCount) is ( > 0, var w) flat)
            return $"{Must(flat.Rows, w)}; is {x}. Images that lie in the rows of a matrix become that by "
                + $"Array3.FromRows(x, {flat.Rows}, {w}), MATLAB's reshape(x', {flat.Rows}, {w}, [])";
        if (sizes.Find(size => size.Rows == size.Columns) is ( > 0, _) square)
            return $"{Must(square.Rows, square.Columns)}; is {x}";
        return "x must hold images, samples in the last dimension (h×w×m), "
            + $"of which cnn.layers leave {net.ffW.ColumnCount} numbers, the columns of cnn.ffW; is {x}";
    }

    private static string Must(long h, long w) =>
        $"x must hold images of {h}×{w}, samples in the last dimension ({h}×{w}×m), as cnn.ffW is made for";

    // The sizes of input that leave as many numbers as ffW has columns, the squarest first: all ways of writing these as rows
    // times columns, backwards.
    private static List<(long Rows, long Columns)> Sizes(in Cnn net)
    {
        var sizes = new List<(long Rows, long Columns)>();
        long maps = LastMaps(net), area = net.ffW.ColumnCount % maps == 0 ? net.ffW.ColumnCount / maps : 0;
        for (long rows = (long)Math.Sqrt(area); rows >= 1; rows--)
            if (area % rows == 0)
            {
                var (few, many) = (rows, area / rows);
                sizes.Add((Below(net.layers, few), Below(net.layers, many)));
                sizes.Add((Below(net.layers, many), Below(net.layers, few)));
            }
        return sizes;
    }

    private static long Below(Cell<Layer> layers, long size)
    {
        const long Enough = int.MaxValue; // no input is larger, and nothing overflows
        for (int l = layers.Length - 1; l >= 1; l--)
            size = Math.Min(Enough, layers[l].type == "c" ? size + layers[l].kernelsize - 1 : size * layers[l].scale);
        return size;
    }
}
