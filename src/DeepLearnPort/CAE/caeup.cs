namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Encodes.</summary>
    /// <param name="cae">An autoencoder from <see cref="scaesetup"/>.</param>
    /// <param name="x">Inputs, one n × h × w array for each input map.</param>
    /// <param name="stream">Drawn from by <see cref="max3d"/>, map by map, unless the scale is [1, 1, 1]; the ambient one when left out.</param>
    /// <returns>The autoencoder with its inputs and activations.</returns>
    /// <remarks>Source: CAE/caeup.m.</remarks>
    /// <exception cref="ArgumentException">Not as many inputs as the encoder has kernels for, or of another size.</exception>
    public static Cae caeup(Cae cae, Cell<Array3> x, RandStream? stream = null)
    {
        RequireSetUp(cae);
        if (x.Length != cae.ik.Length || x.Any(input => input.IsEmpty))
            throw new ArgumentException($"x must hold {cae.ik.Length} inputs, as the encoder has kernels for; holds {x.Length}", nameof(x));
        cae.i = x;
        for (int j = 0; j < cae.a.Length; j++)
        {
            var z = convn(x[0], cae.ik[0][j]);
            for (int i = 1; i < x.Length; i++)
                z += convn(x[i], cae.ik[i][j]);
            var a = sigm(z + cae.b[j]);

            // Max pool.
            if (!cae.scale.SequenceEqual([1, 1, 1]))
                a = max3d(a, cae.M, stream);
            cae.a[j] = a;
        }
        return cae;
    }
}
