using MathNet.Numerics.LinearAlgebra;

namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Creates a feedforward backpropagation network.</summary>
    /// <param name="architecture">Units in each layer, input first, at least two, e.g. <c>[784, 100, 10]</c>.</param>
    /// <returns>A network with random weights and the toolbox's default settings (see <see cref="Nn"/>).</returns>
    /// <remarks>
    /// Draws size[i]·(size[i-1]+1) uniforms for each layer, first to last; weights are uniform within
    /// ±4·√(6/(size[i]+size[i-1])). Source: NN/nnsetup.m.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// Fewer than two layers, a layer without units, or more weights than a matrix holds.
    /// </exception>
    public static Nn nnsetup(params IReadOnlyList<int> architecture) => nnsetup(architecture, null);

    /// <inheritdoc cref="nnsetup(IReadOnlyList{int})"/>
    /// <param name="architecture">Units in each layer, input first, at least two.</param>
    /// <param name="stream">Where the weights are drawn from; the ambient stream when null.</param>
    public static Nn nnsetup(IReadOnlyList<int> architecture, RandStream? stream)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        if (architecture.Count < 2 || architecture.Any(units => units < 1))
            throw new ArgumentException(
                $"architecture must name at least two layers of one unit or more; was [{string.Join(' ', architecture)}]", nameof(architecture));
        for (int i = 1; i < architecture.Count; i++)
            Require.Count(architecture[i], architecture[i - 1] + 1L, $"nn.W{{{i}}}");

        Nn nn = default;
        nn.size = [.. architecture];
        nn.n = nn.size.Length;

        nn.activation_function = "tanh_opt";
        nn.learningRate = 2;
        nn.momentum = 0.5;
        nn.scaling_learningRate = 1;
        nn.weightPenaltyL2 = 0;
        nn.nonSparsityPenalty = 0;
        nn.sparsityTarget = 0.05;
        nn.inputZeroMaskedFraction = 0;
        nn.dropoutFraction = 0;
        nn.testing = 0;
        nn.output = "sigm";

        for (int i = 1; i < nn.n; i++)
        {
            // weights and weight momentum
            var W = rand(nn.size[i], nn.size[i - 1] + 1, stream);
            double scale = Math.Sqrt(6 / ((double)nn.size[i] + nn.size[i - 1]));
            W.MapInplace(u => (u - 0.5) * 2 * 4 * scale, Zeros.Include);
            nn.W[i - 1] = W;
            nn.vW[i - 1] = Mat.Build.Dense(W.RowCount, W.ColumnCount);

            // average activations (for use with sparsity)
            nn.p[i] = Mat.Build.Dense(1, nn.size[i]);
        }
        return nn;
    }
}
