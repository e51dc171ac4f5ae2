namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Backpropagation of second derivatives, their diagonal only.</summary>
    /// <param name="cae">An autoencoder on which <see cref="caeup"/> and <see cref="caedown"/> have been called.</param>
    /// <returns>The autoencoder with <see cref="Cae.odd"/> to <see cref="Cae.ddik"/>.</returns>
    /// <remarks>Draws nothing. Source: CAE/caebbp.m; LeCun et al., Efficient BackProp, 1998.</remarks>
    /// <exception cref="ArgumentException">No pass has been made, or a field does not fit the rest.</exception>
    public static Cae caebbp(Cae cae)
    {
        var pass = new CaePass(cae);
        int ns = pass.Samples;

        // backprop deltas
        for (int i = 0; i < pass.Outputs; i++)
        {
            cae.odd[i] = Squared(TimesSigmoidDerivative(pass.Edgemask, cae.o[i])); // output delta delta
            cae.ddc[i] = TensorPrimitives.Sum(cae.odd[i].Span) / ns; // delta delta c
        }
        for (int j = 0; j < pass.Maps; j++) // calc activation delta deltas
        {
            var z = convn(cae.odd[0], flipall(Squared(cae.ok[0][j])));
            for (int i = 1; i < pass.Outputs; i++)
                z += convn(cae.odd[i], flipall(Squared(cae.ok[i][j])));
            cae.add[j] = TimesSigmoidDerivative(TimesSigmoidDerivative(z, cae.a[j]), cae.a[j]);
        }

        // calc params delta deltas
        cae.ddb = Each(pass.Maps, j => TensorPrimitives.Sum(cae.add[j].Span) / ns);
        cae.ddok = Each(pass.Outputs, i => Each(pass.Maps, j => convn(flipall(Squared(cae.a[j])), cae.odd[i], "valid") / ns));
        cae.ddik = Each(pass.Outputs, i => Each(pass.Maps, j => convn(cae.add[j], flipall(Squared(cae.i[i])), "valid") / ns));
        return cae;
    }

    private static Array3 Squared(Array3 x) => x.PointwiseMultiply(x);
}
