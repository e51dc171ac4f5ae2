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
    /// <exception cref="ArgumentException">
    /// A field is missing, a shape does not fit, or only one of val_x, val_y is given.
    /// </exception>
    [MatTakes(MatClasses.Logical)]
    public static Loss nneval(Nn nn, Loss loss, Mat train_x, Mat train_y, Mat? val_x = null, Mat? val_y = null)
    {
        CheckSets(ref nn, ref train_x, ref train_y, ref val_x, ref val_y);

        // training performance
        var (train_L, er_train) = Evaluate(nn, train_x, train_y);
        Append(ref loss.train.e, train_L);
        if (nn.output == "softmax")
            Append(ref loss.train.e_frac, er_train);

        // validation performance
        if (val_x is not null)
        {
            var (val_L, er_val) = Evaluate(nn, val_x, val_y!);
            Append(ref loss.val.e, val_L);
            if (nn.output == "softmax")
                Append(ref loss.val.e_frac, er_val);
        }
        return loss;
    }

    // What a network is trained or judged on, and what that takes of the network
    private static void CheckSets(ref Nn nn, ref Mat train_x, ref Mat train_y, ref Mat? val_x, ref Mat? val_y)
    {
        NnFields.Forward(ref nn, nameof(nn));
        train_x = NnFields.Inputs(nn, train_x, nameof(train_x));
        train_y = NnFields.Targets(nn, train_y, train_x.RowCount, nameof(train_y), nameof(train_x));
        if (val_x is null != val_y is null)
            throw new ArgumentException("val_x and val_y must be given together", val_x is null ? nameof(val_x) : nameof(val_y));
        if (val_x is not null)
        {
            val_x = NnFields.Inputs(nn, val_x, nameof(val_x));
            val_y = NnFields.Targets(nn, val_y!, val_x.RowCount, nameof(val_y), nameof(val_x));
        }

        if (nn.output != "softmax")
            return;
        NnFields.Prediction(ref nn, nameof(nn), train_x.RowCount);
        if (val_x is not null)
            NnFields.Prediction(ref nn, nameof(nn), val_x.RowCount);
    }

    // e(end + 1) = value
    private static void Append(ref Cell<double> e, double value) => e[e.Length] = value;
}
