namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Decodes what <see cref="caeup"/> encoded.</summary>
    /// <param name="cae">An autoencoder with activations.</param>
    /// <returns>The autoencoder with its outputs.</returns>
    /// <remarks>Draws nothing. Source: CAE/caedown.m.</remarks>
    /// <exception cref="ArgumentException">The autoencoder has not been set up, or a field of it does not fit.</exception>
    public static Cae caedown(Cae cae)
    {
        var (maps, outputs) = (CaeFields.Maps(cae), CaeFields.Outputs(cae));
        CaeFields.Arrays(cae.a, "cae.a", maps);
        CaeFields.Kernels(cae.ok, "cae.ok", outputs, maps);
        CaeFields.Numbers(cae.c, "cae.c", outputs);

        for (int i = 0; i < outputs; i++)
        {
            var z = convn(cae.a[0], cae.ok[i][0], "valid");
            for (int j = 1; j < maps; j++)
                z += convn(cae.a[j], cae.ok[i][j], "valid");
            cae.o[i] = sigm(z + cae.c[i]);
        }
        return cae;
    }
}
