namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Moves the weights down the gradient, with L2 penalty and momentum as the network's settings say.</summary>
    /// <param name="nn">A network on which <see cref="nnbp"/> has been called.</param>
    /// <returns>The network with new <see cref="Nn.W"/>, and with momentum also new <see cref="Nn.vW"/>.</returns>
    /// <remarks>Draws nothing. Source: NN/nnapplygrads.m.</remarks>
    /// <exception cref="ArgumentException">No gradients have been calculated, or a field does not fit the weights.</exception>
    public static Nn nnapplygrads(Nn nn)
    {
        NnFields.Step(ref nn, nameof(nn));
        ApplyGradients(ref nn, new Workspace());
        return nn;
    }

    /// <summary>The step itself.</summary>
    /// <param name="nn">The network.</param>
    /// <param name="workspace">Where the weights go.</param>
    /// <param name="beside">Work that another thread may do meanwhile, or null.</param>
    internal static void ApplyGradients(ref Nn nn, Workspace workspace, Action? beside = null)
    {
        // NaN is not above 0: there is no such penalty then, and no momentum
        double penalty = nn.weightPenaltyL2 > 0 ? nn.weightPenaltyL2 : 0;
        var descent = Descent.Begin(nn.learningRate, penalty, nn.momentum > 0 ? nn.momentum : 0, beside);
        for (int i = 0; i < nn.n - 1; i++)
        {
            int rows = nn.W[i].RowCount, columns = nn.W[i].ColumnCount;
            var W = workspace.Take("W", i, rows, columns);
            var vW = nn.momentum > 0 ? workspace.Take("vW", i, rows, columns) : null;
            descent.Add(rows, nn.W[i].Values(), nn.dW[i].Values(), vW is null ? null : nn.vW[i].Values(), W.Values(), vW?.Values());
            nn.W[i] = W;
            if (vW is not null)
                nn.vW[i] = vW;
        }
        descent.Run();
    }
}
