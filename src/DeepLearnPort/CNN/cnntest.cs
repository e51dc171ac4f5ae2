namespace DeepLearnPort;

/// <summary>
/// What <see cref="Toolbox.cnntest"/> returns: <c>er = cnntest(…)</c> and <c>var (er, bad) = cnntest(…)</c> both work.
/// </summary>
/// <param name="er">Fraction of samples that were misclassified.</param>
/// <param name="bad">Which ones, counted from 1 as in MATLAB.</param>
public readonly record struct CnnTestResult(double er, int[] bad)
{
    /// <summary>The first output, as MATLAB gives when one is asked for.</summary>
    /// <param name="result">Both outputs.</param>
    public static implicit operator double(CnnTestResult result) => result.er;
}

public static partial class Toolbox
{
    /// <summary>Misclassification rate of a convolutional network.</summary>
    /// <param name="net">A trained network.</param>
    /// <param name="x">Inputs, h × w × m, samples in the last dimension.</param>
    /// <param name="y">One-hot labels, c × m.</param>
    /// <returns>The rate, and which samples were wrong.</returns>
    /// <remarks>
    /// Draws nothing. Of equal outputs the first wins. With one output every sample is of the first class and none is wrong; the
    /// original compares positions of samples then. Source: CNN/cnntest.m.
    /// </remarks>
    /// <exception cref="ArgumentNullException">y is null.</exception>
    /// <exception cref="ArgumentException">A shape does not fit, or a field of the network is missing.</exception>
    [MatTakes(MatClasses.Logical | MatClasses.Integer)]
    public static CnnTestResult cnntest(Cnn net, Array3 x, Mat y)
    {
        var plan = CnnInput.Plan(net, x);
        y = CnnInput.Targets(plan, x, y);

        // feedforward
        var weights = CnnReading.Weights(plan, net);
        var o = Mat.Build.Dense(plan.Outputs, x.PageCount);
        CnnBatch.ForEachBatch(plan, x.PageCount, (batch, first) => batch.ForEachPart(part =>
        {
            part.SetInput(x, first + part.First);
            part.Forward(weights);
            part.Outputs.CopyTo(o.Values(), (first + part.First) * plan.Outputs);
        }));
        var h = Matlab.max(o, [], 1).i;
        var a = Matlab.max(y, [], 1).i;
        int[] bad = [.. Enumerable.Range(1, h.Length).Where(i => h[i - 1] != a[i - 1])];
        return new((double)bad.Length / x.PageCount, bad);
    }
}
