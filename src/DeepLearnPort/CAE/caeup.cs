namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Encodes.</summary>
    /// <param name="cae">An autoencoder from <see cref="scaesetup"/>.</param>
    /// <param name="x">Inputs, one n × h × w array for each input map.</param>
    /// <param name="stream">
    /// Drawn from by <see cref="max3d"/>, map by map, unless the scale is [1, 1, 1]; the ambient one when left out.
    /// </param>
    /// <returns>The autoencoder with its inputs and activations.</returns>
    /// <remarks>Source: CAE/caeup.m.</remarks>
    /// <exception cref="ArgumentException">
    /// Not as many inputs as the encoder has kernels for, or of unequal size, or a field of the autoencoder is missing or does
    /// not fit.
    /// </exception>
    public static Cae caeup(Cae cae, Cell<Array3> x, RandStream? stream = null)
    {
        int maps = CaeFields.Maps(cae);
        if (cae.ik.Length == 0)
            throw new ArgumentException("cae.ik is empty: cae must come from scaesetup", nameof(cae));
        CaeFields.Arrays(x, nameof(x), cae.ik.Length);
        CaeFields.Kernels(cae.ik, "cae.ik", x.Length, maps);
        CaeFields.Numbers(cae.b, "cae.b", maps);
        var size = Size3.OfConvolution(x[0], cae.ik[0][0], "cae.a");
        bool pools = cae.scale.IsColumn == true || !cae.scale.SequenceEqual([1, 1, 1]); // isequal([1;1;1], [1 1 1]) is false
        if (pools)
            CaeFields.Places(cae.M, size.Rows * size.Columns * size.Pages);

        cae.i = x.As(column: x.IsColumn ?? false);
        for (int j = 0; j < maps; j++)
        {
            var z = convn(x[0], cae.ik[0][j]);
            for (int i = 1; i < x.Length; i++)
                z += convn(x[i], cae.ik[i][j]);
            var a = sigm(z + cae.b[j]);

            // Max pool.
            if (pools)
                a = max3d(a, cae.M, stream);
            cae.a[j] = a;
        }
        return cae;
    }
}
