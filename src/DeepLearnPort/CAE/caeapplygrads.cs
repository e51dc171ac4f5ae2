namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Moves the weights of a convolutional autoencoder down the gradient.</summary>
    /// <param name="cae">An autoencoder on which <see cref="caebp"/> has been called.</param>
    /// <returns>The autoencoder with new kernels and biases, their changes, and <see cref="Cae.sv"/>.</returns>
    /// <remarks>
    /// Plain gradient descent: momentum, sigma and the second derivatives are not used, as in the original.
    /// Draws nothing. Source: CAE/caeapplygrads.m.
    /// </remarks>
    /// <exception cref="ArgumentException">No gradients have been calculated.</exception>
    public static Cae caeapplygrads(Cae cae)
    {
        RequireSetUp(cae);
        if (cae.dok.Length == 0)
            throw new ArgumentException("cae must come from caebp: it has no gradients yet", nameof(cae));
        var (inputs, maps) = (cae.i.Length, cae.a.Length);
        var given = cae;
        cae.vik = Each(inputs, i => Each(maps, j => given.dik[i][j] * given.alpha));
        cae.vok = Each(inputs, i => Each(maps, j => given.dok[i][j] * given.alpha));
        cae.vb = Each(maps, j => given.alpha * given.db[j]);
        cae.vc = Each(given.o.Length, i => given.alpha * given.dc[i]);

        var changed = cae;
        cae.ik = Each(inputs, i => Each(maps, j => changed.ik[i][j] - changed.vik[i][j]));
        cae.ok = Each(inputs, i => Each(maps, j => changed.ok[i][j] - changed.vok[i][j]));
        cae.b = Each(maps, j => changed.b[j] - changed.vb[j]);
        cae.c = Each(given.o.Length, i => changed.c[i] - changed.vc[i]);

        cae.sv = cae.vik.Concat(cae.vok).SelectMany(kernels => kernels).Sum(change => TensorPrimitives.SumOfSquares(change.Span))
            + cae.vb.Concat(cae.vc).Sum(change => change * change);
        return cae;
    }
}
