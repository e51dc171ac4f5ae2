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
    /// <param name="y">One-hot labels, m × size[^1].</param>
    /// <returns>The rate, and which samples were wrong.</returns>
    /// <remarks>
    /// Draws nothing. With one output unit every label is 1, so the rate says nothing; as in the original.
    /// Source: NN/nntest.m.
    /// </remarks>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public static TestResult nntest(Nn nn, Mat x, Mat y)
    {
        var labels = nnpredict(nn, x);
        Require.Rows(y, x.RowCount, nameof(y), "samples of x");
        var expected = y.MaxIndices();
        int[] bad = [.. Enumerable.Range(1, labels.Length).Where(i => labels[i - 1] != expected[i - 1])];
        return new((double)bad.Length / x.RowCount, bad);
    }
}
