// dlport run scripts/test_example_NN.csx [samples]; with dotnet-script: dotnet script -c release scripts/test_example_NN.csx -- [samples]
// The toolbox's tests/test_example_NN.m; on the right the MATLAB line where C# differs.
#load "mnist.csx"
using DeepLearnPort;
using static DeepLearnPort.Toolbox;

// normalize
(train_x, var mu, var sigma) = zscore(train_x);         // [train_x, mu, sigma] = zscore(train_x);
test_x = normalize(test_x, mu, sigma);

//% ex1 vanilla neural net
rand("state", 0);                                       // rand('state',0)
var nn = nnsetup([784, 100, 10]);                       // nn = nnsetup([784 100 10]);
var opts = new Opts();
opts.numepochs = 1;           //  Number of full sweeps through data
opts.batchsize = 100;         //  Take a mean gradient step over this many samples
(nn, var L) = nntrain(nn, train_x, train_y, opts);      // [nn, L] = nntrain(nn, train_x, train_y, opts);

var (er, bad) = nntest(nn, test_x, test_y);             // [er, bad] = nntest(nn, test_x, test_y);
disp($"ex1: error rate {er}");
assert(er < 0.08, "Too big error");

//% ex2 neural net with L2 weight decay
rand("state", 0);
nn = nnsetup([784, 100, 10]);

nn.weightPenaltyL2 = 1e-4;    //  L2 weight decay
opts.numepochs = 1;           //  Number of full sweeps through data
opts.batchsize = 100;         //  Take a mean gradient step over this many samples

nn = nntrain(nn, train_x, train_y, opts);

(er, bad) = nntest(nn, test_x, test_y);
disp($"ex2: error rate {er}");
assert(er < 0.1, "Too big error");

//% ex3 neural net with dropout
rand("state", 0);
nn = nnsetup([784, 100, 10]);

nn.dropoutFraction = 0.5;     //  Dropout fraction
opts.numepochs = 1;           //  Number of full sweeps through data
opts.batchsize = 100;         //  Take a mean gradient step over this many samples

nn = nntrain(nn, train_x, train_y, opts);

(er, bad) = nntest(nn, test_x, test_y);
disp($"ex3: error rate {er}");
assert(er < 0.1, "Too big error");

//% ex4 neural net with sigmoid activation function
rand("state", 0);
nn = nnsetup([784, 100, 10]);

nn.activation_function = "sigm"; //  Sigmoid activation function
nn.learningRate = 1;          //  Sigm require a lower learning rate
opts.numepochs = 1;           //  Number of full sweeps through data
opts.batchsize = 100;         //  Take a mean gradient step over this many samples

nn = nntrain(nn, train_x, train_y, opts);

(er, bad) = nntest(nn, test_x, test_y);
disp($"ex4: error rate {er}");
assert(er < 0.1, "Too big error");

//% ex5 plotting functionality
rand("state", 0);
nn = nnsetup([784, 20, 10]);
opts.numepochs = 5;           //  Number of full sweeps through data
nn.output = "softmax";        //  use softmax output
opts.batchsize = samples / 60; // opts.batchsize = 1000;  %  Take a mean gradient step over this many samples

nn = nntrain(nn, train_x, train_y, opts);

(er, bad) = nntest(nn, test_x, test_y);
disp($"ex5: error rate {er}");
assert(er < 0.1, "Too big error");

//% ex6 neural net with sigmoid activation and plotting of validation and training error
// split training data into training and validation data
int sixth = samples / 6;
var vx = train_x.Rows(..sixth);                         // vx   = train_x(1:10000,:);
var tx = train_x.Rows(sixth..);                         // tx = train_x(10001:end,:);
var vy = train_y.Rows(..sixth);                         // vy   = train_y(1:10000,:);
var ty = train_y.Rows(sixth..);                         // ty = train_y(10001:end,:);

rand("state", 0);
nn = nnsetup([784, 20, 10]);
nn.output = "softmax";        //  use softmax output
opts.numepochs = 5;           //  Number of full sweeps through data
opts.batchsize = samples / 60; // opts.batchsize = 1000;  %  Take a mean gradient step over this many samples
nn = nntrain(nn, tx, ty, opts, vx, vy); //  nntrain takes validation set as last two arguments (optionally)

(er, bad) = nntest(nn, test_x, test_y);
disp($"ex6: error rate {er}");
assert(er < 0.1, "Too big error");
