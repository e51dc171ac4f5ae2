namespace DeepLearnPort;

/// <content>What settings are right. A message begins with the setting's name as the command line has it.</content>
public sealed partial record GanOptions
{
    private const int MostSteps = 1000;

    /// <summary>Checks the settings by themselves.</summary>
    /// <exception cref="ArgumentException">One is out of range or does not go with another; the message names it.</exception>
    internal void Check()
    {
        InRange(Iterations >= 1, "iterations must be at least 1", Iterations);
        InRange(DSteps is >= 1 and <= MostSteps, $"d-steps must be at least 1 and at most {MostSteps}", DSteps);
        InRange(GSteps is >= 1 and <= MostSteps, $"g-steps must be at least 1 and at most {MostSteps}", GSteps);
        InRange(Num >= 1, "num must be at least 1", Num);
        InRange(NoiseSize >= 1, "noise-size must be at least 1", NoiseSize);
        InRange(ImageHeight >= 0, "image-height must not be negative", ImageHeight);
        if (BatchSize < 1 || Num % BatchSize != 0)
            throw new ArgumentException($"batch-size must divide num = {Num}; was {BatchSize}");
        InRange(Dropout is >= 0 and < 1, "dropout must be at least 0 and below 1", Dropout);
        InRange(LearningRate is > 0 and < double.PositiveInfinity, "learning-rate must be positive", LearningRate);
        InRange(GLearningRate is null or > 0 and < double.PositiveInfinity, "g-learning-rate must be positive",
            GLearningRate ?? 0);
        InRange(Momentum is >= 0 and < 1, "momentum must be at least 0 and below 1", Momentum);
        InRange(FinalMomentum is null or >= 0 and < 1, "final-momentum must be at least 0 and below 1", FinalMomentum ?? 0);
        InRange(FinalLearningRate is > 0 and <= 1, "final-learning-rate must be above 0 and at most 1", FinalLearningRate);
        InRange(WeightPenaltyL2 is >= 0 and < double.PositiveInfinity, "weight-penalty must be at least 0", WeightPenaltyL2);
        InRange(GWeightPenaltyL2 is >= 0 and < double.PositiveInfinity, "g-weight-penalty must be at least 0", GWeightPenaltyL2);
        InRange(Average is >= 0 and < 1, "average must be at least 0 and below 1", Average);
        InRange(InitialScale is > 0 and < double.PositiveInfinity, "initial-scale must be positive", InitialScale);
        InRange(GradientPenalty is >= 0 and < double.PositiveInfinity, "gradient-penalty must be at least 0", GradientPenalty);
        Layers(GHidden, "g-hidden");
        Layers(DHidden, "d-hidden");
        Known(Engine, "engine");
        Known(Loss, "loss");
        Known(Optimizer, "optimizer");
        Known(Noise, "noise");
        Require.Name(Activation, "activation", "sigm", "tanh_opt", "relu", "leaky_relu");
        if (GradientPenalty > 0 && Activation is not ("relu" or "leaky_relu"))
            throw new ArgumentException($"gradient-penalty needs activation relu or leaky_relu; was {Activation}");
        if (Gaussian && Conditional)
            throw new ArgumentException("conditional needs labelled images, and does not go with gaussian data");
        if (!FreezeD)
            CheckArticle();
        else if (NoiseUnits != 0)
            throw new ArgumentException("noise-units belongs to the article's alternation and does not go with freeze-d");
        GanMemory.Check(this, samples: 1, pixels: 1); // what can be known without the data
    }

    /// <summary>Checks the settings by themselves and against the data.</summary>
    /// <param name="data">What is to be imitated.</param>
    /// <exception cref="ArgumentException">
    /// One is out of range or does not go with another or with the data; the message names it.
    /// </exception>
    internal void Check(RealData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (Num > data.Count)
            throw new ArgumentException($"num must not exceed the {data.Count} images of the data file; was {Num}");
        Check();
        if (Conditional && !data.IsLabelled)
            throw new ArgumentException("conditional needs labelled images: train_y beside train_x");
        if (Gaussian && data.Pixels != 1)
            throw new ArgumentException($"gaussian is for samples of one number; the data have {data.Pixels}");
        if (ImageHeight > 0 && data.Pixels % ImageHeight != 0)
            throw new ArgumentException($"image-height must divide the {data.Pixels} pixels of an image; was {ImageHeight}");
        GanMemory.Check(this, data.Count, data.Pixels);
    }

    private void CheckArticle()
    {
        Needs(Loss != GanLoss.Squared, "loss: a log loss");
        Needs(Optimizer != GanOptimizer.Sgd, "optimizer adam");
        Needs(FinalMomentum is not null, "final-momentum");
        Needs(FinalLearningRate != 1, "final-learning-rate");
        Needs(Average != 0, "average");
        Needs(GradientPenalty != 0, "gradient-penalty");
        Needs(Gaussian, "gaussian data");
        if (NoiseUnits != 0 && (!Conditional || GHidden.Count == 0 || NoiseUnits < 0 || NoiseUnits > GHidden[0]))
            throw new ArgumentException(
                $"noise-units needs conditional and at least as many units in G's first hidden layer; was {NoiseUnits}");
    }

    private static void Needs(bool given, string what)
    {
        if (given)
            throw new ArgumentException(
                $"{what} needs freeze-d: the article's alternation trains with the toolbox's nntrain as it is");
    }

    private static void Layers(IReadOnlyList<int>? units, string name)
    {
        if (units is null || units.Any(u => u < 1))
            throw new ArgumentException(
                $"{name} must name layers of at least 1 unit; was {(units is null ? "null" : string.Join(',', units))}");
    }

    private static void Known<T>(T value, string name)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            throw new ArgumentException($"{name} must be one of {string.Join(", ", Enum.GetNames<T>())}; was {value:D}");
    }

    private static void InRange(bool holds, string rule, double value)
    {
        if (!holds)
            throw new ArgumentException(Invariant($"{rule}; was {value}"));
    }
}
