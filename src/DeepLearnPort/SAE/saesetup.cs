namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Creates stacked autoencoders.</summary>
    /// <param name="size">Units in each layer, input first, at least two, e.g. <c>[784, 100]</c>.</param>
    /// <returns>One autoencoder for each pair of neighbouring layers, with the settings of <see cref="nnsetup(IReadOnlyList{int})"/>.</returns>
    /// <remarks>Draws the weights of each autoencoder as <c>nnsetup([size[u], size[u+1], size[u]])</c> does. Source: SAE/saesetup.m.</remarks>
    /// <exception cref="ArgumentException">Fewer than two layers, or a layer without units.</exception>
    public static Sae saesetup(params IReadOnlyList<int> size) => saesetup(size, null);

    /// <inheritdoc cref="saesetup(IReadOnlyList{int})"/>
    /// <param name="size">Units in each layer, input first, at least two.</param>
    /// <param name="stream">Where the weights are drawn from; the ambient stream when null.</param>
    public static Sae saesetup(IReadOnlyList<int> size, RandStream? stream)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.Count < 2)
            throw new ArgumentException($"size must name at least two layers; was [{string.Join(' ', size)}]", nameof(size));

        Sae sae = default;
        for (int u = 1; u < size.Count; u++)
            sae.ae[u - 1] = nnsetup([size[u - 1], size[u], size[u - 1]], stream);
        return sae;
    }
}
