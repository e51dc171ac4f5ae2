namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Trains a convolutional autoencoder on minibatches drawn from the data.</summary>
    /// <param name="cae">An autoencoder from <see cref="scaesetup"/>.</param>
    /// <param name="x">Training data: x[k][0] is n × h × w, samples in the first dimension, numbers from 0 to 255.</param>
    /// <param name="opts">
    /// <see cref="Opts.rounds"/>, <see cref="Opts.batchsize"/>, <see cref="Opts.ddinterval"/> and <see cref="Opts.ddhist"/>.
    /// </param>
    /// <param name="stream">Where random numbers are drawn from; the ambient stream when null.</param>
    /// <returns>The trained autoencoder, with the loss <see cref="Cae.rL"/> of every round.</returns>
    /// <remarks>
    /// Draws, each round: <c>randi</c> for the set and for its first sample; batchsize·h·w uniforms for the noise, even where
    /// there is none; then what <see cref="caeup"/> draws. With an encoder over k &gt; 1 samples it learns to predict the
    /// samples k further on. Two lines a round go to <see cref="Display.Writer"/>. Source: CAE/caetrain.m.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// A set is too short, of another size than <see cref="scaesetup"/> was told, or has several input maps, which the original
    /// cannot train; or a field or option is missing or does not fit.
    /// </exception>
    public static Cae caetrain(Cae cae, [MatTakes(MatClasses.All)] Cell<Cell<Array3>> x, Opts opts, RandStream? stream = null)
    {
        opts.Require(nameof(opts.rounds));
        if (opts.rounds < 1)
            return cae with { rL = [] };
        int n = RequireTraining(cae, x, opts);
        stream ??= RandStream.Global;
        var rL = new List<double>();
        for (int m = 1; m <= opts.rounds; m++)
        {
            Interrupt.Check();
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

    // Returns how far on the sample is that is predicted.
    private static int RequireTraining(in Cae cae, Cell<Cell<Array3>> x, in Opts opts)
    {
        CaeFields.Maps(cae);
        if (cae.edgemask.IsEmpty)
            throw new ArgumentException("cae.edgemask is empty: cae must come from scaesetup", nameof(cae));
        if (cae.ik.Length != 1)
            throw new ArgumentException(
                $"cae.ik must hold kernels for one input: the original trains no other; "
                    + $"holds them for {cae.ik.Length}", nameof(cae));
        int n = cae.inputkernel.FirstOrDefault();
        if (n < 1)
            throw new ArgumentException(
                $"cae.inputkernel must be three numbers of 1 or more; was [{string.Join(' ', cae.inputkernel)}]", nameof(cae));
        opts.Require(nameof(opts.batchsize), nameof(opts.ddinterval));
        if (opts.batchsize < 1)
            throw new ArgumentException($"opts.batchsize must be 1 or more; was {opts.batchsize}", nameof(opts));
        long least = (long)opts.batchsize + n;
        if (x.Length == 0)
            throw new ArgumentException("x must hold training data: x{1}{1} is the first set", nameof(x));
        for (int i = 0; i < x.Length; i++)
            if (x[i].Length != 1 || x[i][0].RowCount < least)
                throw new ArgumentException(
                    $"x{{{i + 1}}} must be one array of at least {least} samples (opts.batchsize + inputkernel[0])"
                    + $"; holds {(x[i].Length == 1 ? $"one of {x[i][0]}" : $"{x[i].Length}")}", nameof(x));
            else if (x[i][0].ColumnCount != cae.edgemask.ColumnCount || x[i][0].PageCount != cae.edgemask.PageCount)
                throw new ArgumentException(
                    $"x{{{i + 1}}}{{1}} must be n×{cae.edgemask.ColumnCount}×{cae.edgemask.PageCount}, "
                        + $"as cae.edgemask is; is {x[i][0]}", nameof(x));
        return n;
    }

    // x(first + (1 : count), :, :)
    private static Array3 Samples(Array3 x, int first, int count) =>
        Array3.Create(count, x.ColumnCount, x.PageCount, (i, j, k) => x[first + i, j, k]);
}
