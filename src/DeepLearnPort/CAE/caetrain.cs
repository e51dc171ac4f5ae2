namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Trains a convolutional autoencoder on minibatches drawn from the data.</summary>
    /// <param name="cae">An autoencoder from <see cref="scaesetup"/>.</param>
    /// <param name="x">Training data: x[k][0] is n × h × w, samples in the first dimension, numbers from 0 to 255.</param>
    /// <param name="opts"><see cref="Opts.rounds"/>, <see cref="Opts.batchsize"/>, <see cref="Opts.ddinterval"/> and <see cref="Opts.ddhist"/>.</param>
    /// <param name="stream">Where random numbers are drawn from; the ambient stream when null.</param>
    /// <returns>The trained autoencoder, with the loss <see cref="Cae.rL"/> of every round.</returns>
    /// <remarks>
    /// Draws, each round: <c>randi</c> for the set and for its first sample; batchsize·h·w uniforms for the noise, even where there
    /// is none; then what <see cref="caeup"/> draws. With an encoder over k &gt; 1 samples it learns to predict the samples k further
    /// on. Two lines a round go to <see cref="Display.Writer"/>. Source: CAE/caetrain.m.
    /// </remarks>
    /// <exception cref="ArgumentException">A set is too short, or has several input maps, which the original cannot train.</exception>
    public static Cae caetrain(Cae cae, [MatTakes(MatClasses.Integer)] Cell<Cell<Array3>> x, Opts opts, RandStream? stream = null)
    {
        RequireSetUp(cae);
        int n = cae.inputkernel[0];
        if (x.Length == 0 || x.Any(set => set.Length != 1 || set[0].RowCount < opts.batchsize + n))
            throw new ArgumentException($"each set in x must be one array of at least {opts.batchsize + n} samples (opts.batchsize + inputkernel[0])", nameof(x));
        stream ??= RandStream.Global;
        var rL = new List<double>();
        for (int m = 1; m <= opts.rounds; m++)
        {
            tic();
            Display.Progress($"{m}/{opts.rounds} rounds");
            var set = x[(int)randi(x.Length, stream) - 1][0];
            int l = (int)randi(set.RowCount - opts.batchsize - n + 1, stream) - 1;
            var x1 = Samples(set, l, opts.batchsize) / 255;
            // Auto Encoder, or Predictive Encoder
            var x2 = n == 1 ? x1 : Samples(set, l + n, opts.batchsize) / 255;
            // Add noise to input, for denoising stacked autoenoder
            var mask = new double[x1.Span.Length];
            stream.RandMask(cae.noise, mask);
            x1 = x1.With(values => TensorPrimitives.Multiply(values, mask, values));

            cae = caeup(cae, [x1], stream);
            cae = caedown(cae);
            cae = caebp(cae, [x2]);
            cae = caesdlm(cae, opts, m);
            cae = caeapplygrads(cae);

            if (m == 1)
                rL.Add(cae.L);
            rL.Add(cae.L);
            toc();
        }
        cae.rL = [.. rL];
        return cae;
    }

    // x(first + (1 : count), :, :)
    private static Array3 Samples(Array3 x, int first, int count) =>
        Array3.Create(count, x.ColumnCount, x.PageCount, (i, j, k) => x[first + i, j, k]);

    private static void RequireSetUp(in Cae cae)
    {
        if (cae.M.IsEmpty || cae.ik.Length == 0 || cae.a.Length == 0)
            throw new ArgumentException("cae must come from scaesetup: it has no weights yet", nameof(cae));
    }
}
