using static DeepLearnPort.Toolbox;

namespace DeepLearnPort;

/// <summary>
/// γ/2 times the mean squared norm, over the real samples, of the gradient of D's last layer, before its sigmoid, by the pixels.
/// It keeps D from growing steep around the data, and the two players from circling.
/// </summary>
/// <remarks>
/// Source: Mescheder, Geiger and Nowozin, Which Training Methods for GANs do actually Converge? (arXiv 1801.04406), eq. 9. For
/// rectified units that gradient is a product of the weights and of factors that do not change with them.
/// </remarks>
internal static class GradientPenalty
{
    /// <summary>Adds the derivatives of the penalty to <c>nn.dW</c>.</summary>
    /// <param name="nn">D after a pass and its gradients; its matrices <c>dW</c> are written to.</param>
    /// <param name="real">How many rows of that pass, from the first on, are real samples.</param>
    /// <param name="pixels">How many of D's inputs, from the first on, are pixels.</param>
    /// <param name="weight">γ.</param>
    /// <param name="workspace">Where it works; not that of the pass.</param>
    public static void Add(in Nn nn, int real, int pixels, double weight, Workspace workspace)
    {
        int n = nn.n, m = nn.a[0].RowCount;
        var d = workspace.Take("d", n - 1, m, 1);
        d.Values().AsSpan(0, real).Fill(1);
        d.Values().AsSpan(real).Clear();
        BackpropagateDelta(nn, d, workspace);

        // The gradient by the pixels, then its way up again
        var v = workspace.Take("v", 0, m, pixels);
        InputDelta(nn, m, pixels, workspace, v.Values());
        Passes.Times(v.Values(), weight / real);
        for (int i = 0; i < n - 1; i++)
        {
            bool last = i + 1 == n - 1;
            int units = nn.size[i + 1];
            d = workspace.Take("d", i + 1, m, last ? units : units + 1);
            Dgemm.Multiply(true, false, units, v.ColumnCount, m, WithoutBias(d, last), m, v.Values(), m,
                nn.dW[i].Values().AsSpan(units), units, accumulate: true);
            if (last)
                break;
            var above = workspace.Take("v", i + 1, m, units);
            Dgemm.Multiply(false, true, m, units, v.ColumnCount, v.Values(), m, nn.W[i].Values().AsSpan(units), units, above.Values(), m);
            TimesDerivative(nn, i + 1, nn.a[i + 1].Values().AsSpan(m), above.Values());
            v = above;
        }
    }
}
