namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Trains a convolutional autoencoder.</summary>
    /// <param name="scae">One autoencoder, from <see cref="scaesetup"/>.</param>
    /// <param name="x">Training data, as for <see cref="caetrain"/>.</param>
    /// <param name="opts">As for <see cref="caetrain"/>.</param>
    /// <param name="stream">Where random numbers are drawn from; the ambient stream when null.</param>
    /// <returns>The trained autoencoder.</returns>
    /// <remarks>
    /// Draws what <see cref="caetrain"/> draws. Only the first is trained, as in the original. Source: CAE/scaetrain.m.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no autoencoder, or as for <see cref="caetrain"/>.</exception>
    public static Cell<Cae> scaetrain(
        Cell<Cae> scae, [MatTakes(MatClasses.All)] Cell<Cell<Array3>> x, Opts opts, RandStream? stream = null)
    {
        if (scae.Length == 0)
            throw new ArgumentException("scae must hold an autoencoder, from scaesetup", nameof(scae));
        scae[0] = caetrain(scae[0], x, opts, stream);
        return scae;
    }
}
