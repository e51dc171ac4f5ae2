namespace DeepLearnPort;

/// <summary>The settings of the random numbers, as <c>s = rng</c> returns them and <c>rng(s)</c> takes them.</summary>
/// <param name="Type">MATLAB's name of the generator, such as <c>twister</c>; <c>Legacy</c> for the pair that <c>rand('state', 0)</c> selects.</param>
/// <param name="Seed">The seed it started from; null where the engine says <c>Not applicable</c>.</param>
/// <param name="State">
/// The state: one column vector for a generator that all functions share (625×1 for <c>twister</c>), or one each for
/// <c>rand</c> and <c>randn</c>.
/// </param>
public sealed record RngState(string Type, double? Seed, Cell<Mat> State);
