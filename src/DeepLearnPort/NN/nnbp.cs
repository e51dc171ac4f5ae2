namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Backpropagation: the gradients of the loss of the last <see cref="nnff"/>.</summary>
    /// <param name="nn">A network on which <see cref="nnff"/> has been called, with <c>testing == 0</c> if it drops units.</param>
    /// <returns>The network with <see cref="Nn.dW"/>, the mean gradient over the samples.</returns>
    /// <remarks>
    /// Draws nothing. The L2 penalty is not part of the gradient here; <see cref="nnapplygrads"/> adds it.
    /// Source: NN/nnbp.m; Bishop, Pattern Recognition and Machine Learning, eq. 5.56.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// No pass has been made, its masks are missing, what it left does not fit any more, or a name is unknown.
    /// </exception>
    public static Nn nnbp(Nn nn)
    {
        NnFields.Pass(ref nn, nameof(nn));
        Backpropagate(ref nn, new Workspace());
        return nn;
    }

    private static void Backpropagate(ref Nn nn, Workspace workspace)
    {
        int n = nn.n;
        var d = workspace.Take("d", n - 1, nn.e.RowCount, nn.e.ColumnCount);
        if (nn.output == "sigm")
            Passes.SigmoidDelta(nn.e.Values(), nn.a[n - 1].Values(), d.Values());
        else
            TensorPrimitives.Negate(nn.e.Values(), d.Values());

        BackpropagateDelta(nn, d, workspace);
        Gradients(ref nn, d, workspace);
    }

    /// <summary>From the derivatives at the last layer, <paramref name="d"/>, those at every hidden layer, down to the first.</summary>
    internal static void BackpropagateDelta(in Nn nn, Mat d, Workspace workspace)
    {
        int n = nn.n;
        int m = d.RowCount;
        for (int i = n - 2; i >= 1; i--)
        {
            // Backpropagate first derivatives: Bishop (5.56)
            var above = d;
            var W = nn.W[i];
            d = workspace.Take("d", i, m, W.ColumnCount);
            Dgemm.Multiply(false, false, m, W.ColumnCount, W.RowCount,
                WithoutBias(above, i + 1 == n - 1), m, W.Values(), W.RowCount, d.Values(), m);
            AddSparsityError(nn, i, d);

            // Derivative of the activation function
            TimesDerivative(nn, i, nn.a[i].Values(), d.Values());
        }
    }

    // d .* d_act of hidden layer i, and .* its mask; both spans with the bias unit or both without
    internal static void TimesDerivative(in Nn nn, int i, Span<double> a, Span<double> d)
    {
        switch (nn.activation_function)
        {
            case "sigm": Passes.TimesSigmoidDerivative(a, d); break;
            case "tanh_opt": Passes.TimesTanhOptDerivative(a, d); break;
            case "relu": Passes.TimesReluDerivative(0, a, d); break;
            case "leaky_relu": Passes.TimesReluDerivative(LeakySlope, a, d); break;
        }

        if (nn.dropoutFraction > 0)
        {
            var mask = nn.dropOutMask[i].Values();
            Passes.Times(d[^mask.Length..], mask);
        }
    }

    /// <summary>The gradients, from the derivatives at the last layer and those at hidden ones in the workspace.</summary>
    internal static void Gradients(ref Nn nn, Mat last, Workspace workspace)
    {
        int n = nn.n;
        int m = last.RowCount;
        for (int i = 0; i < n - 1; i++)
        {
            bool isLast = i + 1 == n - 1;
            var d = isLast ? last : workspace.Take("d", i + 1, m, nn.a[i + 1].ColumnCount);
            int units = isLast ? d.ColumnCount : d.ColumnCount - 1;
            nn.dW[i] = Gradient(WithoutBias(d, isLast), m, nn.a[i], workspace.Take("dW", i, units, nn.a[i].ColumnCount));
        }
    }

    /// <summary>
    /// The derivatives at the inputs, from those that the workspace holds for the layer above them: the part of
    /// backpropagation that the original leaves out, since no weights lie below. For the first inputs only; no weight is touched.
    /// </summary>
    internal static void InputDelta(in Nn nn, int m, int inputs, Workspace workspace, Span<double> delta)
    {
        int units = nn.Units(1);
        var d = workspace.Take("d", 1, m, nn.n == 2 ? units : units + 1);
        Dgemm.Multiply(false, false, m, inputs, units, WithoutBias(d, nn.n == 2), m, nn.W[0].Values().AsSpan(units), units, delta, m);
    }

    // d(:,2:end) for a hidden layer, whose bias unit has no weights below it; d for the last one
    internal static Span<double> WithoutBias(Mat d, bool last) => d.Values().AsSpan(last ? 0 : d.RowCount);

    // dW = (d' * a) / m
    private static Mat Gradient(Span<double> d, int m, Mat a, Mat dW)
    {
        if (m == 0)
            dW.Values().AsSpan().Fill(double.NaN); // 0 / 0
        else
            Dgemm.Multiply(true, false, dW.RowCount, dW.ColumnCount, m,
                d, m, a.Values(), m, dW.Values(), dW.RowCount, alpha: 1.0 / m);
        return dW;
    }

    // d += [zeros(m,1) nonSparsityPenalty * (-sparsityTarget ./ p + (1 - sparsityTarget) ./ (1 - p))]
    private static void AddSparsityError(in Nn nn, int layer, Mat d)
    {
        if (!(nn.nonSparsityPenalty > 0))
            return;
        var p = nn.p[layer].Values();
        for (int j = 0; j < p.Length; j++)
        {
            double sparsityError = nn.nonSparsityPenalty * (-nn.sparsityTarget / p[j] + (1 - nn.sparsityTarget) / (1 - p[j]));
            var column = d.Values().AsSpan((j + 1) * d.RowCount, d.RowCount);
            TensorPrimitives.Add(column, sparsityError, column);
        }
    }
}
