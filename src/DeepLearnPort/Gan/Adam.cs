using System.Numerics;

namespace DeepLearnPort;

/// <summary>Adam (arXiv 1412.6980) on the toolbox's network: β1 is <c>nn.momentum</c>, the first moments are in <c>nn.vW</c>.</summary>
internal sealed unsafe class Adam : Job
{
    private const double Beta2 = 0.999, Epsilon = 1e-8;
    private const int PartLength = 1 << 15;

    private Cell<Mat> _second;
    private double _beta1, _rate, _scale, _penalty;
    private double* _w, _g, _first, _squares;
    private int _length;

    /// <summary>Steps taken.</summary>
    public int Steps { get; set; }

    /// <summary>Running means of the squared gradients, shaped as the weights.</summary>
    public Cell<Mat> Second
    {
        get => _second;
        set => _second = value;
    }

    /// <summary>Moves the weights, whose matrices are written to, down the gradient <c>nn.dW</c>.</summary>
    /// <exception cref="ArgumentException">A gradient or a moment is no match for the weights; nothing has been moved.</exception>
    public void Apply(in Nn nn)
    {
        for (int i = 0; i < nn.W.Length; i++)
        {
            if (_second.Length == i)
                _second[i] = Mat.Build.Dense(nn.W[i].RowCount, nn.W[i].ColumnCount);
            CheckLengths(nn.W[i], nn.dW[i], nn.vW[i], _second[i]);
        }
        Steps++;
        _beta1 = nn.momentum;
        _rate = nn.learningRate / (1 - Math.Pow(_beta1, Steps));
        _scale = 1 / (1 - Math.Pow(Beta2, Steps));
        for (int i = 0; i < nn.W.Length; i++)
        {
            int bias = nn.W[i].RowCount;
            Move(nn, i, 0, bias, 0);
            Move(nn, i, bias, nn.W[i].Values().Length - bias, nn.weightPenaltyL2);
        }
    }

    private static void CheckLengths(Mat W, Mat dW, Mat vW, Mat second)
    {
        int count = W.Values().Length;
        Lengths.Enough(count, W.RowCount, nameof(W));
        Lengths.Same(dW.Values().Length, count, nameof(dW));
        Lengths.Same(vW.Values().Length, count, nameof(vW));
        Lengths.Same(second.Values().Length, count, "Adam's second moments");
    }

    private void Move(in Nn nn, int layer, int start, int length, double penalty)
    {
        (_penalty, _length) = (penalty, length);
        fixed (double* w = nn.W[layer].Values(), g = nn.dW[layer].Values(), first = nn.vW[layer].Values(), second = _second[layer].Values())
        {
            _w = w + start;
            _g = g + start;
            _first = first + start;
            _squares = second + start;
            WorkPool.Run(this, Lengths.Parts(length, PartLength));
        }
    }

    public override void Task(int task)
    {
        int from = task * PartLength, count = Math.Min(PartLength, _length - from);
        double* w = _w + from, g = _g + from, first = _first + from, squares = _squares + from;
        var epsilon = new Vector<double>(Epsilon);
        int i = 0;
        for (; i <= count - Vector<double>.Count; i += Vector<double>.Count)
        {
            var at = Vector.Load(w + i);
            var gradient = Vector.Load(g + i) + at * _penalty;
            var mean = Vector.Load(first + i) * _beta1 + gradient * (1 - _beta1);
            var square = Vector.Load(squares + i) * Beta2 + gradient * gradient * (1 - Beta2);
            mean.Store(first + i);
            square.Store(squares + i);
            (at - mean * _rate / (Vector.SquareRoot(square * _scale) + epsilon)).Store(w + i);
        }
        for (; i < count; i++)
        {
            double gradient = g[i] + w[i] * _penalty;
            first[i] = first[i] * _beta1 + gradient * (1 - _beta1);
            squares[i] = squares[i] * Beta2 + gradient * gradient * (1 - Beta2);
            w[i] -= first[i] * _rate / (Math.Sqrt(squares[i] * _scale) + Epsilon);
        }
    }
}
