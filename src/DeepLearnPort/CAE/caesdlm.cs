namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Stochastic diagonal Levenberg-Marquardt: keeps a running mean of the second derivatives.</summary>
    /// <param name="cae">An autoencoder on which <see cref="caeup"/> and <see cref="caedown"/> have been called.</param>
    /// <param name="opts"><see cref="Opts.ddinterval"/> and <see cref="Opts.ddhist"/>.</param>
    /// <param name="m">Number of the round; the derivatives are mixed with new ones where ddinterval divides it.</param>
    /// <returns>The autoencoder with its second derivatives; <see cref="caeapplygrads"/> does not use them.</returns>
    /// <remarks>Draws nothing. Source: CAE/caesdlm.m.</remarks>
    /// <exception cref="ArgumentException">No pass has been made, or ddinterval is below 1.</exception>
    public static Cae caesdlm(Cae cae, Opts opts, int m)
    {
        if (opts.ddinterval < 1)
            throw new ArgumentException($"opts.ddinterval must be 1 or more; was {opts.ddinterval}", nameof(opts));

        // first round
        if (cae.ddok.Length == 0)
            cae = caebbp(cae);

        // recalculate double grads every opts.ddinterval
        if (m % opts.ddinterval == 0)
        {
            var cae_n = caebbp(cae);
            double Mixed(double old, double now) => opts.ddhist * old + (1 - opts.ddhist) * now;
            Array3 MixedKernel(Array3 old, Array3 now) => old * opts.ddhist + now * (1 - opts.ddhist);
            var (ddc, ddb, ddok, ddik) = (cae.ddc, cae.ddb, cae.ddok, cae.ddik);
            cae.ddc = Each(ddc.Length, ii => Mixed(ddc[ii], cae_n.ddc[ii]));
            cae.ddb = Each(ddb.Length, jj => Mixed(ddb[jj], cae_n.ddb[jj]));
            cae.ddok = Each(ddok.Length, ii => Each(ddok[ii].Length, jj => MixedKernel(ddok[ii][jj], cae_n.ddok[ii][jj])));
            cae.ddik = Each(ddik.Length, ii => Each(ddik[ii].Length, jj => MixedKernel(ddik[ii][jj], cae_n.ddik[ii][jj])));
        }
        return cae;
    }
}
