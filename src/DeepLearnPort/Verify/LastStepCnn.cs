using System.Globalization;

namespace DeepLearnPort;

/// <summary>The last step of <c>cnntrain</c>, from the fields of a saved <c>cnn</c>.</summary>
internal static class LastStepCnn
{
    /// <summary>Makes the step again: cnnff, cnnbp, cnnapplygrads.</summary>
    /// <exception cref="NotSupportedException">The fields do not hold the whole step.</exception>
    /// <exception cref="ArgumentException">They do not fit each other.</exception>
    public static RepeatedStep Repeat(MatStruct network)
    {
        LastStepFields.Need(network, "cnn", "layers", "ffW", "ffb", "fv", "o", "e", "dffW", "dffb");
        LastStepFields.Double(network["ffW"], "cnn.ffW");
        var saved = LastStepFields.Read<Cnn>(network, "cnn");
        var x = Inputs(saved);
        Check(saved, x.PageCount);

        var opts = new Opts { alpha = Alpha(saved) };
        var net = Toolbox.cnnff(Before(saved, x, opts.alpha), x);
        net = Toolbox.cnnbp(net, saved.o - saved.e);
        net = Toolbox.cnnapplygrads(net, opts);
        if (saved.rL.Length > 1)
            net.rL[^1] = 0.99 * saved.rL[^2] + 0.01 * net.L;
        return new(LastStepFields.Like(network, MatConvert.From(saved)), LastStepFields.Like(network, MatConvert.From(net)))
        {
            Remark = Invariant($" (opts.alpha, which cnn does not hold, is taken to be {opts.alpha})"),
        };
    }

    private static Array3 Inputs(in Cnn cnn) => cnn.layers[0].a is [var x, ..] && x.PageCount > 0
        ? x
        : throw new NotSupportedException("cnn.layers{1}.a{1}, the last minibatch, is not there");

    private static void Check(in Cnn cnn, int m)
    {
        int outputs = cnn.ffb.RowCount, features = cnn.ffW.ColumnCount;
        LastStepFields.Sized(cnn.ffW, "cnn.ffW", outputs, features);
        LastStepFields.Sized(cnn.ffb, "cnn.ffb", outputs, 1);
        LastStepFields.Sized(cnn.dffW, "cnn.dffW", outputs, features);
        LastStepFields.Sized(cnn.dffb, "cnn.dffb", outputs, 1);
        LastStepFields.Sized(cnn.fv, "cnn.fv", features, m);
        LastStepFields.Sized(cnn.o, "cnn.o", outputs, m);
        LastStepFields.Sized(cnn.e, "cnn.e", outputs, m);
        for (int l = 1; l < cnn.layers.Length; l++)
            if (cnn.layers[l] is { type: "c" } layer)
            {
                Kernels(layer.k, layer, $"cnn.layers{{{l + 1}}}.k");
                Kernels(layer.dk, layer, $"cnn.layers{{{l + 1}}}.dk");
            }
    }

    // As many as the layer says, before memory is asked for as many.
    private static void Kernels(Cell<Cell<Mat>> kernels, in Layer layer, string name)
    {
        if (kernels.Length == 0)
            throw new NotSupportedException($"{name} is not there");
        foreach (var row in kernels)
        {
            if (row.Length != layer.outputmaps)
                throw new ArgumentException($"{name} must be kernels to {layer.outputmaps} maps; there are {row.Length}");
            foreach (var kernel in row)
                LastStepFields.Sized(kernel, name, layer.kernelsize, layer.kernelsize);
        }
    }

    private static Cnn Before(Cnn cnn, Array3 x, double alpha)
    {
        var plan = new CnnPlan(cnn.layers, x.RowCount, x.ColumnCount, cnn.ffb.RowCount);
        plan.RequireAlternation();
        var weights = CnnReading.Weights(plan, cnn);
        weights.Descend(CnnReading.Gradients(plan, cnn), -alpha);
        LastStepFields.Known(weights.Values, "cnn");
        weights.WriteWeights(ref cnn);
        return cnn;
    }

    /// <summary>
    /// The learning rate: the one with which the outputs of the last pass come out.
    /// o = sigm((ffW + alpha * dffW) * fv + ffb + alpha * dffb) holds for one number and as many outputs as there are, so that
    /// all but one are still a test; least squares, by how much o tells.
    /// </summary>
    private static double Alpha(in Cnn cnn)
    {
        var z = cnn.ffW * cnn.fv;
        var moved = cnn.dffW * cnn.fv;
        double products = 0, squares = 0;
        for (int j = 0; j < z.ColumnCount; j++)
            for (int i = 0; i < z.RowCount; i++)
            {
                double o = cnn.o[i, j], slope = o * (1 - o), by = slope * (moved[i, j] + cnn.dffb[i, 0]);
                if (!(slope > 0))
                    continue; // saturated
                products += by * slope * (Math.Log(o / (1 - o)) - z[i, j] - cnn.ffb[i, 0]);
                squares += by * by;
            }
        return squares > 0 && double.IsFinite(products / squares) ? Plain(products / squares) : 1;
    }

    // 1 for 0.99999999999: people write few digits.
    private static double Plain(double number)
    {
        double plain = double.Parse(number.ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Math.Abs(plain - number) <= 1e-6 * Math.Abs(number) ? plain : number;
    }
}
