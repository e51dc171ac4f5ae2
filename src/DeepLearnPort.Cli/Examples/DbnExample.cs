using static DeepLearnPort.Toolbox;

namespace DeepLearnPort.Cli;

/// <summary>tests/test_example_DBN.m, line by line.</summary>
internal static class DbnExample
{
    public static IEnumerable<Experiment> Run(Mnist mnist, string figures)
    {
        var (train_x, test_x) = (rdivide(mnist.train_x, 255), rdivide(mnist.test_x, 255));
        var (train_y, test_y) = (mnist.train_y, mnist.test_y);

        // ex1 train a 100 hidden unit RBM and visualize its weights
        rand("state", 0);
        Dbn dbn = default;
        dbn.sizes = [100];
        Opts opts = default;
        opts.numepochs = 1;
        opts.batchsize = 100;
        opts.momentum = 0;
        opts.alpha = 1;
        dbn = dbnsetup(dbn, train_x, opts);
        dbn = dbntrain(dbn, train_x, opts);
        visualize(dbn.rbm[0].W.Transpose(), Path.Combine(figures, "dbn-weights.png")); // Visualize the RBM weights
        yield return new("ex1 a machine of 100 hidden units", "largest weight", dbn.rbm[0].W.Enumerate().Max(Math.Abs), null);

        // ex2 train a 100-100 hidden unit DBN and use its weights to initialize a NN
        rand("state", 0);
        // train dbn
        dbn.sizes = [100, 100];
        dbn = dbnsetup(dbn, train_x, opts);
        dbn = dbntrain(dbn, train_x, opts);

        // unfold dbn to nn
        var nn = dbnunfoldtonn(dbn, 10);
        nn.activation_function = "sigm";

        // train nn
        nn = nntrain(nn, train_x, train_y, opts);
        double er = nntest(nn, test_x, test_y);
        yield return Experiment.Error("ex2 two machines, then a neural net", er, 0.10);
    }
}
