namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Evaluates a network on whole sets, without dropout, and appends to the loss curves.</summary>
    /// <param name="nn">The network.</param>
    /// <param name="loss">The curves so far.</param>
    /// <param name="train_x">Training inputs, m × size[0], samples in rows.</param>
    /// <param name="train_y">Training targets, m × size[^1].</param>
    /// <param name="val_x">Validation inputs, or null.</param>
    /// <param name="val_y">Validation targets, or null.</param>
    /// <returns>The curves, one value longer; misclassification is added for softmax output only.</returns>
    /// <remarks>Draws nothing. Source: NN/nneval.m.</remarks>
    /// <exception cref="ArgumentException">A shape does not fit, or only one of val_x, val_y is given.</exception>
    public static Loss nneval(Nn nn, Loss loss, Mat train_x, Mat train_y, Mat? val_x = null, Mat? val_y = null)
    {
        Require.Network(nn);
        Require.Samples(nn, train_x, train_y, nameof(train_x), nameof(train_y));
        if (val_x is null != val_y is null)
            throw new ArgumentException("val_x and val_y must be given together", val_x is null ? nameof(val_x) : nameof(val_y));

        // training performance
        var (train_L, er_train) = Evaluate(nn, train_x, train_y);
        Append(ref loss.train.e, train_L);
        if (nn.output == "softmax")
            Append(ref loss.train.e_frac, er_train);

        // validation performance
        if (val_x is not null)
        {
            Require.Samples(nn, val_x, val_y!, nameof(val_x), nameof(val_y));
            var (val_L, er_val) = Evaluate(nn, val_x, val_y!);
            Append(ref loss.val.e, val_L);
            if (nn.output == "softmax")
                Append(ref loss.val.e_frac, er_val);
        }
        return loss;
    }

    // e(end + 1) = value
    private static void Append(ref Cell<double> e, double value) => e[e.Length] = value;
}
