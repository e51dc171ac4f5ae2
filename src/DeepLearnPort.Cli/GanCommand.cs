using System.CommandLine;
using Spectre.Console;
using static System.FormattableString;

namespace DeepLearnPort.Cli;

/// <summary><c>dlport gan</c>: the article's experiment, its variants and the paper's.</summary>
internal static class GanCommand
{
    private static readonly Option<string> Preset = new("--preset")
    {
        DefaultValueFactory = _ => GanPresets.Names[0],
        Description = $"Settings to begin with: {string.Join(", ", GanPresets.Names)}. Those below, where given, come instead of the preset's.",
    };
    private static readonly Option<int?> Iterations = Of<int?>("--iterations", "Alternations: one training of D and one of G each [article: 1500].");
    private static readonly Option<RandEngine?> Engine = Of<RandEngine?>("--engine", "Whose random streams to draw: matlab or octave [matlab].");
    private static readonly Option<uint?> Seed = Of<uint?>("--seed", "State of the streams just before the noise is drawn [0].");
    private static readonly Option<int?> DSteps = Of<int?>("--d-steps", "Trainings of D in an alternation (with --freeze-d: in a minibatch step), each on fresh images [article: 1].");
    private static readonly Option<int?> GSteps = Of<int?>("--g-steps", "Trainings of G in an alternation (with --freeze-d: in a minibatch step) [article: 1].");
    private static readonly Option<int?> Num = Of<int?>("--num", "Real images, and as many generated ones, that a training of D uses [article: 1000].");
    private static readonly Option<int?> BatchSize = Of<int?>("--batch-size", "Samples in a minibatch [article: 100].");
    private static readonly Option<double?> LearningRate = Of<double?>("--learning-rate", "Learning rate of D, and of G unless it has its own [article: 0.01].");
    private static readonly Option<double?> GLearningRate = Of<double?>("--g-learning-rate", "Learning rate of G.");
    private static readonly Option<double?> Momentum = Of<double?>("--momentum", "Momentum, of Adam β1 [article: 0.5].");
    private static readonly Option<double?> Dropout = Of<double?>("--dropout", "Dropout fraction of D, and of the article's stack [article: 0.5].");
    private static readonly Option<double?> L2 = Of<double?>("--weight-penalty", "L2 weight penalty of D [article: 1e-4].");
    private static readonly Option<double?> GL2 = Of<double?>("--g-weight-penalty", "L2 weight penalty of G, or of the article's stack [article: 1e-4].");
    private static readonly Option<int?> NoiseSize = Of<int?>("--noise-size", "Inputs of G, without the label [article: 100].");
    private static readonly Option<GanNoise?> Noise = Of<GanNoise?>("--noise", "What G's inputs are drawn from: mapped (the article's), normal or uniform.");
    private static readonly Option<string?> GHidden = Of<string?>("--g-hidden", "Units of G's hidden layers, such as 1200,1200; none: 0.");
    private static readonly Option<string?> DHidden = Of<string?>("--d-hidden", "Units of D's hidden layers [article: 100].");
    private static readonly Option<string?> Activation = Of<string?>("--activation", "Hidden layers: sigm, tanh_opt, relu or leaky_relu [article: sigm].");
    private static readonly Option<double?> InitialScale = Of<double?>("--initial-scale", "What the toolbox's first weights are multiplied by [article: 1].");
    private static readonly Option<bool?> Conditional = Of<bool?>("--conditional", "Give G and D the digit too.");
    private static readonly Option<int?> NoiseUnits = Of<int?>("--noise-units", "Units of G's first layer that see the noise only, the others the label only.");
    private static readonly Option<bool?> FreezeD = Of<bool?>("--freeze-d", "Train as the paper does: D stands still while G trains, new noise for each minibatch.");
    private static readonly Option<GanLoss?> Loss = Of<GanLoss?>("--loss", "squared, log or minimax (G as the paper writes it); log losses need --freeze-d.");
    private static readonly Option<GanOptimizer?> Optimizer = Of<GanOptimizer?>("--optimizer", "sgd or adam; adam needs --freeze-d.");
    private static readonly Option<double?> FinalMomentum = Of<double?>("--final-momentum", "Momentum at the end; needs --freeze-d.");
    private static readonly Option<double?> FinalLearningRate = Of<double?>("--final-learning-rate", "Learning rate at the end, as a part of the first; needs --freeze-d.");
    private static readonly Option<double?> Average = Of<double?>("--average", "Weight of the past in the running mean of G's weights that makes the samples; needs --freeze-d.");
    private static readonly Option<double?> GradientPenalty = Of<double?>("--gradient-penalty", "Weight of the squared gradient of D at the real images; needs --freeze-d and rectified units.");
    private static readonly Option<bool?> Gaussian = Of<bool?>("--gaussian", "Imitate one normal distribution instead of images; needs --freeze-d.");
    private static readonly Option<int> SnapshotEvery = new("--snapshot-every") { DefaultValueFactory = _ => 100, Description = "Alternations between sample grids." };
    private static readonly Option<int> CheckpointEvery = Of<int>("--checkpoint-every", "Alternations between checkpoints, from which --resume goes on; 0: none.");
    private static readonly Option<DirectoryInfo?> Resume = Of<DirectoryInfo?>("--resume", "Go on with the run in this folder at its last checkpoint. All settings are that run's.");
    private static readonly Option<string> Out = new("--out") { DefaultValueFactory = _ => "gan-out", Description = "Folder for the log, pictures, networks and report." };

    private static readonly Option[] Settings =
    [
        Preset, Iterations, Engine, Seed, DSteps, GSteps, Num, BatchSize, LearningRate, GLearningRate, Momentum, Dropout, L2, GL2, NoiseSize, Noise,
        GHidden, DHidden, Activation, InitialScale, Conditional, NoiseUnits, FreezeD, Loss, Optimizer, FinalMomentum, FinalLearningRate, Average,
        GradientPenalty, Gaussian, SnapshotEvery, CheckpointEvery, Out,
    ];

    public static Command Create()
    {
        var command = new Command("gan", "Train the article's GAN on MNIST, or a variant.");
        foreach (var option in Settings)
            command.Options.Add(option);
        command.Options.Add(Resume);
        command.Options.Add(DataFile.Option);
        return command.Runs(Run);
    }

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        var run = parse.GetValue(Resume) is { } folder ? Resumed(parse, folder) : Begun(parse, OptionsOf(parse));
        var output = parse.InvocationConfiguration.Output;
        var options = run.Gan.Options;
        bool live = ShowProgress(output, options.Iterations, progress => run.Run(progress, cancel));
        if (live && run.Log.Count > 0) // the bar is gone
            output.WriteLine(Line(run.Log[^1], options.Iterations));
        Summarise(output, run, parse.GetValue(Resume)?.ToString() ?? parse.GetValue(Out)!);
        return run.Gan.Iteration == options.Iterations ? CommandLine.Done : CommandLine.No;
    }

    private static GanRun Begun(ParseResult parse, GanOptions options)
    {
        using var warmUp = new WarmUp(options);
        return new(options, DataOf(parse, options), parse.GetValue(Out)!, parse.GetValue(SnapshotEvery), parse.GetValue(CheckpointEvery));
    }

    private static GanRun Resumed(ParseResult parse, DirectoryInfo folder)
    {
        foreach (var option in Settings)
            if (parse.GetResult(option) is { Implicit: false })
                throw new ArgumentException($"{option.Name} does not go with --resume: the run goes on with the settings it was begun with");
        return GanRun.Resume(DataOf(parse, GanRun.OptionsOf(folder.FullName)), folder.FullName);
    }

    private static RealData DataOf(ParseResult parse, GanOptions options) => options.Gaussian
        ? GaussianData.For(options)
        : ImageSet.Load(DataFile.Find(parse), "train_x", options.Conditional ? "train_y" : null);

    private static GanOptions OptionsOf(ParseResult parse)
    {
        var preset = GanPresets.Get(parse.GetValue(Preset)!);
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
            GHidden = Layers(parse.GetValue(GHidden), preset.GHidden, GHidden),
            DHidden = Layers(parse.GetValue(DHidden), preset.DHidden, DHidden),
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
        };
    }

    private static IReadOnlyList<int> Layers(string? given, IReadOnlyList<int> preset, Option option)
    {
        if (given is null or "0")
            return given is null ? preset : [];
        int[] layers = [.. given.Split(',').Select(part => int.TryParse(part, out int units) ? units : 0)];
        return layers.All(units => units > 0) ? layers : throw new ArgumentException($"{option.Name} takes numbers of units with commas between, such as 1200,1200; was {given}");
    }

    // A live bar on a terminal, true; ten lines where output goes elsewhere, false.
    private static bool ShowProgress(TextWriter output, int iterations, Action<Action<Alternation>> run)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
        if (!console.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            run(row =>
            {
                if (row.iteration % Math.Max(1, iterations / 10) == 0)
                    output.WriteLine(Line(row, iterations));
            });
            return false;
        }
        console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("loss D -, G -", maxValue: iterations);
                run(row =>
                {
                    task.Description = Invariant($"loss D {row.loss_d:0.00000}, G {row.loss_g:0.00000}");
                    task.Value = row.iteration;
                });
            });
        return true;
    }

    private static string Line(Alternation row, int iterations) => Invariant(
        $"alternation {row.iteration}/{iterations}: loss D {row.loss_d:G4}, G {row.loss_g:G4}, D(x) {row.d_real:F3}, D(G(z)) {row.d_fake:F3}, {row.seconds:F0} s");

    private static void Summarise(TextWriter output, GanRun run, string directory)
    {
        if (run.Log.Count == 0)
        {
            output.WriteLine("Stopped before the first alternation ended: nothing was written.");
            return;
        }
        var options = run.Gan.Options;
        output.WriteLine($"{directory}: report.html (open it first), log.csv, losses.png, {(options.Gaussian ? "gaussian.png" : "nearest.png")}, {run.LastSamples}, networks.mat");
        output.WriteLine(run.Verdict);
        if (options == GanPresets.Get("article") with { Iterations = options.Iterations, Engine = options.Engine, Seed = options.Seed })
            output.WriteLine("With the listing's settings that picture is a bright speckle. The digit-like shape that the article shows comes with the toolbox's own defaults: --preset figure.");
    }

    private static Option<T> Of<T>(string name, string description) => new(name) { Description = description };
}
