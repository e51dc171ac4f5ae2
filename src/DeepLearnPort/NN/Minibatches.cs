namespace DeepLearnPort;

/// <summary>How the training functions cut a shuffled set into minibatches.</summary>
internal static class Minibatches
{
    /// <summary>Minibatches in an epoch over m samples, none over none; checks the options that say so.</summary>
    /// <exception cref="ArgumentException">One of them has not been set, makes no sense, or does not divide m.</exception>
    public static int Count(in Opts opts, int m)
    {
        opts.Require(nameof(opts.numepochs), nameof(opts.batchsize));
        if (opts.numepochs < 0)
            throw new ArgumentException($"opts.numepochs must not be negative; was {opts.numepochs}", nameof(opts));
        if (opts.batchsize < 1 || m % opts.batchsize != 0 && !opts.PartialBatch)
            throw new ArgumentException($"opts.batchsize must divide the {m} samples (numbatches must be an integer), "
                + $"or opts.PartialBatch be true; was {opts.batchsize}", nameof(opts));
        return m == 0 ? 0 : (m - 1) / opts.batchsize + 1;
    }

    /// <summary>The samples of minibatch l (from 0): kk(l * batchsize + 1 : (l + 1) * batchsize), the last one as far as there are any.</summary>
    public static ReadOnlySpan<int> Samples(int[] kk, in Opts opts, int l)
    {
        int first = l * opts.batchsize;
        return kk.AsSpan(first, Math.Min(opts.batchsize, kk.Length - first));
    }
}
