namespace DeepLearnPort;

/// <summary>The last step of <c>nntrain</c>, from the fields of a saved <c>nn</c>.</summary>
internal static class LastStepNn
{
    /// <summary>Makes the step again: nnff with the masks that were drawn, nnbp, nnapplygrads.</summary>
    /// <exception cref="NotSupportedException">The fields do not hold the whole step.</exception>
    /// <exception cref="ArgumentException">They do not fit each other.</exception>
    public static RepeatedStep Repeat(MatStruct network)
    {
        if (network.Fields.Contains("b"))
            throw new NotSupportedException(
                "nn has its biases in a field of their own, nn.b, as before the toolbox put them into the first column of nn.W");
        LastStepFields.Need(network, "nn", "size", "W", "a", "e", "dW", "learningRate");
        LastStepFields.Double(network["W"], "nn.W");
        var saved = WithDefaults(LastStepFields.Read<Nn>(network, "nn"), network);
        Check(saved);

        var before = Before(saved);
        var y = saved.e + saved.a[saved.n - 1];
        var after = Toolbox.nnbp(Pass(before, saved, y));
        // From the gradients as they were saved, so that one that differs is named itself, not the weight it moved.
        var moved = Toolbox.nnapplygrads(after with { dW = saved.dW });
        (after.W, after.vW) = (moved.W, moved.vW);
        var later = Pass(saved, saved, y);
        return new(Compared(saved, network), Compared(after, network))
        {
            LaterPass = (MatStruct.Create(("a", MatConvert.From(saved.a))), MatStruct.Create(("a", MatConvert.From(later.a)))),
        };
    }

    // The toolbox had not always all of these; before it had one, networks were as its default makes them.
    private static Nn WithDefaults(Nn nn, MatStruct network)
    {
        if (!network.Fields.Contains("n"))
            nn.n = nn.size.Length;
        if (!network.Fields.Contains("scaling_learningRate"))
            nn.scaling_learningRate = 1;
        nn.output ??= "sigm";
        return nn;
    }

    private static void Check(in Nn nn)
    {
        Require.Network(nn);
        int n = nn.n;
        if (nn.a.Length != n || nn.dW.Length != n - 1)
            throw new ArgumentException($"nn.a must have {n} layers and nn.dW {n - 1}; have {nn.a.Length} and {nn.dW.Length}");
        int m = nn.a[0].RowCount;
        if (m == 0)
            throw new ArgumentException("nn.a{1} must hold at least one sample");
        for (int i = 0; i < n - 1; i++)
        {
            LastStepFields.Sized(nn.a[i], $"nn.a{{{i + 1}}}", m, nn.size[i] + 1);
            LastStepFields.Sized(nn.dW[i], $"nn.dW{{{i + 1}}}", nn.size[i + 1], nn.size[i] + 1);
            if (nn.momentum > 0)
                LastStepFields.Sized(At(nn.vW, i), $"nn.vW{{{i + 1}}}", nn.size[i + 1], nn.size[i] + 1);
        }
        LastStepFields.Sized(nn.a[n - 1], $"nn.a{{{n}}}", m, nn.size[n - 1]);
        LastStepFields.Sized(nn.e, "nn.e", m, nn.size[n - 1]);
        for (int i = 1; i < n - 1; i++)
        {
            if (nn.dropoutFraction > 0)
                LastStepFields.Sized(At(nn.dropOutMask, i), $"nn.dropOutMask{{{i + 1}}}", m, nn.size[i]);
            if (nn.nonSparsityPenalty > 0)
                LastStepFields.Sized(At(nn.p, i), $"nn.p{{{i + 1}}}", 1, nn.size[i]);
        }
        if (nn.dropoutFraction > 0 && nn.testing != 0)
            throw new NotSupportedException("nn.testing is 1: the pass that nn holds was none of a training, which drops units");
        if (!double.IsFinite(nn.learningRate / nn.scaling_learningRate))
            throw new NotSupportedException(Invariant(
                $"the learning rate of the last step, {nn.learningRate} / {nn.scaling_learningRate}, is no number"));
    }

    private static Mat? At(Cell<Mat> cell, int i) => i < cell.Length ? cell[i] : null;

    // nn as it went into the step: what nnapplygrads and nnff did to it last, undone.
    private static Nn Before(in Nn saved)
    {
        var nn = saved;
        nn.learningRate /= nn.scaling_learningRate; // nntrain scales it after the epoch
        double penalty = Math.Max(nn.weightPenaltyL2, 0);
        for (int i = 0; i < nn.n - 1; i++)
        {
            if (nn.momentum > 0)
            {
                nn.W[i] = saved.W[i] + saved.vW[i];
                nn.vW[i] = (saved.vW[i] - nn.learningRate * (saved.dW[i] + penalty * WithoutBias(nn.W[i]))) / nn.momentum;
            }
            else
            {
                // W = W - learningRate * (dW + penalty * W), the first column without penalty
                double shrunk = 1 - nn.learningRate * penalty;
                var unmoved = saved.W[i] + nn.learningRate * saved.dW[i];
                nn.W[i] = unmoved.MapIndexed((_, column, w) => column == 0 ? w : w / shrunk);
            }
            LastStepFields.Known(nn.W[i].Values(), $"nn.W{{{i + 1}}}");
        }
        for (int i = 1; i < nn.n - 1 && nn.nonSparsityPenalty > 0; i++)
        {
            var mean = saved.a[i].RemoveColumn(0).ColumnSums().ToRowMatrix() / saved.a[i].RowCount;
            nn.p[i] = (saved.p[i] - 0.01 * mean) / 0.99;
        }
        return nn;
    }

    private static Mat WithoutBias(Mat W) => W.MapIndexed((_, column, w) => column == 0 ? 0 : w);

    private static Nn Pass(Nn nn, in Nn saved, Mat y)
    {
        var workspace = new Workspace();
        int m = saved.a[0].RowCount;
        Toolbox.SetInput(ref nn, saved.a[0].RemoveColumn(0), workspace);
        for (int i = 1; i < nn.n - 1 && nn.dropoutFraction > 0; i++)
            saved.dropOutMask[i].ToColumnMajorArray().CopyTo(MaskDraws.Mask(nn, workspace, i, m).Values(), 0);
        Toolbox.Feedforward(ref nn, y, workspace);
        return nn;
    }

    private static MatValue Compared(in Nn nn, MatStruct network)
    {
        var step = new Nn { a = nn.a, e = nn.e, L = nn.L, dW = nn.dW, W = nn.W };
        if (nn.momentum > 0)
            step.vW = nn.vW;
        if (nn.nonSparsityPenalty > 0)
            step.p = nn.p;
        return LastStepFields.Like(network, MatConvert.From(step));
    }
}
