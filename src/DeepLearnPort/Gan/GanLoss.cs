namespace DeepLearnPort;

/// <summary>What D and G are trained to minimise.</summary>
public enum GanLoss
{
    /// <summary>
    /// Squared error. In the article's alternation through D's sigmoid; with <see cref="GanOptions.FreezeD"/> on a linear
    /// output of D, which is the least squares GAN.
    /// </summary>
    Squared,

    /// <summary>Log loss, as in the paper; G maximises log D(G(z)), which has the stronger gradient early.</summary>
    Log,

    /// <summary>Log loss; G minimises log(1 - D(G(z))): the two-player game as the paper writes it.</summary>
    Minimax,
}
