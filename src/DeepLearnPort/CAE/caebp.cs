namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Backpropagation: the gradients of the loss of the last <see cref="caedown"/>.</summary>
    /// <param name="cae">An autoencoder on which <see cref="caeup"/> and <see cref="caedown"/> have been called.</param>
    /// <param name="y">Targets, shaped as the outputs.</param>
    /// <returns>The autoencoder with error, loss, deltas and gradients.</returns>
    /// <remarks>Draws nothing. Source: CAE/caebp.m.</remarks>
    /// <exception cref="ArgumentException">
    /// No pass has been made, y has another shape than the outputs, or a field does not fit the rest.
    /// </exception>
    public static Cae caebp(Cae cae, [MatTakes(MatClasses.Logical)] Cell<Array3> y)
    {
        var pass = new CaePass(cae);
        CaeFields.Arrays(y, nameof(y), pass.Outputs, Size3.Of(cae.o[0]));
        int ns = pass.Samples;

        // backprop deltas
        cae.L = 0;
        for (int i = 0; i < pass.Outputs; i++)
        {
            cae.e[i] = (cae.o[i] - y[i]).PointwiseMultiply(pass.Edgemask); // error
            cae.L += 0.5 * TensorPrimitives.SumOfSquares(cae.e[i].Span) / ns; // loss function
            cae.od[i] = TimesSigmoidDerivative(cae.e[i], cae.o[i]); // output delta
            cae.dc[i] = TensorPrimitives.Sum(cae.od[i].Span) / ns;
        }
        for (int j = 0; j < pass.Maps; j++) // calc activation deltas
        {
            var z = convn(cae.od[0], flipall(cae.ok[0][j]));
            for (int i = 1; i < pass.Outputs; i++)
                z += convn(cae.od[i], flipall(cae.ok[i][j]));
            cae.ad[j] = TimesSigmoidDerivative(z, cae.a[j]);
        }

        // calc gradients
        cae.db = Each(pass.Maps, j => TensorPrimitives.Sum(cae.ad[j].Span) / ns);
        cae.dok = Each(pass.Outputs, i => Each(pass.Maps, j => convn(flipall(cae.a[j]), cae.od[i], "valid") / ns));
        cae.dik = Each(pass.Outputs, i => Each(pass.Maps, j => convn(cae.ad[j], flipall(cae.i[i]), "valid") / ns));
        return cae;
    }

    // d .* (a .* (1 - a))
    private static Array3 TimesSigmoidDerivative(Array3 d, Array3 a) =>
        d.With(values => Passes.TimesSigmoidDerivative(a.Span, values));
}
