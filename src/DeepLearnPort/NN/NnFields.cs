namespace DeepLearnPort;

/// <summary>
/// What a network's functions are going to use of it, checked whole before anything is done: there, dense, of sizes that fit.
/// A layer is as wide as its weights, as in the original: <c>nn.size</c> may be older, and <c>nn.n</c> lower than the layers
/// there are. What the settings leave unused (masks without dropout, <c>vW</c> without momentum, <c>p</c> without sparsity)
/// may be missing.
/// </summary>
internal static partial class NnFields
{
    /// <summary>For a pass from the first layer to the last: weights, names, and with sparsity the running means.</summary>
    /// <param name="nn">The network; matrices stored otherwise become dense.</param>
    /// <param name="name">What the caller calls it, e.g. <c>sae.ae{2}</c>.</param>
    /// <exception cref="ArgumentException">A field is missing or does not fit; the message names it.</exception>
    public static void Forward(ref Nn nn, string name)
    {
        Layers(nn, name);
        Count(nn.W.Length, nn.n - 1, $"{name}.W", "");
        for (int i = 0; i < nn.n - 1; i++)
        {
            nn.W[i] = Field(nn.W[i], $"{name}.W{{{i + 1}}}", "");
            if (i == 0 && nn.W[0].ColumnCount == 0)
                throw new ArgumentException($"{name}.W{{1}} must have a bias column; is {Require.Size(nn.W[0])}", nameof(nn));
            if (i > 0 && nn.W[i].ColumnCount != nn.Units(i) + 1)
                throw new ArgumentException($"{name}.W{{{i + 1}}} must have {nn.Units(i) + 1} columns "
                    + $"(the bias and the {nn.Units(i)} rows of {name}.W{{{i}}}); is {Require.Size(nn.W[i])}", nameof(nn));
        }

        if (nn.n > 2)
            Require.Name(nn.activation_function, $"{name}.activation_function", "sigm", "tanh_opt", "relu", "leaky_relu");
        Require.Name(nn.output, $"{name}.output", "sigm", "linear", "softmax");
        if (nn.nonSparsityPenalty > 0 && nn.n > 2)
        {
            Count(nn.p.Length, nn.n - 1, $"{name}.p", "");
            for (int i = 1; i < nn.n - 1; i++)
                nn.p[i] = Sized(nn.p[i], $"{name}.p{{{i + 1}}}", 1, nn.Units(i), $"the rows of {name}.W{{{i}}}", "");
        }
    }

    /// <summary>For a pass that drops units unless it is testing, beside <see cref="Forward"/>.</summary>
    public static void Testing(in Nn nn, string name)
    {
        if (nn.n > 2 && nn.dropoutFraction > 0 && double.IsNaN(nn.testing))
            throw new ArgumentException($"{name}.testing must be 0 or 1; is NaN, which is neither true nor false", nameof(nn));
    }

    /// <summary>For training while testing: the masks of an earlier pass, which every minibatch goes back through.</summary>
    /// <param name="nn">The network, which drops units.</param>
    /// <param name="name">What the caller calls it.</param>
    /// <param name="rows">Samples in a minibatch.</param>
    /// <param name="m">Samples altogether.</param>
    public static void MasksOfOld(ref Nn nn, string name, int rows, int m)
    {
        if (nn.n == 2)
            return;
        if (m % rows != 0)
            throw new ArgumentException($"{name}.testing must be 0 for dropout with a smaller last minibatch", nameof(nn));
        Count(nn.dropOutMask.Length, nn.n - 1, $"{name}.dropOutMask", WithoutTesting);
        for (int i = 1; i < nn.n - 1; i++)
            nn.dropOutMask[i] = Sized(nn.dropOutMask[i], $"{name}.dropOutMask{{{i + 1}}}", rows, nn.Units(i),
                $"a minibatch, the rows of {name}.W{{{i}}}", WithoutTesting);
    }

    /// <summary>For training, beside <see cref="Forward"/>: with momentum the steps before.</summary>
    public static void Momentum(ref Nn nn, string name)
    {
        if (!(nn.momentum > 0))
            return;
        Count(nn.vW.Length, nn.n - 1, $"{name}.vW", "");
        for (int i = 0; i < nn.n - 1; i++)
            nn.vW[i] = LikeWeights(nn, i, nn.vW[i], $"{name}.vW", "", name);
    }

    /// <summary>For a step: weights, gradients and with momentum the steps before, each layer by itself.</summary>
    public static void Step(ref Nn nn, string name)
    {
        Layers(nn, name);
        Count(nn.W.Length, nn.n - 1, $"{name}.W", "");
        Count(nn.dW.Length, nn.n - 1, $"{name}.dW", CallNnbp);
        for (int i = 0; i < nn.n - 1; i++)
        {
            nn.W[i] = Field(nn.W[i], $"{name}.W{{{i + 1}}}", "");
            nn.dW[i] = LikeWeights(nn, i, nn.dW[i], $"{name}.dW", CallNnbp, name);
        }
        Momentum(ref nn, name);
    }

    /// <summary>Gradients of every weight, to compare with others.</summary>
    public static void Gradients(ref Nn nn, string name)
    {
        Count(nn.dW.Length, nn.n - 1, $"{name}.dW", CallNnbp);
        for (int i = 0; i < nn.n - 1; i++)
            nn.dW[i] = LikeWeights(nn, i, nn.dW[i], $"{name}.dW", CallNnbp, name);
    }

    private const string CallNnff = ": call nnff first";
    private const string CallNnbp = ": call nnff and nnbp first";

    private static void Layers(in Nn nn, string name)
    {
        if (nn.n < 2)
            throw new ArgumentException($"{name}.n must be 2 or more, the number of layers to go through; is {nn.n}", nameof(nn));
    }

    private static void Count(int given, int required, string field, string hint)
    {
        if (given == 0 && required > 0)
            throw new ArgumentException($"{field} is missing{hint}", "nn");
        if (given < required)
            throw new ArgumentException($"{field} must have {required} elements to fit nn.n; has {given}{hint}", "nn");
    }

    // A field that is a matrix, or an element of a cell.
    private static Mat Field(Mat? matrix, string field, string hint) =>
        matrix is null ? throw new ArgumentException($"{field} is missing{hint}", "nn") : Require.Dense(matrix, field);

    private static Mat Sized(Mat? matrix, string field, int rows, int columns, string reason, string hint)
    {
        var dense = Field(matrix, field, hint);
        return dense.RowCount == rows && dense.ColumnCount == columns ? dense
            : throw new ArgumentException($"{field} must be {rows}×{columns} ({reason}); is {Require.Size(dense)}{hint}", "nn");
    }

    private static Mat LikeWeights(in Nn nn, int i, Mat? matrix, string cell, string hint, string name) =>
        Sized(matrix, $"{cell}{{{i + 1}}}", nn.W[i].RowCount, nn.W[i].ColumnCount, $"as {name}.W{{{i + 1}}}", hint);
}
