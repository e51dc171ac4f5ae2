using System.CommandLine;

namespace DeepLearnPort.Cli;

/// <summary>The settings of <c>dlport gan</c> as options.</summary>
internal static class GanSettings
{
    private const string NonNegative = "of at least 0", Fraction = "of at least 0 and below 1";

    private static readonly Option<string?> Preset = OptionOf.OneOf("--preset",
        $"Settings to begin with: {string.Join(", ", GanPresets.Names)} [{GanPresets.Names[0]}]. Those below, where given, "
        + "come instead of the preset's.", [.. GanPresets.Names]);
    private static readonly Option<int?> Iterations = OptionOf.Whole(
        "--iterations", "Alternations: one training of D and one of G each [article: 1500].", 1);
    private static readonly Option<RandEngine?> Engine = OptionOf.OneOf<RandEngine>(
        "--engine", "Whose random streams to draw: matlab or octave [matlab].");
    private static readonly Option<uint?> Seed = OptionOf.Seed(
        "--seed", "State of the streams just before the noise is drawn [0].");
    private static readonly Option<int?> DSteps = OptionOf.Whole(
        "--d-steps",
        "Trainings of D in an alternation (with --freeze-d: in a minibatch step), each on fresh images [article: 1].",
        1, 1000);
    private static readonly Option<int?> GSteps = OptionOf.Whole(
        "--g-steps", "Trainings of G in an alternation (with --freeze-d: in a minibatch step) [article: 1].", 1, 1000);
    private static readonly Option<int?> Num = OptionOf.Whole(
        "--num", "Real images, and as many generated ones, that a training of D uses [article: 1000].", 1);
    private static readonly Option<int?> BatchSize = OptionOf.Whole("--batch-size", "Samples in a minibatch [article: 100].", 1);
    private static readonly Option<double?> LearningRate = OptionOf.Real(
        "--learning-rate", "Learning rate of D, and of G unless it has its own [article: 0.01].", "above 0", x => x > 0);
    private static readonly Option<double?> GLearningRate = OptionOf.Real(
        "--g-learning-rate", "Learning rate of G.", "above 0", x => x > 0);
    private static readonly Option<double?> Momentum = OptionOf.Real(
        "--momentum", "Momentum, of Adam β1 [article: 0.5].", Fraction, x => x is >= 0 and < 1);
    private static readonly Option<double?> Dropout = OptionOf.Real(
        "--dropout", "Dropout fraction of D, and of the article's stack [article: 0.5].", Fraction, x => x is >= 0 and < 1);
    private static readonly Option<double?> L2 = OptionOf.Real(
        "--weight-penalty", "L2 weight penalty of D [article: 1e-4].", NonNegative, x => x >= 0);
    private static readonly Option<double?> GL2 = OptionOf.Real(
        "--g-weight-penalty", "L2 weight penalty of G, or of the article's stack [article: 1e-4].", NonNegative, x => x >= 0);
    private static readonly Option<int?> NoiseSize = OptionOf.Whole(
        "--noise-size", "Inputs of G, without the label [article: 100].", 1);
    private static readonly Option<GanNoise?> Noise = OptionOf.OneOf<GanNoise>(
        "--noise", "What G's inputs are drawn from: mapped (the article's), normal or uniform.");
    private static readonly Option<int[]?> GHidden = OptionOf.Layers(
        "--g-hidden", "Units of G's hidden layers, such as 1200,1200; none: 0.");
    private static readonly Option<int[]?> DHidden = OptionOf.Layers("--d-hidden", "Units of D's hidden layers [article: 100].");
    private static readonly Option<string?> Activation = OptionOf.OneOf(
        "--activation", "Hidden layers: sigm, tanh_opt, relu or leaky_relu [article: sigm].",
        "sigm", "tanh_opt", "relu", "leaky_relu");
    private static readonly Option<double?> InitialScale = OptionOf.Real(
        "--initial-scale", "What the toolbox's first weights are multiplied by [article: 1].", "above 0", x => x > 0);
    private static readonly Option<bool?> Conditional = OptionOf.Switch("--conditional", "Give G and D the digit too.");
    private static readonly Option<int?> NoiseUnits = OptionOf.Whole(
        "--noise-units", "Units of G's first layer that see the noise only, the others the label only; 0: all see both.", 0);
    private static readonly Option<bool?> FreezeD = OptionOf.Switch(
        "--freeze-d", "Train as the paper does: D stands still while G trains, new noise for each minibatch.");
    private static readonly Option<GanLoss?> Loss = OptionOf.OneOf<GanLoss>(
        "--loss", "squared, log or minimax (G as the paper writes it); log losses need --freeze-d.");
    private static readonly Option<GanOptimizer?> Optimizer = OptionOf.OneOf<GanOptimizer>(
        "--optimizer", "sgd or adam; adam needs --freeze-d.");
    private static readonly Option<double?> FinalMomentum = OptionOf.Real(
        "--final-momentum", "Momentum at the end; needs --freeze-d.", Fraction, x => x is >= 0 and < 1);
    private static readonly Option<double?> FinalLearningRate = OptionOf.Real(
        "--final-learning-rate", "Learning rate at the end, as a part of the first; needs --freeze-d.",
        "above 0 and of at most 1", x => x is > 0 and <= 1);
    private static readonly Option<double?> Average = OptionOf.Real(
        "--average", "Weight of the past in the running mean of G's weights that makes the samples; needs --freeze-d.", Fraction,
        x => x is >= 0 and < 1);
    private static readonly Option<double?> GradientPenalty = OptionOf.Real(
        "--gradient-penalty", "Weight of the squared gradient of D at the real images; needs --freeze-d and rectified units.",
        NonNegative, x => x >= 0);
    private static readonly Option<bool?> Gaussian = OptionOf.Switch(
        "--gaussian", "Imitate one normal distribution instead of images; needs --freeze-d.");
    private static readonly Option<int?> ImageHeight = OptionOf.Whole(
        "--image-height", "Rows of pixels in an image, where its pixels make no square and train_x is not height×width×m.", 1);
    private static readonly Option<int?> SnapshotEvery = OptionOf.Whole(
        "--snapshot-every", "Alternations between sample grids.", 1, otherwise: 100);
    private static readonly Option<int?> CheckpointEvery = OptionOf.Whole(
        "--checkpoint-every", "Alternations between checkpoints, from which --resume goes on; 0: only when stopped [0].", 0);
    private static readonly Option<string?> Out = OptionOf.Path(
        "--out", "Folder for the log, pictures, networks and report.", "gan-out");

    /// <summary>All of them, in the order of the help.</summary>
    public static readonly IReadOnlyList<Option> All =
    [
        Preset, Iterations, Engine, Seed, DSteps, GSteps, Num, BatchSize, LearningRate, GLearningRate, Momentum, Dropout, L2, GL2,
        NoiseSize, Noise, GHidden, DHidden, Activation, InitialScale, Conditional, NoiseUnits, FreezeD, Loss, Optimizer,
        FinalMomentum, FinalLearningRate, Average, GradientPenalty, Gaussian, ImageHeight, SnapshotEvery, CheckpointEvery, Out,
    ];

    /// <summary>The folder to write to.</summary>
    public static string FolderOf(ParseResult parse) => parse.GetValue(Out)!;

    /// <summary>The settings asked for, which are right by themselves.</summary>
    /// <exception cref="ArgumentException">One does not go with another; the message names it as it is typed.</exception>
    public static Checkpoint.Settings Of(ParseResult parse)
    {
        var settings = new Checkpoint.Settings(
            OptionsOf(parse), parse.GetValue(SnapshotEvery)!.Value, parse.GetValue(CheckpointEvery) ?? 0);
        AsTyped(settings.Check);
        return settings;
    }

    /// <summary>
    /// Runs a check of settings, whose messages begin with a name, as one of options, whose names begin with two dashes.
    /// </summary>
    public static void AsTyped(Action check)
    {
        try
        {
            check();
        }
        catch (ArgumentException e) when (All.Any(option => e.Message.StartsWith(option.Name[2..], StringComparison.Ordinal)))
        {
            throw new ArgumentException($"--{e.Message}", e);
        }
    }

    private static GanOptions OptionsOf(ParseResult parse)
    {
        var preset = GanPresets.Get(parse.GetValue(Preset) ?? GanPresets.Names[0]);
        return preset with
        {
            Iterations = parse.GetValue(Iterations) ?? preset.Iterations,
            Engine = parse.GetValue(Engine) ?? preset.Engine,
            Seed = parse.GetValue(Seed) ?? preset.Seed,
            DSteps = parse.GetValue(DSteps) ?? preset.DSteps,
            GSteps = parse.GetValue(GSteps) ?? preset.GSteps,
            Num = parse.GetValue(Num) ?? preset.Num,
            BatchSize = parse.GetValue(BatchSize) ?? preset.BatchSize,
            LearningRate = parse.GetValue(LearningRate) ?? preset.LearningRate,
            GLearningRate = parse.GetValue(GLearningRate) ?? preset.GLearningRate,
            Momentum = parse.GetValue(Momentum) ?? preset.Momentum,
            Dropout = parse.GetValue(Dropout) ?? preset.Dropout,
            WeightPenaltyL2 = parse.GetValue(L2) ?? preset.WeightPenaltyL2,
            GWeightPenaltyL2 = parse.GetValue(GL2) ?? preset.GWeightPenaltyL2,
            NoiseSize = parse.GetValue(NoiseSize) ?? preset.NoiseSize,
            Noise = parse.GetValue(Noise) ?? preset.Noise,
            GHidden = Layers(parse, GHidden) ?? preset.GHidden,
            DHidden = Layers(parse, DHidden) ?? preset.DHidden,
            Activation = parse.GetValue(Activation) ?? preset.Activation,
            InitialScale = parse.GetValue(InitialScale) ?? preset.InitialScale,
            Conditional = parse.GetValue(Conditional) ?? preset.Conditional,
            NoiseUnits = parse.GetValue(NoiseUnits) ?? preset.NoiseUnits,
            FreezeD = parse.GetValue(FreezeD) ?? preset.FreezeD,
            Loss = parse.GetValue(Loss) ?? preset.Loss,
            Optimizer = parse.GetValue(Optimizer) ?? preset.Optimizer,
            FinalMomentum = parse.GetValue(FinalMomentum) ?? preset.FinalMomentum,
            FinalLearningRate = parse.GetValue(FinalLearningRate) ?? preset.FinalLearningRate,
            Average = parse.GetValue(Average) ?? preset.Average,
            GradientPenalty = parse.GetValue(GradientPenalty) ?? preset.GradientPenalty,
            Gaussian = parse.GetValue(Gaussian) ?? preset.Gaussian,
            ImageHeight = parse.GetValue(ImageHeight) ?? preset.ImageHeight,
        };
    }

    // Of a list that is left out, System.CommandLine makes an empty one.
    private static int[]? Layers(ParseResult parse, Option<int[]?> option) =>
        parse.GetResult(option) is null ? null : parse.GetValue(option);
}
