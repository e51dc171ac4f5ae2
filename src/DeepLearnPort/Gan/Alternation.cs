namespace DeepLearnPort;

/// <summary>What one alternation did: a row of <c>log.csv</c>.</summary>
/// <param name="iteration">From 1.</param>
/// <param name="loss_d">Mean of L over the minibatches of the last training of D.</param>
/// <param name="loss_g">Mean of L over the minibatches of the last training of the stack.</param>
/// <param name="d_real">Mean output of D, in testing mode and after both trainings, on the real images just used.</param>
/// <param name="d_fake">The same on the generated images just used.</param>
/// <param name="seconds">Time since the first alternation began [s].</param>
public readonly record struct Alternation(int iteration, double loss_d, double loss_g, double d_real, double d_fake, double seconds);
