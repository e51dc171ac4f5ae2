namespace DeepLearnPort;

/// <summary>The settings of a run. The defaults are those of the article's listing; <see cref="GanPresets"/> has the others.</summary>
public sealed partial record GanOptions
{
    /// <summary>Alternations: one training of D and one of G each.</summary>
    public int Iterations { get; init; } = 1500;

    /// <summary>Whose random streams are drawn from.</summary>
    public RandEngine Engine { get; init; } = RandEngine.Matlab;

    /// <summary>State that the streams start from, just before the noise is drawn.</summary>
    public uint Seed { get; init; }

    /// <summary>Trainings of D in an alternation, each on fresh images; with <see cref="FreezeD"/>, in each minibatch step.</summary>
    public int DSteps { get; init; } = 1;

    /// <summary>Trainings of G in an alternation; with <see cref="FreezeD"/>, in each minibatch step.</summary>
    public int GSteps { get; init; } = 1;

    /// <summary>Real images, and as many generated ones, that a training of D uses (the article's <c>num</c>).</summary>
    public int Num { get; init; } = 1000;

    /// <summary>Samples in a minibatch.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>Learning rate of D and, unless it has its own, of G.</summary>
    public double LearningRate { get; init; } = 0.01;

    /// <summary>Learning rate of G (of the stack, in the article's alternation); null: that of D.</summary>
    public double? GLearningRate { get; init; }

    /// <summary>Momentum of D and of G (of Adam: β1).</summary>
    public double Momentum { get; init; } = 0.5;

    /// <summary>Dropout fraction of D's hidden layers; in the article's alternation of the stack too, where it also drops generated pixels.</summary>
    public double Dropout { get; init; } = 0.5;

    /// <summary>L2 weight penalty of D.</summary>
    public double WeightPenaltyL2 { get; init; } = 1e-4;

    /// <summary>L2 weight penalty of G (of the stack, in the article's alternation).</summary>
    public double GWeightPenaltyL2 { get; init; } = 1e-4;

    /// <summary>Inputs of G, without the label.</summary>
    public int NoiseSize { get; init; } = 100;

    /// <summary>Units of G's hidden layers.</summary>
    public IReadOnlyList<int> GHidden { get; init; } = [];

    /// <summary>Units of D's hidden layers.</summary>
    public IReadOnlyList<int> DHidden { get; init; } = [100];

    /// <summary>Whether G and D are also given the digit, as ten more inputs.</summary>
    public bool Conditional { get; init; }

    /// <summary>Units of G's first layer that see the noise only, the others the label only; 0: all see both. Not with <see cref="FreezeD"/>.</summary>
    public int NoiseUnits { get; init; }

    /// <summary>
    /// Whether D stands still while G trains: gradients go through D to G's output, in minibatches that train D, then G, with
    /// new noise for each.
    /// Otherwise the article's alternation: a pass of D, then a pass of the stack whose copy of D moves along, on noise drawn once.
    /// </summary>
    public bool FreezeD { get; init; }

    /// <summary>What is minimised. The article's alternation has squared error only, as the toolbox has.</summary>
    public GanLoss Loss { get; init; } = GanLoss.Squared;

    /// <summary>How weights move. The article's alternation has the toolbox's step only.</summary>
    public GanOptimizer Optimizer { get; init; } = GanOptimizer.Sgd;

    /// <summary>Where G's inputs are drawn from.</summary>
    public GanNoise Noise { get; init; } = GanNoise.Mapped;

    /// <summary>Activation of the hidden layers of G and D: sigm, tanh_opt, relu or leaky_relu.</summary>
    public string Activation { get; init; } = "sigm";

    /// <summary>What the toolbox's first weights are multiplied by.</summary>
    public double InitialScale { get; init; } = 1;

    /// <summary>Momentum at the last alternation; in between it moves in equal steps. Null: it stays. Only with <see cref="FreezeD"/>.</summary>
    public double? FinalMomentum { get; init; }

    /// <summary>Learning rate at the last alternation, as a part of the first; falls by the same factor each alternation. Only with <see cref="FreezeD"/>.</summary>
    public double FinalLearningRate { get; init; } = 1;

    /// <summary>
    /// Weight of the past in the running mean of G's weights, which then makes the samples; 0: they come from G as it is.
    /// Taken each alternation. Only with <see cref="FreezeD"/>.
    /// </summary>
    public double Average { get; init; }

    /// <summary>
    /// Weight γ of half the mean squared norm, over the real samples, of the gradient of D, before its sigmoid, by the pixels
    /// (arXiv 1801.04406, R1). Not part of the losses that are logged. Only with <see cref="FreezeD"/> and rectified hidden units.
    /// </summary>
    public double GradientPenalty { get; init; }

    /// <summary>Whether the data are numbers from a normal distribution instead of images.</summary>
    public bool Gaussian { get; init; }

    /// <summary>
    /// Rows of pixels of an image, where an image has no square number of pixels and the data do not say; 0: they do.
    /// </summary>
    public int ImageHeight { get; init; }
}
