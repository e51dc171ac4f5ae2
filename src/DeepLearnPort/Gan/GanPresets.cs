namespace DeepLearnPort;

/// <summary>Settings under a name: the article's, those of its author's other scripts, the paper's and some that followed it.</summary>
public static class GanPresets
{
    private static readonly GanOptions Article = new();
    private static readonly GanOptions Defaults = Article with { LearningRate = 2, Dropout = 0 };
    private static readonly GanOptions Conditional = Defaults with { Iterations = 2000, Conditional = true, GWeightPenaltyL2 = 0 };

    private static readonly GanOptions Paper = new()
    {
        FreezeD = true,
        Loss = GanLoss.Log,
        Optimizer = GanOptimizer.Adam,
        Noise = GanNoise.Uniform,
        Activation = "leaky_relu",
        GHidden = [1200, 1200],
        DHidden = [240, 240],
        InitialScale = 0.35,
        LearningRate = 1e-3,
        Dropout = 0,
        WeightPenaltyL2 = 0,
        GWeightPenaltyL2 = 0,
        GradientPenalty = 0.2,
        Average = 0.99,
        FinalLearningRate = 0.1,
        Iterations = 4200,
    };

    private static readonly OrderedDictionary<string, GanOptions> All = new()
    {
        ["article"] = Article,
        ["figure"] = Defaults,
        ["two-to-one"] = Article with { DSteps = 2, Iterations = 2000 },
        ["conditional"] = Conditional,
        ["conditional-deep"] = Conditional with { GHidden = [1200], NoiseUnits = 200 },
        ["paper"] = Paper,
        ["lsgan"] = Paper with { Loss = GanLoss.Squared, GradientPenalty = 1, Iterations = 1500 },
        ["cgan"] = Paper with { Conditional = true, GHidden = [512, 512], GradientPenalty = 0.3, Iterations = 2500 },
        ["gaussian"] = Paper with
        {
            Gaussian = true,
            Noise = GanNoise.Normal,
            NoiseSize = 1,
            GHidden = [32, 32],
            DHidden = [32, 32],
            InitialScale = 0.5,
            GradientPenalty = 0,
            Momentum = 0,
            DSteps = 3,
            Num = 2000,
            BatchSize = 200,
            LearningRate = 2e-3,
            FinalLearningRate = 0.01,
            Iterations = 1500,
        },
    };

    /// <summary>The names, the article's first.</summary>
    public static IReadOnlyList<string> Names => [.. All.Keys];

    /// <summary>The settings of that name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ArgumentException">There is no such name.</exception>
    public static GanOptions Get(string name) => All.TryGetValue(name, out var options)
        ? options
        : throw new ArgumentException($"preset must be one of {string.Join(", ", All.Keys)}; was {name}");
}
