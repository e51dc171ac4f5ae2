// dlport run scripts/test_example_DBN.csx [samples [picture.png]]; with dotnet-script: dotnet script -c release scripts/test_example_DBN.csx -- [samples [picture.png]]
// The toolbox's tests/test_example_DBN.m; on the right the MATLAB line where C# differs.
#load "mnist.csx"
using DeepLearnPort;
using static DeepLearnPort.Toolbox;

//%  ex1 train a 100 hidden unit RBM and visualize its weights
rand("state", 0);                                       // rand('state',0)
var dbn = new Dbn();
dbn.sizes = [100];
var opts = new Opts();
opts.numepochs = 1;
opts.batchsize = 100;
opts.momentum = 0;
opts.alpha = 1;
dbn = dbnsetup(dbn, train_x, opts);
dbn = dbntrain(dbn, train_x, opts);
if (Args.Count > 1)
    visualize(dbn.rbm[0].W.Transpose(), Args[1]);       // figure; visualize(dbn.rbm{1}.W');   %  Visualize the RBM weights

//%  ex2 train a 100-100 hidden unit DBN and use its weights to initialize a NN
rand("state", 0);                                       // rand('state',0)
// train dbn
dbn.sizes = [100, 100];                                 // dbn.sizes = [100 100];
opts.numepochs = 1;
opts.batchsize = 100;
opts.momentum = 0;
opts.alpha = 1;
dbn = dbnsetup(dbn, train_x, opts);
dbn = dbntrain(dbn, train_x, opts);

// unfold dbn to nn
var nn = dbnunfoldtonn(dbn, 10);                        // nn = dbnunfoldtonn(dbn, 10);
nn.activation_function = "sigm";

// train nn
opts.numepochs = 1;
opts.batchsize = 100;
nn = nntrain(nn, train_x, train_y, opts);
var (er, bad) = nntest(nn, test_x, test_y);             // [er, bad] = nntest(nn, test_x, test_y);

disp($"error rate {er}");
assert(er < 0.10, "Too big error");
