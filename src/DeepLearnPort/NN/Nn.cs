namespace DeepLearnPort;

/// <summary>
/// The toolbox's <c>nn</c> struct: a feedforward network with its settings and what the last passes left in it.
/// A value, as in MATLAB: <c>var b = a;</c> copies, and no function changes the network it was given.
/// </summary>
/// <remarks>
/// Fields keep their MATLAB names, defaults (set by <see cref="Toolbox.nnsetup(IReadOnlyList{int})"/>) and meaning;
/// positions count from 0, so <c>nn.W[0]</c> is <c>nn.W{1}</c>. Shapes: m samples in rows, layer i has <c>size[i]</c> units,
/// and every layer but the last carries a first column of ones for the bias. The one hole in value semantics: writing into
/// a matrix (<c>nn.W[0][1, 2] = 3</c>) shows in every copy that shares it; assign a new matrix instead.
/// Source: NN/nnsetup.m.
/// </remarks>
public struct Nn
{
    /// <summary>Units in each layer, input first, e.g. [784, 100, 10].</summary>
    [MatForm(EitherWay = true)]
    public Cell<int> size;

    /// <summary>Number of layers, <c>numel(size)</c>.</summary>
    public int n;

    /// <summary>Hidden layers: <c>"sigm"</c> or <c>"tanh_opt"</c> (default); beyond the original also <c>"relu"</c>, and <c>"leaky_relu"</c> with slope 0.2.</summary>
    public string activation_function;

    /// <summary>Learning rate, default 2; usually lower with <c>sigm</c> and inputs that are not normalised.</summary>
    public double learningRate;

    /// <summary>Momentum, default 0.5.</summary>
    public double momentum;

    /// <summary>Factor on the learning rate after each epoch, default 1.</summary>
    public double scaling_learningRate;

    /// <summary>L2 penalty on the weights (never on the bias column), default 0. Not part of the loss <see cref="L"/>.</summary>
    public double weightPenaltyL2;

    /// <summary>Weight of the sparsity term, default 0.</summary>
    public double nonSparsityPenalty;

    /// <summary>Mean activation that the sparsity term pulls to, default 0.05.</summary>
    public double sparsityTarget;

    /// <summary>Fraction of inputs set to zero in training (denoising autoencoders), default 0.</summary>
    public double inputZeroMaskedFraction;

    /// <summary>Fraction of hidden units dropped in training; in testing the units are scaled by 1 - fraction. Default 0.</summary>
    public double dropoutFraction;

    /// <summary>1 while evaluating (no dropout), else 0.</summary>
    public double testing;

    /// <summary>Output layer: <c>"sigm"</c> (default), <c>"linear"</c> or <c>"softmax"</c>.</summary>
    public string output;

    /// <summary>Weights: W[i] is size[i+1] × (size[i] + 1), bias in the first column.</summary>
    public Cell<Mat> W;

    /// <summary>Momentum of the weights, shaped as <see cref="W"/>. Persists from one training call to the next.</summary>
    public Cell<Mat> vW;

    /// <summary>Running mean activation for sparsity: p[i] is 1 × size[i] for i ≥ 1; p[0] is empty.</summary>
    public Cell<Mat> p;

    /// <summary>Activations of the last pass: a[i] is m × (size[i] + 1) with ones first; the last is m × size[^1].</summary>
    public Cell<Mat> a;

    /// <summary>Dropout masks of the last pass in training: [i] is m × size[i] of 0 and 1 for hidden i; [0] is empty.</summary>
    [MatForm(Logical = true)]
    public Cell<Mat> dropOutMask;

    /// <summary>Error of the last pass, y - a[^1], m × size[^1]. Null before the first <see cref="Toolbox.nnff"/>.</summary>
    public Mat e;

    /// <summary>Loss of the last pass: ½·Σe²/m, or for softmax the cross-entropy -Σ y·log(a)/m.</summary>
    [MatForm(With = nameof(e))]
    public double L;

    /// <summary>Gradients of the last <see cref="Toolbox.nnbp"/>, shaped as <see cref="W"/>.</summary>
    public Cell<Mat> dW;

    /// <summary>Fields that a MATLAB struct had besides these.</summary>
    public ExtraFields Extra;

    /// <summary>How wide layer i, from 0, is without its bias; by the weights, for <see cref="size"/> may be older.</summary>
    internal readonly int Units(int i) => i == 0 ? W[0].ColumnCount - 1 : W[i - 1].RowCount;

    /// <summary>One line: layers, units and learning rate.</summary>
    /// <returns>E.g. <c>nn [784 100 10] tanh_opt/sigm, learningRate 2</c>.</returns>
    public override readonly string ToString() => FormattableString.Invariant(
        $"nn [{string.Join(' ', size)}] {activation_function}/{output}, learningRate {learningRate}");
}
