namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Gives a convolutional autoencoder its random weights.</summary>
    /// <param name="cae">
    /// One autoencoder, its fields up to <see cref="Cae.noise"/> set:
    /// <c>[new() { outputmaps = 10, inputkernel = [1, 5, 5], outputkernel = [1, 5, 5], scale = [1, 2, 2] }]</c>.
    /// </param>
    /// <param name="x">
    /// Training data, x[k][1] of n × h × w with samples in the first dimension; only the first set's size is used.
    /// </param>
    /// <param name="opts"><see cref="Opts.batchsize"/> and <see cref="Opts.alpha"/>.</param>
    /// <param name="stream">Where the weights are drawn from; the ambient stream when null.</param>
    /// <returns>The autoencoder, ready for <see cref="scaetrain"/>.</returns>
    /// <remarks>
    /// Draws, for each activation map and within it each input, the encoder's kernel and then the decoder's.
    /// Source: CAE/scaesetup.m, which has a loop for a stack but fails on its second autoencoder.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// Not one autoencoder, no data, a size that does not have three numbers, or a scale that does not divide the activations.
    /// </exception>
    public static Cell<Cae> scaesetup(
        Cell<Cae> cae, [MatTakes(MatClasses.All)] Cell<Cell<Array3>> x, Opts opts, RandStream? stream = null)
    {
        if (cae.Length != 1)
            throw new ArgumentException(
                $"scae must be one autoencoder: the original cannot set up a stack of more; has {cae.Length}", nameof(cae));
        if (x.Length == 0 || x[0].Length == 0 || x[0][0].IsEmpty)
            throw new ArgumentException("x must hold training data: x{1}{1} is the first set", nameof(x));
        cae[0] = SetUp(cae[0], x[0], opts, stream);
        return cae;
    }

    // The room that four arrays of a kernel take besides their numbers.
    private const double KernelBytes = 400;

    private static Cae SetUp(Cae cae, Cell<Array3> x, Opts opts, RandStream? stream)
    {
        int[] inputkernel = ThreeSizes(cae.inputkernel, "inputkernel");
        int[] outputkernel = ThreeSizes(cae.outputkernel, "outputkernel");
        int[] image = [x[0].ColumnCount, x[0].PageCount];
        int maps = cae.outputmaps;
        if (maps < 1)
            throw new ArgumentException($"cae.outputmaps must be 1 or more; was {maps}", nameof(cae));
        opts.Require(nameof(opts.batchsize), nameof(opts.alpha));
        if (opts.batchsize < 1)
            throw new ArgumentException($"opts.batchsize must be 1 or more; was {opts.batchsize}", nameof(opts));
        double bounds = maps * Product(inputkernel) + x.Length * Product(outputkernel);
        int[] batch = Full(opts.batchsize, image, inputkernel), ll = Full(x[0].RowCount, image, inputkernel);
        double kernelBytes = 2 * sizeof(double) * (Product(inputkernel) + Product(outputkernel)) + KernelBytes;
        Require.Room(sizeof(double) * (2 * Product(batch) + Product(ll)) + kernelBytes * maps * x.Length, "scaesetup");
        cae.M = BlockMap(batch, ThreeSizes(cae.scale, "scale"));

        var activation = Array3.Adopt(ll[0], ll[1], ll[2], new double[ll[0] * ll[1] * ll[2]]);
        var (ik, ok) = (new Array3[x.Length, maps], new Array3[x.Length, maps]);
        for (int j = 0; j < maps; j++) // activation maps
            for (int i = 0; i < x.Length; i++) // input map
                (ik[i, j], ok[i, j]) = (UniformKernel(inputkernel, bounds, stream), UniformKernel(outputkernel, bounds, stream));

        cae.a = Each(maps, _ => activation);
        (cae.ik, cae.ok) = (Each(x.Length, i => Each(maps, j => ik[i, j])), Each(x.Length, i => Each(maps, j => ok[i, j])));
        cae.vik = Each(x.Length, i => Each(maps, j => ik[i, j].With(Array.Clear)));
        cae.vok = Each(x.Length, i => Each(maps, j => ok[i, j].With(Array.Clear)));
        (cae.b, cae.vb) = (new(new double[maps]), new(new double[maps]));
        cae.alpha = opts.alpha;
        cae.i = cae.o = new Cell<Array3>(new Array3[x.Length]).As(column: true);
        (cae.c, cae.vc) = (new(new double[x.Length]), new(new double[x.Length]));
        cae.edgemask = Array3.Create(opts.batchsize, image[0], image[1], (i, j, k) =>
            Inside(i, opts.batchsize, outputkernel[0])
            && Inside(j, image[0], outputkernel[1])
            && Inside(k, image[1], outputkernel[2]) ? 1 : 0);
        return cae;
    }

    // Whether index is one of ss : end - ss + 1, which MATLAB counts from 1.
    private static bool Inside(int index, int end, int ss) => index >= ss - 1 && index <= end - ss;

    private static int[] ThreeSizes(Cell<int> sizes, string name) => sizes.Length == 3 && sizes.All(size => size >= 1)
        ? [.. sizes]
        : throw new ArgumentException(
            $"cae.{name} must be three numbers of 1 or more: samples, rows, columns; was [{string.Join(' ', sizes)}]", "cae");

    private static double Product(int[] sizes) => (double)sizes[0] * sizes[1] * sizes[2];

    // The size of the activations of so many samples: [samples image] + inputkernel - 1.
    private static int[] Full(int samples, int[] image, int[] inputkernel)
    {
        var (n, h, w) = (samples - 1L + inputkernel[0], image[0] - 1L + inputkernel[1], image[1] - 1L + inputkernel[2]);
        Require.Count(n, h, w, "cae.a");
        return [(int)n, (int)h, (int)w];
    }

    // (rand(size) - 0.5) * 2 * sqrt(6 / bounds)
    private static Array3 UniformKernel(int[] size, double bounds, RandStream? stream)
    {
        double scale = Math.Sqrt(6 / bounds);
        return rand(size[0], size[1], size[2], stream).With(values =>
        {
            foreach (ref double value in values.AsSpan())
                value = (value - 0.5) * 2 * scale;
        });
    }

    /// <summary>
    /// The numbers, from 1, of an array of this size cut into blocks: group of samples × number within the block × block.
    /// </summary>
    private static Array3 BlockMap(int[] size, int[] n)
    {
        if (size[0] % n[0] != 0 || size[1] % n[1] != 0 || size[2] % n[2] != 0)
            throw new ArgumentException(
                $"cae.scale must divide the size of the activations, [{string.Join(' ', size)}]; "
                    + $"was [{string.Join(' ', n)}]", "cae");
        int down = size[1] / n[1], area = n[1] * n[2];
        return Array3.Create(size[0] / n[0], n[0] * area, down * (size[2] / n[2]), (group, within, block) =>
        {
            int sample = group * n[0] + within / area;
            int row = block % down * n[1] + within % area % n[1], column = block / down * n[2] + within % area / n[1];
            return 1 + sample + size[0] * (row + size[1] * column);
        });
    }

    private static Cell<T> Each<T>(int count, Func<int, T> element) => [.. Enumerable.Range(0, count).Select(element)];
}
