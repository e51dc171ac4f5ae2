namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>What <c>leaky_relu</c> multiplies negative values by.</summary>
    internal const double LeakySlope = 0.2;

    /// <summary>Feedforward pass.</summary>
    /// <param name="nn">The network.</param>
    /// <param name="x">Inputs, m × size[0], samples in rows.</param>
    /// <param name="y">Targets, m × size[^1]; a 1×1 matrix stands for as many of its number.</param>
    /// <param name="stream">Where dropout masks are drawn from; the ambient stream when null.</param>
    /// <returns>The network with <see cref="Nn.a"/>, <see cref="Nn.e"/>, <see cref="Nn.L"/> of this pass, and with
    /// <see cref="Nn.dropOutMask"/> and <see cref="Nn.p"/> where dropout and sparsity are on.</returns>
    /// <remarks>
    /// With dropout and <c>testing == 0</c> draws m·size[i] uniforms for each hidden layer, first to last; the input is masked in
    /// <see cref="nntrain"/> alone. The running mean <c>p</c> is updated in every pass, testing or not, as in the original. With
    /// <c>nn.n</c> lowered the pass ends at that layer, which is then an output layer. Source: NN/nnff.m.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// A field is missing, a shape does not fit, or a name of an activation or output is unknown.
    /// </exception>
    [MatTakes(MatClasses.Logical)]
    public static Nn nnff(Nn nn, Mat x, Mat y, RandStream? stream = null)
    {
        NnFields.Forward(ref nn, nameof(nn));
        NnFields.Testing(nn, nameof(nn));
        x = NnFields.Inputs(nn, x, nameof(x));
        y = NnFields.Targets(nn, NnFields.Expanded(nn, y, x.RowCount), x.RowCount, nameof(y), nameof(x));

        var workspace = new Workspace();
        SetInput(ref nn, x, workspace);
        new MaskDraws(nn, workspace, stream ?? RandStream.Global).Draw(x.RowCount);
        Feedforward(ref nn, y, workspace);
        return nn;
    }

    // x = [ones(m,1) x]; nn.a{1} = x;
    internal static void SetInput(ref Nn nn, Mat x, Workspace workspace)
    {
        int m = x.RowCount;
        var a = workspace.Take("a", 0, m, x.ColumnCount + 1);
        a.Values().AsSpan(0, m).Fill(1);
        x.Values().CopyTo(a.Values().AsSpan(m));
        nn.a[0] = a;
    }

    /// <summary>
    /// The pass itself, from a{1} and the masks, which are set, or from rows of x in place of a{1}; without targets no error and no loss.
    /// </summary>
    internal static void Feedforward(ref Nn nn, Mat? y, Workspace workspace, (Mat X, int First, int Rows)? input = null)
    {
        int n = nn.n;
        int m = input?.Rows ?? nn.a[0].RowCount;

        // feedforward pass
        for (int i = 1; i < n - 1; i++)
        {
            var a = workspace.Take("a", i, m, nn.Units(i) + 1);
            a.Values().AsSpan(0, m).Fill(1); // the bias term
            var units = a.Values().AsSpan(m);
            WeightedSums(nn, i - 1, input, units);

            // dropout
            bool drops = nn.dropoutFraction > 0 && nn.testing == 0;
            if (drops)
                nn.dropOutMask[i] = MaskDraws.Mask(nn, workspace, i, m);
            Activation.Apply(nn.activation_function, m, Bias(nn.W[i - 1]), units, drops ? nn.dropOutMask[i].Values() : []);
            if (nn.dropoutFraction > 0 && nn.testing != 0)
                Passes.Times(units, 1 - nn.dropoutFraction);

            // running exponential activations for use with sparsity
            if (nn.nonSparsityPenalty > 0)
                nn.p[i] = RunningMean(nn.p[i], units, m, workspace.Take("p", i, 1, nn.Units(i)));

            nn.a[i] = a;
        }

        nn.a[n - 1] = Output(nn, input, workspace.Take("a", n - 1, m, nn.Units(n - 1)));

        if (y is null)
            return;

        // error and loss
        nn.e = workspace.Take("e", 0, m, nn.Units(n - 1));
        Passes.Minus(y.Values(), nn.a[n - 1].Values(), nn.e.Values());
        nn.L = nn.output == "softmax"
            ? -SumOfProductWithLog(y.Values(), nn.a[n - 1].Values()) / m
            : 0.5 * TensorPrimitives.SumOfSquares<double>(nn.e.Values()) / m;
    }

    private static Mat Output(in Nn nn, (Mat, int, int)? input, Mat a)
    {
        var units = a.Values().AsSpan();
        WeightedSums(nn, nn.n - 2, input, units);
        Activation.Apply(nn.output, a.RowCount, Bias(nn.W[nn.n - 2]), units);
        if (nn.output == "softmax")
            Softmax(units, a.RowCount);
        return a;
    }

    // a * W' without the bias, which comes with the activation
    private static void WeightedSums(in Nn nn, int layer, (Mat X, int First, int Rows)? input, Span<double> units)
    {
        if (layer == 0 && input is var (x, first, rows))
        {
            WeightedSums(x.Values().AsSpan(first), x.RowCount, rows, nn.W[0], units);
            return;
        }
        var a = nn.a[layer];
        WeightedSums(a.Values().AsSpan(a.RowCount), a.RowCount, a.RowCount, nn.W[layer], units);
    }

    private static void WeightedSums(ReadOnlySpan<double> x, int ldx, int m, Mat W, Span<double> units) =>
        Dgemm.Multiply(false, true, m, W.RowCount, W.ColumnCount - 1, x, ldx, W.Values().AsSpan(W.RowCount), W.RowCount, units, m);

    private static ReadOnlySpan<double> Bias(Mat W) => W.Values().AsSpan(0, W.RowCount);

    // p = 0.99 * p + 0.01 * mean(a, 1)
    private static Mat RunningMean(Mat p, ReadOnlySpan<double> a, int m, Mat result)
    {
        var before = p.Values();
        var after = result.Values();
        for (int j = 0; j < after.Length; j++)
            after[j] = 0.99 * before[j] + 0.01 * (TensorPrimitives.Sum(a.Slice(j * m, m)) / m);
        return result;
    }
}
