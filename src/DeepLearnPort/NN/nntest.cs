namespace DeepLearnPort;

/// <summary>What the toolbox's tests return: <c>er = nntest(…)</c> and <c>var (er, bad) = nntest(…)</c> both work.</summary>
/// <param name="er">Fraction of samples that were misclassified.</param>
/// <param name="bad">Which ones, counted from 1 as in MATLAB.</param>
public readonly record struct TestResult(double er, [MatForm(Column = true)] int[] bad)
{
    /// <summary>The first output, as MATLAB gives when one is asked for.</summary>
    /// <param name="result">Both outputs.</param>
    public static implicit operator double(TestResult result) => result.er;
}

public static partial class Toolbox
{
    /// <summary>Misclassification rate of a network.</summary>
    /// <param name="nn">The network.</param>
    /// <param name="x">Inputs, m × size[0], samples in rows.</param>
    /// <param name="y">One-hot labels, m × size[^1]; numbers of classes in one column are an error.</param>
    /// <returns>The rate, and which samples were wrong.</returns>
    /// <remarks>
    /// Draws nothing. With one output unit every label is 1, so the rate says nothing; of no samples it is NaN, as in the
    /// original. Source: NN/nntest.m.
    /// </remarks>
    /// <exception cref="ArgumentException">A field is missing, or a shape does not fit.</exception>
    [MatTakes(MatClasses.Logical | MatClasses.Single)]
    public static TestResult nntest(Nn nn, Mat x, [MatTakes(MatClasses.Numeric)] Mat y)
    {
        NnFields.Forward(ref nn, nameof(nn));
        x = NnFields.Inputs(nn, x, nameof(x));
        NnFields.Prediction(ref nn, nameof(nn), x.RowCount);
        y = NnFields.Labels(y, x.RowCount, nn.Units(nn.n - 1), nameof(y), nameof(x));

        var labels = Labels(nn, x);
        var expected = y.MaxIndices();
        int[] bad = [.. Enumerable.Range(1, labels.Length).Where(i => labels[i - 1] != expected[i - 1])];
        return new((double)bad.Length / x.RowCount, bad);
    }
}
