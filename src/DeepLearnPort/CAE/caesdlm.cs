namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Stochastic diagonal Levenberg-Marquardt: keeps a running mean of the second derivatives.</summary>
    /// <param name="cae">An autoencoder on which <see cref="caeup"/> and <see cref="caedown"/> have been called.</param>
    /// <param name="opts"><see cref="Opts.ddinterval"/> and <see cref="Opts.ddhist"/>.</param>
    /// <param name="m">
    /// Number of the round; the derivatives are mixed with new ones where ddinterval divides it (0: in no round but 0).
    /// </param>
    /// <returns>The autoencoder with its second derivatives; <see cref="caeapplygrads"/> does not use them.</returns>
    /// <remarks>Draws nothing. Source: CAE/caesdlm.m.</remarks>
    /// <exception cref="ArgumentException">
    /// No pass has been made, an option has not been set, or a field does not fit the rest.
    /// </exception>
    public static Cae caesdlm(Cae cae, Opts opts, int m)
    {
        opts.Require(nameof(opts.ddinterval));
        // first round
        if (cae.ddok.Length == 0)
            cae = caebbp(cae);

        // recalculate double grads every opts.ddinterval
        if (opts.ddinterval == 0 ? m == 0 : (long)m % opts.ddinterval == 0) // as mod(m, opts.ddinterval) == 0
        {
            opts.Require(nameof(opts.ddhist));
            var cae_n = caebbp(cae);
            var (outputs, maps) = (cae_n.o.Length, cae_n.a.Length);
            CaeFields.Numbers(cae.ddc, "cae.ddc", outputs);
            CaeFields.Numbers(cae.ddb, "cae.ddb", maps);
            double Mixed(double old, double now) => opts.ddhist * old + (1 - opts.ddhist) * now;
            var (ddc, ddb) = (cae.ddc, cae.ddb);
            cae.ddc = Each(outputs, ii => Mixed(ddc[ii], cae_n.ddc[ii]));
            cae.ddb = Each(maps, jj => Mixed(ddb[jj], cae_n.ddb[jj]));
            cae.ddok = MixedKernels(cae.ddok, cae_n.ddok, "cae.ddok", opts.ddhist);
            cae.ddik = MixedKernels(cae.ddik, cae_n.ddik, "cae.ddik", opts.ddhist);
        }
        return cae;
    }

    private static Cell<Cell<Array3>> MixedKernels(Cell<Cell<Array3>> old, Cell<Cell<Array3>> now, string name, double ddhist)
    {
        var (outputs, maps) = (now.Length, now[0].Length);
        CaeFields.Kernels(old, name, outputs, maps, Size3.Of(now[0][0]));
        return Each(outputs, ii => Each(maps, jj => old[ii][jj] * ddhist + now[ii][jj] * (1 - ddhist)));
    }
}
