namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Backpropagation: the gradients of the loss of the last <see cref="caedown"/>.</summary>
    /// <param name="cae">An autoencoder on which <see cref="caeup"/> and <see cref="caedown"/> have been called.</param>
    /// <param name="y">Targets, shaped as the outputs.</param>
    /// <returns>The autoencoder with error, loss, deltas and gradients.</returns>
    /// <remarks>Draws nothing. Source: CAE/caebp.m.</remarks>
    /// <exception cref="ArgumentException">No pass has been made, or y has another shape than the outputs.</exception>
    public static Cae caebp(Cae cae, Cell<Array3> y)
    {
        RequirePass(cae);
        if (y.Length != cae.o.Length || !y.Zip(cae.o).All(pair => pair.First.SameSize(pair.Second)))
            throw new ArgumentException($"y must hold as many targets as there are outputs, {cae.o.Length}, each {cae.o[0]}; holds {string.Join(", ", y)}", nameof(y));
        int ns = cae.edgemask.RowCount;

        // backprop deltas
        cae.L = 0;
        for (int i = 0; i < cae.o.Length; i++)
        {
            cae.e[i] = (cae.o[i] - y[i]).PointwiseMultiply(cae.edgemask); // error
            cae.L += 0.5 * TensorPrimitives.SumOfSquares(cae.e[i].Span) / ns; // loss function
            cae.od[i] = TimesSigmoidDerivative(cae.e[i], cae.o[i]); // output delta
            cae.dc[i] = TensorPrimitives.Sum(cae.od[i].Span) / ns;
        }
        for (int j = 0; j < cae.a.Length; j++) // calc activation deltas
        {
            var z = convn(cae.od[0], flipall(cae.ok[0][j]));
            for (int i = 1; i < cae.o.Length; i++)
                z += convn(cae.od[i], flipall(cae.ok[i][j]));
            cae.ad[j] = TimesSigmoidDerivative(z, cae.a[j]);
        }

        // calc gradients
        cae.db = Each(cae.a.Length, j => TensorPrimitives.Sum(cae.ad[j].Span) / ns);
        cae.dok = Each(cae.o.Length, i => Each(cae.a.Length, j => convn(flipall(cae.a[j]), cae.od[i], "valid") / ns));
        cae.dik = Each(cae.o.Length, i => Each(cae.a.Length, j => convn(cae.ad[j], flipall(cae.i[i]), "valid") / ns));
        return cae;
    }

    // d .* (a .* (1 - a))
    private static Array3 TimesSigmoidDerivative(Array3 d, Array3 a) => d.With(values => Passes.TimesSigmoidDerivative(a.Span, values));

    private static void RequirePass(in Cae cae)
    {
        RequireSetUp(cae);
        var size = cae.edgemask;
        if (cae.o.Any(output => !output.SameSize(size)))
            throw new ArgumentException($"cae must come from caedown: its outputs must be {cae.edgemask}, as scaesetup was told; are {string.Join(", ", cae.o)}", nameof(cae));
    }
}
