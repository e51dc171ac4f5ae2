namespace DeepLearnPort;

/// <summary>The maps of one layer, and where its parameters lie among all.</summary>
internal readonly record struct MapSizes(char Type, int Maps, int Rows, int Columns, int Size, int Parameters)
{
    /// <summary>Numbers in one map of one sample.</summary>
    public int Area => Rows * Columns;
}

/// <summary>
/// How many maps of which size a network has in each layer, checked, and where each parameter lies in one array of all of
/// them: for each convolution the kernels, one column for each output map with the input maps below each other, and the
/// biases; then the outputs' weights and biases.
/// </summary>
internal sealed class CnnPlan
{
    private readonly MapSizes[] _layers;

    /// <summary>The plan for layers as they are described, for inputs of rows × columns.</summary>
    /// <exception cref="ArgumentException">A layer cannot be, or would be larger than an array.</exception>
    public CnnPlan(Cell<Layer> layers, int rows, int columns, int outputs)
    {
        if (layers.Length == 0 || layers[0].type != "i")
            throw new ArgumentException("cnn.layers must begin with a layer of type \"i\", the input", "net");
        if (rows < 1 || columns < 1)
            throw new ArgumentException(
                $"x must hold images with pixels, samples in the last dimension; they are {rows}×{columns}", "x");
        Require.Count(rows, columns, "x");
        _layers = new MapSizes[layers.Length];
        _layers[0] = new('i', 1, rows, columns, 0, 0);
        for (int l = 1; l < layers.Length; l++)
        {
            Require.Name(layers[l].type, $"{Name(l)}.type", "c", "s");
            _layers[l] = layers[l].type == "c" ? Convolution(l, layers[l]) : Subsampling(l, layers[l]);
        }
        Outputs = outputs;
        Features = Require.Count(_layers[^1].Maps, _layers[^1].Area, "cnn.fv");
        OutputWeights = End(layers.Length - 1);
        Parameters = Require.Count(OutputWeights + (long)Require.Count(Outputs, Features + 1L, "cnn.ffW"), 1, "cnn");
    }

    public int Length => _layers.Length;

    public MapSizes this[int l] => _layers[l];

    /// <summary>c, number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>f, numbers in the last layer's maps of one sample.</summary>
    public int Features { get; }

    /// <summary>Where the outputs' weights begin.</summary>
    public int OutputWeights { get; }

    /// <summary>How many parameters there are.</summary>
    public int Parameters { get; }

    /// <summary>A layer as MATLAB writes it; l counts from 0.</summary>
    public static string Name(int l) => $"cnn.layers{{{l + 1}}}";

    /// <summary>Numbers in each kernel column of layer l: those of all input maps.</summary>
    public int KernelRows(int l) => _layers[l].Size * _layers[l].Size * _layers[l - 1].Maps;

    /// <summary>Numbers in the largest layer's patches, or maps, of one sample.</summary>
    public int LargestLayer => Enumerable.Range(0, Length)
        .Max(l => Math.Max(_layers[l].Maps, _layers[l].Type == 'c' ? KernelRows(l) : 0) * _layers[l].Area);

    /// <summary>So many samples go through every layer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Their maps, or their outputs, would be more than an array holds.</exception>
    public void RequireSamples(int samples)
    {
        for (int l = 0; l < Length; l++)
            Require.Count(_layers[l].Area, samples, $"{Name(l)}.a{{1}}");
        Require.Count(Features, samples, "cnn.fv");
        Require.Count(Outputs, samples, "cnn.o");
    }

    /// <summary>There is room for the kernels: each takes the room of a matrix besides its numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is not.</exception>
    public void RequireRoom()
    {
        const double KernelBytes = 150;
        double kernels = Enumerable.Range(1, Length - 1).Where(l => _layers[l].Type == 'c')
            .Sum(l => (double)_layers[l - 1].Maps * _layers[l].Maps);
        Require.Room(2.0 * sizeof(double) * Parameters + KernelBytes * kernels, "cnnsetup");
    }

    /// <summary>Backpropagation goes only from a convolution to a subsampling and from a subsampling to a convolution.</summary>
    public void RequireAlternation()
    {
        for (int l = 2; l < Length; l++)
            if (_layers[l].Type == _layers[l - 1].Type)
                throw new ArgumentException(
                    $"{Name(l - 1)} and {Name(l)} are both of type \"{_layers[l].Type}\"; "
                        + $"backpropagation needs \"c\" and \"s\" in turn", "net");
    }

    // Where the parameters of the layers up to l end.
    private int End(int l) => _layers[l].Parameters + (_layers[l].Type == 'c' ? (KernelRows(l) + 1) * _layers[l].Maps : 0);

    private MapSizes Convolution(int l, in Layer layer)
    {
        var (below, size) = (_layers[l - 1], layer.kernelsize);
        if (layer.outputmaps < 1 || size < 1)
            throw new ArgumentException(
                $"{Name(l)}, type \"c\", must have outputmaps and kernelsize of 1 or more; "
                    + $"has {layer.outputmaps} and {size}", "net");
        if (below.Rows < size || below.Columns < size)
            throw new ArgumentException(
                $"{Name(l)}: a kernel of {size}×{size} must fit into the maps below, "
                    + $"which are {below.Rows}×{below.Columns}", "net");
        var (rows, columns) = (below.Rows - size + 1, below.Columns - size + 1);
        int first = End(l - 1), kernel = Require.Count(below.Maps, (long)size * size, $"{Name(l)}.k");
        Require.Count(first + (long)Require.Count(kernel + 1L, layer.outputmaps, $"{Name(l)}.k"), 1, $"{Name(l)}.k");
        Require.Count(Math.Max(kernel, layer.outputmaps), (long)rows * columns, $"{Name(l)}.a");
        return new('c', layer.outputmaps, rows, columns, size, first);
    }

    private MapSizes Subsampling(int l, in Layer layer)
    {
        var (below, scale) = (_layers[l - 1], layer.scale);
        if (scale < 1)
            throw new ArgumentException($"{Name(l)}, type \"s\", must have a scale of 1 or more; has {scale}", "net");
        if (below.Rows % scale != 0 || below.Columns % scale != 0)
            throw new ArgumentException(Invariant(
                $"Layer {l + 1} size must be integer. Actual: {below.Rows / (double)scale} {below.Columns / (double)scale}"),
                "net");
        return new('s', below.Maps, below.Rows / scale, below.Columns / scale, scale, End(l - 1));
    }
}
