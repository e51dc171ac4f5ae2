using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Cli;

/// <summary>tests/test_example_SAE.m, line by line.</summary>
internal static class SaeExample
{
    public static IEnumerable<Experiment> Run(Mnist mnist, string figures)
    {
        var (train_x, test_x) = (rdivide(mnist.train_x, 255), rdivide(mnist.test_x, 255));
        var (train_y, test_y) = (mnist.train_y, mnist.test_y);

        // ex1 train a 100 hidden unit SDAE and use it to initialize a FFNN
        // Setup and train a stacked denoising autoencoder (SDAE)
        rand("state", 0);
        var sae = saesetup(784, 100);
        sae.ae.at(0).activation_function = "sigm";
        sae.ae.at(0).learningRate = 1;
        sae.ae.at(0).inputZeroMaskedFraction = 0.5;
        Opts opts = default;
        opts.numepochs = 1;
        opts.batchsize = 100;
        sae = saetrain(sae, train_x, opts);
        visualize(sae.ae[0].W[0].RemoveColumn(0).Transpose(), Path.Combine(figures, "sae-weights.png"));

        // Use the SDAE to initialize a FFNN
        var nn = nnsetup(784, 100, 10);
        nn.activation_function = "sigm";
        nn.learningRate = 1;
        nn.W[0] = sae.ae[0].W[0];

        // Train the FFNN
        nn = nntrain(nn, train_x, train_y, opts);
        double er = nntest(nn, test_x, test_y);
        yield return Experiment.Error("ex1 denoising autoencoder, then a neural net", er, 0.16);
    }
}
