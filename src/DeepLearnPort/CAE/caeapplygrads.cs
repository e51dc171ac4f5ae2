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
    /// <exception cref="ArgumentException">
    /// No gradients have been calculated, or one is of another size than its weight.
    /// </exception>
    public static Cae caeapplygrads(Cae cae)
    {
        var (inputs, maps, outputs) = (cae.i.Length, CaeFields.Maps(cae), CaeFields.Outputs(cae));
        if (cae.dok.Length == 0)
            throw new ArgumentException("cae.dok is empty: cae must come from caebp", nameof(cae));
        if (inputs == 0)
            throw new ArgumentException("cae.i is empty: cae must come from caeup", nameof(cae));
        foreach (var (weights, gradients, name) in new[] { (cae.ik, cae.dik, "ik"), (cae.ok, cae.dok, "ok") })
        {
            CaeFields.Kernels(weights, $"cae.{name}", inputs, maps);
            CaeFields.Kernels(gradients, $"cae.d{name}", inputs, maps, Size3.Of(weights[0][0]));
        }
        CaeFields.Numbers(cae.b, "cae.b", maps);
        CaeFields.Numbers(cae.db, "cae.db", maps);
        CaeFields.Numbers(cae.c, "cae.c", outputs);
        CaeFields.Numbers(cae.dc, "cae.dc", outputs);

        var given = cae;
        cae.vik = Each(inputs, i => Each(maps, j => given.dik[i][j] * given.alpha));
        cae.vok = Each(inputs, i => Each(maps, j => given.dok[i][j] * given.alpha));
        cae.vb = Each(maps, j => given.alpha * given.db[j]);
        cae.vc = Each(outputs, i => given.alpha * given.dc[i]);

        var changed = cae;
        cae.ik = Each(inputs, i => Each(maps, j => changed.ik[i][j] - changed.vik[i][j]));
        cae.ok = Each(inputs, i => Each(maps, j => changed.ok[i][j] - changed.vok[i][j]));
        cae.b = Each(maps, j => changed.b[j] - changed.vb[j]);
        cae.c = Each(outputs, i => changed.c[i] - changed.vc[i]);

        cae.sv = cae.vik.Concat(cae.vok).SelectMany(kernels => kernels).Sum(change => TensorPrimitives.SumOfSquares(change.Span))
            + cae.vb.Concat(cae.vc).Sum(change => change * change);
        return cae;
    }
}
