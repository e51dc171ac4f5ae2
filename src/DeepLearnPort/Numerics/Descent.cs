using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DeepLearnPort;

/// <summary>
/// One step of gradient descent for all layers of a network, in one pass and on all cores: dW = learningRate * (dW + penalty * W), where
/// the penalty leaves out the first column (the bias), and when it is 0 all of W, which need not be finite; then W = W - dW, or
/// with momentum vW = momentum * vW + dW and W = W - vW.
/// </summary>
internal sealed class Descent : Job
{
    // Some ten microseconds of work.
    private const int PartLength = 8192;

    [ThreadStatic]
    private static Descent? _mine;

    private readonly List<Layer> _layers = [];
    private double _learningRate, _penalty, _momentum;
    private Action? _beside;

    /// <summary>A step without layers yet.</summary>
    /// <param name="learningRate">Times the gradient.</param>
    /// <param name="penalty">Times the weights, added to the gradient.</param>
    /// <param name="momentum">Times the step before.</param>
    /// <param name="beside">Work that has nothing to do with the step and may be done by another thread meanwhile, or null.</param>
    public static Descent Begin(double learningRate, double penalty, double momentum, Action? beside)
    {
        var step = _mine ?? new Descent();
        _mine = null; // comes back when it has been taken: one that fails, or waits for its layers, is nobody else's
        (step._learningRate, step._penalty, step._momentum, step._beside) = (learningRate, penalty, momentum, beside);
        return step;
    }

    /// <summary>W has so many rows. vW and newVW are null when there is no momentum; newW may be W, newVW may be vW.</summary>
    /// <exception cref="ArgumentException">One of them has more or fewer numbers than W.</exception>
    public void Add(int rows, double[] W, double[] dW, double[]? vW, double[] newW, double[]? newVW)
    {
        Lengths.Size(rows, nameof(rows));
        Lengths.Same(dW.Length, W.Length, nameof(dW));
        Lengths.Same(newW.Length, W.Length, nameof(newW));
        if (vW is not null)
            Lengths.Same(vW.Length, W.Length, nameof(vW));
        if (vW is not null || newVW is not null)
            Lengths.Same(newVW?.Length ?? 0, vW?.Length ?? 0, nameof(newVW));
        _layers.Add(new(rows, W, dW, vW, newW, newVW));
    }

    /// <summary>Takes the step.</summary>
    public void Run()
    {
        int tasks = _beside is null ? 0 : 1;
        foreach (var layer in _layers)
            tasks += layer.Parts;
        WorkPool.Run(this, tasks);
        _layers.Clear();
        _beside = null;
        _mine = this;
    }

    public override void Task(int task)
    {
        if (_beside is not null && task-- == 0)
        {
            _beside();
            return;
        }
        int number = 0;
        for (; task >= _layers[number].Parts; number++)
            task -= _layers[number].Parts;
        var layer = _layers[number];
        int from = task * PartLength, to = Lengths.EndOfPart(from, PartLength, layer.W.Length);
        int bias = Math.Clamp(layer.Rows, from, to);
        Run(layer, _penalty * 0, from, bias); // NaN for an infinite penalty, as in the original
        Run(layer, _penalty, bias, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run(in Layer layer, double penalty, int from, int to)
    {
        var W = layer.W.AsSpan(from, to - from);
        var dW = layer.DW.AsSpan(from, to - from);
        var newW = layer.NewW.AsSpan(from, to - from);
        double learningRate = _learningRate, momentum = _momentum;
        bool moving = layer.VW is not null;
        var vW = moving ? layer.VW.AsSpan(from, to - from) : [];
        var newVW = moving ? layer.NewVW.AsSpan(from, to - from) : [];

        Span<Vector<double>> weights = Vectors(W), gradient = Vectors(dW), newWeights = Vectors(newW), before = Vectors(vW), newBefore = Vectors(newVW);
        for (int i = 0; i < weights.Length; i++)
        {
            var step = (penalty == 0 ? gradient[i] : gradient[i] + weights[i] * penalty) * learningRate;
            if (moving)
                newBefore[i] = step = before[i] * momentum + step;
            newWeights[i] = weights[i] - step;
        }
        for (int i = weights.Length * Vector<double>.Count; i < W.Length; i++)
        {
            double step = (penalty == 0 ? dW[i] : dW[i] + W[i] * penalty) * learningRate;
            if (moving)
                newVW[i] = step = vW[i] * momentum + step;
            newW[i] = W[i] - step;
        }
    }

    private static Span<Vector<double>> Vectors(Span<double> x) => MemoryMarshal.Cast<double, Vector<double>>(x);

    private readonly record struct Layer(int Rows, double[] W, double[] DW, double[]? VW, double[] NewW, double[]? NewVW)
    {
        public int Parts => Lengths.Parts(W.Length, PartLength);
    }
}
