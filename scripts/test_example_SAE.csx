// dlport run scripts/test_example_SAE.csx [samples [picture.png]]; with dotnet-script: dotnet script -c release scripts/test_example_SAE.csx -- [samples [picture.png]]
// The toolbox's tests/test_example_SAE.m; on the right the MATLAB line where C# differs.
#load "mnist.csx"
using DeepLearnPort;
using static DeepLearnPort.Toolbox;

//%  ex1 train a 100 hidden unit SDAE and use it to initialize a FFNN
//  Setup and train a stacked denoising autoencoder (SDAE)
rand("state", 0);                                       // rand('state',0)
var sae = saesetup([784, 100]);                         // sae = saesetup([784 100]);
sae.ae.at(0).activation_function = "sigm";              // sae.ae{1}.activation_function       = 'sigm';
sae.ae.at(0).learningRate = 1;                          // sae.ae{1}.learningRate              = 1;
sae.ae.at(0).inputZeroMaskedFraction = 0.5;             // sae.ae{1}.inputZeroMaskedFraction   = 0.5;
var opts = new Opts();
opts.numepochs = 1;
opts.batchsize = 100;
sae = saetrain(sae, train_x, opts);
if (Args.Count > 1)
    visualize(sae.ae[0].W[0].Columns(1..).Transpose(), Args[1]); // visualize(sae.ae{1}.W{1}(:,2:end)')

// Use the SDAE to initialize a FFNN
var nn = nnsetup([784, 100, 10]);                       // nn = nnsetup([784 100 10]);
nn.activation_function = "sigm";
nn.learningRate = 1;
nn.W[0] = sae.ae[0].W[0];                               // nn.W{1} = sae.ae{1}.W{1};

// Train the FFNN
opts.numepochs = 1;
opts.batchsize = 100;
nn = nntrain(nn, train_x, train_y, opts);
var (er, bad) = nntest(nn, test_x, test_y);             // [er, bad] = nntest(nn, test_x, test_y);
disp($"error rate {er}");
assert(er < 0.16, "Too big error");
