namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Creates the machines of a deep belief network, all weights 0.</summary>
    /// <param name="dbn">Its <see cref="Dbn.sizes"/> name the units of each hidden layer: <c>dbn.sizes = [100, 100];</c>.</param>
    /// <param name="x">Inputs, m × n, samples in rows; only n is used.</param>
    /// <param name="opts"><see cref="Opts.alpha"/> and <see cref="Opts.momentum"/> of every machine.</param>
    /// <returns>The network, with n in front of its sizes.</returns>
    /// <remarks>Draws nothing. Source: DBN/dbnsetup.m.</remarks>
    /// <exception cref="ArgumentException">
    /// There is no hidden layer, one without units, or one of more weights than a matrix holds; or alpha or momentum is missing.
    /// </exception>
    public static Dbn dbnsetup(Dbn dbn, [MatTakes(MatClasses.Numeric)] Mat x, Opts opts)
    {
        if (dbn.sizes.Length == 0 || dbn.sizes.Any(units => units < 1))
            throw new ArgumentException($"dbn.sizes must name at least one layer of one unit or more; was [{string.Join(' ', dbn.sizes)}]", nameof(dbn));

        ArgumentNullException.ThrowIfNull(x);
        opts.Require(nameof(opts.alpha), nameof(opts.momentum));

        int n = x.ColumnCount;
        dbn.sizes = [n, .. dbn.sizes];
        for (int u = 0; u < dbn.sizes.Length - 1; u++)
            Require.Count(dbn.sizes[u + 1], dbn.sizes[u], $"dbn.rbm{{{u + 1}}}.W");

        for (int u = 0; u < dbn.sizes.Length - 1; u++)
        {
            Rbm rbm = u < dbn.rbm.Length ? dbn.rbm[u] : default; // other fields stay
            rbm.alpha = opts.alpha;
            rbm.momentum = opts.momentum;

            rbm.W = Mat.Build.Dense(dbn.sizes[u + 1], dbn.sizes[u]);
            rbm.vW = Mat.Build.Dense(dbn.sizes[u + 1], dbn.sizes[u]);

            rbm.b = Mat.Build.Dense(dbn.sizes[u], 1);
            rbm.vb = Mat.Build.Dense(dbn.sizes[u], 1);

            rbm.c = Mat.Build.Dense(dbn.sizes[u + 1], 1);
            rbm.vc = Mat.Build.Dense(dbn.sizes[u + 1], 1);
            dbn.rbm[u] = rbm;
        }
        return dbn;
    }
}
