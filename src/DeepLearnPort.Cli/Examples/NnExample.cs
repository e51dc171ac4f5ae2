using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Cli;

/// <summary>tests/test_example_NN.m, line by line.</summary>
internal static class NnExample
{
    public static IEnumerable<Experiment> Run(Mnist mnist, string figures)
    {
        var (train_y, test_y) = (mnist.train_y, mnist.test_y);

        // normalize
        var (train_x, mu, sigma) = zscore(rdivide(mnist.train_x, 255));
        var test_x = normalize(rdivide(mnist.test_x, 255), mu, sigma);

        // ex1 vanilla neural net
        rand("state", 0);
        var nn = nnsetup(784, 100, 10);
        Opts opts = default;
        opts.numepochs = 1;   // Number of full sweeps through data
        opts.batchsize = 100; // Take a mean gradient step over this many samples
        nn = nntrain(nn, train_x, train_y, opts);
        double er = nntest(nn, test_x, test_y);
        yield return Experiment.Error("ex1 vanilla neural net", er, 0.08);

        // ex2 neural net with L2 weight decay
        rand("state", 0);
        nn = nnsetup(784, 100, 10);
        nn.weightPenaltyL2 = 1e-4; // L2 weight decay
        nn = nntrain(nn, train_x, train_y, opts);
        er = nntest(nn, test_x, test_y);
        yield return Experiment.Error("ex2 L2 weight decay", er, 0.1);

        // ex3 neural net with dropout
        rand("state", 0);
        nn = nnsetup(784, 100, 10);
        nn.dropoutFraction = 0.5; // Dropout fraction
        nn = nntrain(nn, train_x, train_y, opts);
        er = nntest(nn, test_x, test_y);
        yield return Experiment.Error("ex3 dropout", er, 0.1);

        // ex4 neural net with sigmoid activation function
        rand("state", 0);
        nn = nnsetup(784, 100, 10);
        nn.activation_function = "sigm"; // Sigmoid activation function
        nn.learningRate = 1;             // Sigm require a lower learning rate
        nn = nntrain(nn, train_x, train_y, opts);
        er = nntest(nn, test_x, test_y);
        yield return Experiment.Error("ex4 sigmoid activation function", er, 0.1);

        // ex5 plotting functionality
        rand("state", 0);
        nn = nnsetup(784, 20, 10);
        opts.numepochs = 5;    // Number of full sweeps through data
        nn.output = "softmax"; // use softmax output
        opts.batchsize = 1000; // Take a mean gradient step over this many samples
        opts.plot = 1;         // enable plotting
        opts.PlotFile = Path.Combine(figures, "nn-ex5.png");
        nn = nntrain(nn, train_x, train_y, opts);
        er = nntest(nn, test_x, test_y);
        yield return Experiment.Error("ex5 softmax output, plotted", er, 0.1);

        // ex6 neural net with sigmoid activation and plotting of validation and training error
        // split training data into training and validation data
        var vx = train_x.SubMatrix(0, 10000, 0, 784);
        var tx = train_x.SubMatrix(10000, 50000, 0, 784);
        var vy = train_y.SubMatrix(0, 10000, 0, 10);
        var ty = train_y.SubMatrix(10000, 50000, 0, 10);

        rand("state", 0);
        nn = nnsetup(784, 20, 10);
        nn.output = "softmax"; // use softmax output
        opts.PlotFile = Path.Combine(figures, "nn-ex6.png");
        nn = nntrain(nn, tx, ty, opts, vx, vy); // nntrain takes validation set as last two arguments (optionally)
        er = nntest(nn, test_x, test_y);
        yield return Experiment.Error("ex6 softmax output with validation, plotted", er, 0.1);
    }
}
