namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Decodes what <see cref="caeup"/> encoded.</summary>
    /// <param name="cae">An autoencoder with activations.</param>
    /// <returns>The autoencoder with its outputs.</returns>
    /// <remarks>Draws nothing. Source: CAE/caedown.m.</remarks>
    /// <exception cref="ArgumentException">The autoencoder has not been set up.</exception>
    public static Cae caedown(Cae cae)
    {
        RequireSetUp(cae);
        for (int i = 0; i < cae.o.Length; i++)
        {
            var z = convn(cae.a[0], cae.ok[i][0], "valid");
            for (int j = 1; j < cae.a.Length; j++)
                z += convn(cae.a[j], cae.ok[i][j], "valid");
            cae.o[i] = sigm(z + cae.c[i]);
        }
        return cae;
    }
}
