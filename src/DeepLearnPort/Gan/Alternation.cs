namespace DeepLearnPort;

/// <summary>What one alternation did: a row of <c>log.csv</c>.</summary>
/// <param name="iteration">From 1.</param>
/// <param name="loss_d">Mean of L over the minibatches of the last training of D.</param>
/// <param name="loss_g">Mean of L over the minibatches of the last training of G.</param>
/// <param name="d_real">Mean output of D, in testing mode and after both trainings, on the real samples just used.</param>
/// <param name="d_fake">The same on the generated samples just used.</param>
/// <param name="seconds">Time since the first alternation began [s].</param>
/// <param name="grad_d">Norm of D's gradient in the last minibatch.</param>
/// <param name="grad_g">Norm of G's (the stack's) gradient in the last minibatch.</param>
/// <param name="pixel_spread">How much the generated samples just used differ: the mean over the pixels of their standard deviation.</param>
public readonly record struct Alternation(int iteration, double loss_d, double loss_g, double d_real, double d_fake, double seconds,
    double grad_d = double.NaN, double grad_g = double.NaN, double pixel_spread = double.NaN);
