namespace DeepLearnPort;

/// <summary>Whose random streams a run draws from.</summary>
public enum RandEngine
{
    /// <summary>MATLAB's legacy generators, as <c>rand('state', seed)</c> selects them.</summary>
    Matlab,

    /// <summary>GNU Octave's, after <c>rand('state', seed); randn('state', seed)</c>.</summary>
    Octave,
}

/// <summary>The settings of a run of the article's experiment. The defaults are those of its listing.</summary>
public sealed record GanOptions
{
    /// <summary>Alternations: one training of D and one of the stack each.</summary>
    public int Iterations { get; init; } = 1500;

    /// <summary>Whose random streams are drawn from.</summary>
    public RandEngine Engine { get; init; } = RandEngine.Matlab;

    /// <summary>State that the streams start from, just before the noise is drawn.</summary>
    public uint Seed { get; init; }

    /// <summary>Trainings of D in an alternation, each on a fresh permutation.</summary>
    public int DSteps { get; init; } = 1;

    /// <summary>Trainings of the stack in an alternation, each after D's weights have been shared again.</summary>
    public int GSteps { get; init; } = 1;

    /// <summary>Real images, and as many generated ones, that a training of D uses (the article's <c>num</c>).</summary>
    public int Num { get; init; } = 1000;

    /// <summary>Samples in a minibatch.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>Learning rate of D and of the stack.</summary>
    public double LearningRate { get; init; } = 0.01;

    /// <summary>Dropout fraction of D and of the stack, where it also drops generated pixels.</summary>
    public double Dropout { get; init; } = 0.5;

    /// <summary>L2 weight penalty of D and of the stack.</summary>
    public double WeightPenaltyL2 { get; init; } = 1e-4;

    /// <summary>Checks the settings against the number of real images.</summary>
    /// <param name="images">How many there are.</param>
    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    internal void Check(int images)
    {
        Positive(Iterations, "iterations");
        Positive(DSteps, "d-steps");
        Positive(GSteps, "g-steps");
        Positive(Num, "num");
        if (Num > images)
            throw new ArgumentException($"num must not exceed the {images} images of the data file; was {Num}");
        if (BatchSize < 1 || Num % BatchSize != 0)
            throw new ArgumentException($"batch size must divide num = {Num}; was {BatchSize}");
        if (!(Dropout >= 0 && Dropout < 1))
            throw new ArgumentException(Invariant($"dropout must be at least 0 and below 1; was {Dropout}"));
        if (!(LearningRate > 0) || !double.IsFinite(LearningRate))
            throw new ArgumentException(Invariant($"learning rate must be positive; was {LearningRate}"));
    }

    private static void Positive(int value, string name)
    {
        if (value < 1)
            throw new ArgumentException($"{name} must be at least 1; was {value}");
    }
}
