using DeepLearnPort;
using DeepLearnPort.Benchmarks;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

/// <summary>
/// The work of <see cref="Experiment"/> in TorchSharp: the same networks, minibatches, dropout, penalty, momentum and evaluations, with
/// automatic differentiation. A weight matrix has its bias in column 0.
/// </summary>
internal sealed class TorchExperiment
{
    private const int Num = 1000, Batch = 100;
    private const double LearningRate = 0.01, Momentum = 0.5, Penalty = 1e-4, Dropout = 0.5;

    private readonly Tensor _train_x, _noise;
    private readonly Tensor _real_and_fake = cat([ones(Num, 1, ScalarType.Float64), zeros(Num, 1, ScalarType.Float64)]);
    private readonly Network _D = new(784, 100, 1), _G = new(100, 784, 100, 1);

    public TorchExperiment()
    {
        manual_seed(0);
        var images = MatlabReader.Read<double>(Experiment.Data, "train_x") / 255;
        _train_x = tensor(images.ToRowMajorArray(), images.RowCount, images.ColumnCount);
        _noise = rand(images.RowCount, 100, ScalarType.Float64);
    }

    public void Alternate()
    {
        using var scope = NewDisposeScope();
        var index = randperm(_train_x.shape[0])[..Num];
        var noise = _noise[index];
        Tensor fake;
        using (no_grad())
            fake = _G.Forward(noise, layers: 1, dropout: 0);
        _D.Train(cat([_train_x[index], fake]), _real_and_fake);

        _G.TakeEnd(_D);
        _G.Train(noise, ones(Num, 1, ScalarType.Float64));
    }

    private sealed class Network
    {
        private readonly Tensor[] _W, _vW;

        public Network(params int[] size)
        {
            _W = new Tensor[size.Length - 1];
            _vW = new Tensor[size.Length - 1];
            for (int i = 0; i < _W.Length; i++)
            {
                double scale = 8 * Math.Sqrt(6.0 / (size[i] + size[i + 1]));
                _W[i] = ((rand(size[i + 1], size[i] + 1, ScalarType.Float64) - 0.5) * scale).requires_grad_();
                _vW[i] = zeros_like(_W[i]).requires_grad_(false);
            }
        }

        public Tensor Forward(Tensor x, int layers, double dropout)
        {
            for (int i = 0; i < layers; i++)
            {
                x = sigmoid(nn.functional.linear(x, _W[i][.., 1..], _W[i][.., 0]));
                if (dropout > 0 && i < _W.Length - 1)
                    x = x * (rand_like(x) > dropout);
            }
            return x;
        }

        public void Train(Tensor x, Tensor y)
        {
            var order = randperm(x.shape[0]);
            for (int first = 0; first < x.shape[0]; first += Batch)
            {
                using var scope = NewDisposeScope();
                var rows = order[first..(first + Batch)];
                var output = Forward(x[rows], _W.Length, Dropout);
                var loss = (y[rows] - output).square().sum() / (2 * Batch);
                loss.backward();
                Descend();
            }
            using (no_grad())
                (y - Forward(x, _W.Length, 0)).square().sum().item<double>();
        }

        public void TakeEnd(Network other)
        {
            using var _ = no_grad();
            for (int i = 1; i <= other._W.Length; i++)
                _W[^i].copy_(other._W[^i]);
        }

        private void Descend()
        {
            using var _ = no_grad();
            for (int i = 0; i < _W.Length; i++)
            {
                var step = _W[i].grad!;
                step[.., 1..].add_(_W[i][.., 1..], alpha: Penalty);
                _vW[i].mul_(Momentum).add_(step, alpha: LearningRate);
                _W[i].sub_(_vW[i]);
                step.zero_();
            }
        }
    }
}
