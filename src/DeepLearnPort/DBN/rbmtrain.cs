namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Trains a restricted Boltzmann machine by contrastive divergence with one step (CD-1).</summary>
    /// <param name="rbm">The machine; its momentum <c>vW, vb, vc</c> goes on from where it was.</param>
    /// <param name="x">Inputs, m × n, samples in rows, each number from 0 to 1.</param>
    /// <param name="opts"><see cref="Opts.numepochs"/> and <see cref="Opts.batchsize"/>, which must divide m.</param>
    /// <param name="stream">Where random numbers are drawn from; the ambient stream when null.</param>
    /// <returns>The trained machine; the same where there are no samples or no epochs.</returns>
    /// <remarks>
    /// Draws, each epoch: <c>randperm(m)</c>; then for each minibatch batchsize·h uniforms for the hidden and batchsize·n for the
    /// visible units, column by column. After each epoch one line goes to <see cref="Display.Writer"/>. As in the original, a
    /// minibatch of one sample adds the same number to all elements of <c>vb</c>, and of <c>vc</c>: MATLAB's <c>sum</c> of a row is
    /// one number. Source: DBN/rbmtrain.m; Hinton, Training products of experts by minimizing contrastive divergence, 2002.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// A field is missing, of opts too, a shape or a number does not fit, or batchsize does not divide m.
    /// </exception>
    public static Rbm rbmtrain(Rbm rbm, Mat x, Opts opts, RandStream? stream = null)
    {
        RbmFields.Training(ref rbm, nameof(rbm));
        x = Require.Dense(x, nameof(x));
        if (x.RowCount > 0) // nothing is done with the columns of []
            x = RbmFields.Visible(rbm, x, nameof(rbm));
        return Train(rbm, x, opts, stream ?? RandStream.Global);
    }

    private static Rbm Train(Rbm rbm, Mat x, Opts opts, RandStream stream)
    {
        CheckProbabilities(x);
        int m = x.RowCount;
        int numbatches = Minibatches.Count(opts, m);

        var workspace = new Workspace();
        using var scratch = new Workspace();
        using var inputs = new MinibatchRows(x, opts, bias: 0);
        for (int i = 1; i <= opts.numepochs; i++)
        {
            Interrupt.Check();
            var kk = stream.Randperm(m);
            double err = 0;
            for (int l = 0; l < numbatches; l++)
                err += ContrastiveDivergence(ref rbm, inputs.Get(kk, l, numbatches), workspace, scratch, stream);

            Display.Progress($"epoch {i}/{opts.numepochs}. Average reconstruction error is: {num2str(err / numbatches)}");
        }
        return rbm;
    }

    private static void CheckProbabilities(Mat x)
    {
        bool[] outside = [false];
        Loop<(double[] X, bool[] Outside)>.Run(x.RowCount * x.ColumnCount, 1 << 16, (x.Values(), outside), static (s, from, to) =>
        {
            foreach (double value in s.X.AsSpan(from, to - from))
                if (!(value >= 0 && value <= 1))
                    s.Outside[0] = true;
        });
        if (outside[0])
        {
            double found = Array.Find(x.Values(), value => !(value >= 0 && value <= 1));
            throw new ArgumentException(Invariant($"all data in x must be in [0:1]; found {found}"), nameof(x));
        }
    }

    /// <summary>One minibatch, of the samples v1; returns its reconstruction error for each of them.</summary>
    /// <param name="rbm">The machine.</param>
    /// <param name="v1">The samples, in rows.</param>
    /// <param name="workspace">Keeps the parameters.</param>
    /// <param name="scratch">Keeps all else.</param>
    /// <param name="stream">Where random numbers are drawn from.</param>
    private static double ContrastiveDivergence(ref Rbm rbm, Mat v1, Workspace workspace, Workspace scratch, RandStream stream)
    {
        int m = v1.RowCount, h = rbm.W.RowCount, n = rbm.W.ColumnCount;
        var draws = scratch.Take("draws", 0, m, h + n).Values();
        stream.Rand(draws);
        var (h1, v2, h2) = (scratch.Take("h1", 0, m, h), scratch.Take("v2", 0, m, n), scratch.Take("h2", 0, m, h));
        HiddenUnits(rbm, v1, h1, draws.AsSpan(0, m * h));
        VisibleUnits(rbm, h1, v2, draws.AsSpan(m * h));
        HiddenUnits(rbm, v2, h2);

        // c1 - c2 = h1' * v1 - h2' * v2
        var c = scratch.Take("c1 - c2", 0, h, n);
        Dgemm.Multiply(true, false, h, n, m, h1.Values(), m, v1.Values(), m, c.Values(), h);
        Dgemm.Multiply(true, false, h, n, m, h2.Values(), m, v2.Values(), m, c.Values(), h, accumulate: true, alpha: -1);

        double rate = rbm.alpha / m;
        var (sum_v, sum_h) = (scratch.Take("sum(v1 - v2)", 0, n, 1), scratch.Take("sum(h1 - h2)", 0, h, 1));
        var squares = scratch.Take("squares", 0, Math.Max(h, n), 1);
        SumOfDifferences(h1, h2, sum_h, squares);
        SumOfDifferences(v1, v2, sum_v, squares);
        Ascend(ref rbm.W, ref rbm.vW, c, rate, rbm.momentum, "W", workspace);
        Ascend(ref rbm.b, ref rbm.vb, sum_v, rate, rbm.momentum, "b", workspace);
        Ascend(ref rbm.c, ref rbm.vc, sum_h, rate, rbm.momentum, "c", workspace);

        return TensorPrimitives.Sum<double>(squares.Values().AsSpan(0, n)) / m;
    }

    // sum(x - y)', and the sums of the squares of x - y
    private static void SumOfDifferences(Mat x, Mat y, Mat sums, Mat squares)
    {
        int m = x.RowCount;
        Loop<(double[] X, double[] Y, int Rows, double[] Sums, double[] Squares)>.Run(x.ColumnCount, 1 + 8192 / (m + 1),
            (x.Values(), y.Values(), m, sums.Values(), squares.Values()), static (s, from, to) =>
        {
            for (int j = from; j < to; j++)
            {
                ReadOnlySpan<double> x = s.X.AsSpan(j * s.Rows, s.Rows), y = s.Y.AsSpan(j * s.Rows, s.Rows);
                double distance = TensorPrimitives.Distance(x, y);
                s.Sums[j] = TensorPrimitives.Sum(x) - TensorPrimitives.Sum(y);
                s.Squares[j] = distance * distance;
            }
        });
        if (m == 1)
            sums.Values().AsSpan().Fill(TensorPrimitives.Sum<double>(sums.Values()));
    }

    // velocity = momentum * velocity + rate * gradient; parameter = parameter + velocity
    private static void Ascend(ref Mat parameter, ref Mat velocity, Mat gradient, double rate, double momentum, string use, Workspace workspace)
    {
        var newParameter = workspace.Take(use, 0, gradient.RowCount, gradient.ColumnCount);
        var newVelocity = workspace.Take(use, 1, gradient.RowCount, gradient.ColumnCount);
        Loop<(double Rate, double[] Gradient, double Momentum, double[] V, double[] W, double[] NewV, double[] NewW)>.Run(gradient.RowCount * gradient.ColumnCount, 8192,
            (rate, gradient.Values(), momentum, velocity.Values(), parameter.Values(), newVelocity.Values(), newParameter.Values()), static (s, from, to) =>
            {
                int count = to - from;
                var step = s.NewV.AsSpan(from, count);
                TensorPrimitives.Multiply(s.V.AsSpan(from, count), s.Momentum, step);
                TensorPrimitives.MultiplyAdd(s.Gradient.AsSpan(from, count), s.Rate, step, step);
                TensorPrimitives.Add(s.W.AsSpan(from, count), step, s.NewW.AsSpan(from, count));
            });
        (parameter, velocity) = (newParameter, newVelocity);
    }
}
