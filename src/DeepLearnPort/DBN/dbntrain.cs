namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Trains the machines of a deep belief network one after the other, each on what the one before makes of x.</summary>
    /// <param name="dbn">A network from <see cref="dbnsetup"/>.</param>
    /// <param name="x">Inputs, m × sizes[0], samples in rows, each number from 0 to 1.</param>
    /// <param name="opts"><see cref="Opts.numepochs"/> and <see cref="Opts.batchsize"/>, which must divide m.</param>
    /// <param name="stream">Where random numbers are drawn from; the ambient stream when null.</param>
    /// <returns>The trained network.</returns>
    /// <remarks>Draws what <see cref="rbmtrain"/> draws, machine by machine. Source: DBN/dbntrain.m.</remarks>
    /// <exception cref="ArgumentException">
    /// A machine or a field is missing, of opts too, a shape or a number does not fit, or batchsize does not divide m.
    /// </exception>
    public static Dbn dbntrain(Dbn dbn, Mat x, Opts opts, RandStream? stream = null)
    {
        int n = dbn.rbm.Length;
        if (n == 0)
            throw new ArgumentException("dbn must come from dbnsetup: it has no machines yet", nameof(dbn));
        CheckMachines(ref dbn);
        x = RbmFields.Visible(dbn.rbm[0], x, "dbn.rbm{1}");
        stream ??= RandStream.Global;

        dbn.rbm[0] = Train(dbn.rbm[0], x, opts, stream);
        for (int i = 1; i < n; i++)
        {
            x = Up(dbn.rbm[i - 1], x);
            dbn.rbm[i] = Train(dbn.rbm[i], x, opts, stream);
        }
        return dbn;
    }

    private static void CheckMachines(ref Dbn dbn)
    {
        for (int i = 0; i < dbn.rbm.Length; i++)
        {
            var rbm = dbn.rbm[i];
            RbmFields.Training(ref rbm, $"dbn.rbm{{{i + 1}}}");
            dbn.rbm[i] = rbm;
            if (i > 0 && rbm.W.ColumnCount != dbn.rbm[i - 1].W.RowCount)
                throw new ArgumentException($"dbn.rbm{{{i + 1}}}.W must have {dbn.rbm[i - 1].W.RowCount} columns, "
                    + $"the rows of dbn.rbm{{{i}}}.W; is {Require.Size(rbm.W)}", nameof(dbn));
        }
    }
}
