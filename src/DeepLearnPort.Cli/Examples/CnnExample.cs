using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Cli;

/// <summary>tests/test_example_CNN.m, line by line.</summary>
internal static class CnnExample
{
    public static IEnumerable<Experiment> Run(Mnist mnist, string figures)
    {
        var train_x = Array3.FromRows(rdivide(mnist.train_x, 255), 28, 28);
        var test_x = Array3.FromRows(rdivide(mnist.test_x, 255), 28, 28);
        var train_y = mnist.train_y.Transpose();
        var test_y = mnist.test_y.Transpose();

        // ex1 Train a 6c-2s-12c-2s Convolutional neural network
        // will run 1 epoch and get around 11% error.
        // With 100 epochs you'll get around 1.2% error
        rand("state", 0);

        Cnn cnn = default;
        cnn.layers = [
            new() { type = "i" },                                   // input layer
            new() { type = "c", outputmaps = 6, kernelsize = 5 },   // convolution layer
            new() { type = "s", scale = 2 },                        // sub sampling layer
            new() { type = "c", outputmaps = 12, kernelsize = 5 },  // convolution layer
            new() { type = "s", scale = 2 },                        // subsampling layer
        ];

        Opts opts = default;
        opts.alpha = 1;
        opts.batchsize = 50;
        opts.numepochs = 1;

        cnn = cnnsetup(cnn, train_x, train_y);
        cnn = cnntrain(cnn, train_x, train_y, opts);

        double er = cnntest(cnn, test_x, test_y);

        // plot mean squared error
        Figures.Line(Path.Combine(figures, "cnn-loss.png"), cnn.rL, "minibatch", "smoothed loss");
        yield return Experiment.Error("ex1 6c-2s-12c-2s convolutional neural network, one epoch", er, 0.12);
    }
}
