namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Compares the gradients of <see cref="nnbp"/> with differences of the loss, weight by weight.</summary>
    /// <param name="nn">A network with <see cref="Nn.dW"/>, made from a stream in <c>rand('state',0)</c> if it drops units.</param>
    /// <param name="x">Inputs, m × size[0], samples in rows.</param>
    /// <param name="y">Targets, m × size[^1].</param>
    /// <remarks>
    /// Sets the ambient stream to <c>rand('state',0)</c> before each of two passes per weight, so that both drop the same
    /// units. Accepts 1e-7 with a step of 1e-6. Source: NN/nnchecknumgrad.m.
    /// </remarks>
    /// <exception cref="ArgumentException">There are no gradients yet, a field is missing, or a shape does not fit.</exception>
    /// <exception cref="InvalidOperationException">A gradient is off; the message names the weight.</exception>
    [MatTakes(MatClasses.Logical)]
    public static void nnchecknumgrad(Nn nn, Mat x, Mat y)
    {
        NnFields.Forward(ref nn, nameof(nn));
        NnFields.Testing(nn, nameof(nn));
        NnFields.Gradients(ref nn, nameof(nn));
        x = NnFields.Inputs(nn, x, nameof(x));
        y = NnFields.Targets(nn, NnFields.Expanded(nn, y, x.RowCount), x.RowCount, nameof(y), nameof(x));

        const double epsilon = 1e-6;
        const double er = 1e-7;
        int n = nn.n;
        for (int l = 0; l < n - 1; l++)
            for (int i = 0; i < nn.W[l].RowCount; i++)
                for (int j = 0; j < nn.W[l].ColumnCount; j++)
                {
                    Nn nn_m = nn, nn_p = nn;
                    nn_m.W[l] = WithChange(nn.W[l], i, j, -epsilon);
                    nn_p.W[l] = WithChange(nn.W[l], i, j, epsilon);
                    rand("state", 0);
                    nn_m = nnff(nn_m, x, y);
                    rand("state", 0);
                    nn_p = nnff(nn_p, x, y);
                    double dW = (nn_p.L - nn_m.L) / (2 * epsilon);
                    double e = Math.Abs(dW - nn.dW[l][i, j]);

                    if (!(e < er))
                        throw new InvalidOperationException(Invariant(
                            $"numerical gradient checking failed at nn.W{{{l + 1}}}({i + 1},{j + 1}): backpropagation {nn.dW[l][i, j]:R}, difference {dW:R}"));
                }
    }

    private static Mat WithChange(Mat W, int i, int j, double change)
    {
        var changed = W.Clone();
        changed[i, j] += change;
        return changed;
    }
}
