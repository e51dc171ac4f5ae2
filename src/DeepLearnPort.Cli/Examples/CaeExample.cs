using static DeepLearnPort.Toolbox;
using Mat = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace DeepLearnPort.Cli;

/// <summary>CAE/caeexamples.m, line by line.</summary>
internal static class CaeExample
{
    public static IEnumerable<Experiment> Run(Mnist mnist, string figures)
    {
        // mnist data: as uint8 of the original, all that is not black becomes white
        const int N = 600;
        Cell<Cell<Array3>> x = [.. Enumerable.Range(0, 100).Select(i => (Cell<Array3>)
            [reshape(mnist.train_x.SubMatrix(i * N, N, 0, 784).Map(pixel => Math.Min(pixel * 255, 255)), N, 28, 28)])];

        // ex 1; the script seeds nothing
        rand("state", 0);
        Cell<Cae> scae = [
            new() { outputmaps = 10, inputkernel = [1, 5, 5], outputkernel = [1, 5, 5], scale = [1, 2, 2], sigma = 0.1, momentum = 0.9, noise = 0 },
        ];

        Opts opts = default;
        opts.rounds = 1000;
        opts.batchsize = 1;
        opts.alpha = 0.01;
        opts.ddinterval = 10;
        opts.ddhist = 0.5;
        scae = scaesetup(scae, x, opts);
        scae = scaetrain(scae, x, opts);
        var cae = scae[0];

        // Visualize the average reconstruction error
        Figures.Line(Path.Combine(figures, "cae-loss.png"), cae.rL, "round", "reconstruction error");

        // Visualize the output kernels
        var ff = Mat.Build.Dense(25, 10, (n, i) => cae.ok[0][i].Span[n]);
        visualize(ff, Path.Combine(figures, "cae-kernels.png"));
        yield return new("ex 1 convolutional autoencoder, 1000 rounds", "mean of the last 100 reconstruction errors", cae.rL.TakeLast(100).Average(), null);
    }
}
