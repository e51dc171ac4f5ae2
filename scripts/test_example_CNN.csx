// dlport run scripts/test_example_CNN.csx [samples]; with dotnet-script: dotnet script -c release scripts/test_example_CNN.csx -- [samples]
// The toolbox's tests/test_example_CNN.m; on the right the MATLAB line where C# differs.
#load "mnist.csx"
using DeepLearnPort;
using static DeepLearnPort.Toolbox;

var train_3 = reshape(train_x.Transpose(), 28, 28, samples); // train_x = double(reshape(train_x',28,28,60000))/255;
var test_3 = reshape(test_x.Transpose(), 28, 28, tests); // test_x = double(reshape(test_x',28,28,10000))/255;
train_y = train_y.Transpose();                          // train_y = double(train_y');
test_y = test_y.Transpose();                            // test_y = double(test_y');

//% ex1 Train a 6c-2s-12c-2s Convolutional neural network
// will run 1 epoch in about 200 second and get around 11% error.
// With 100 epochs you'll get around 1.2% error

rand("state", 0);                                       // rand('state',0)

var cnn = new Cnn();
cnn.layers =                                            // cnn.layers = {
[
    new() { type = "i" },                               //     struct('type', 'i') %input layer
    new() { type = "c", outputmaps = 6, kernelsize = 5 }, //   struct('type', 'c', 'outputmaps', 6, 'kernelsize', 5) %convolution layer
    new() { type = "s", scale = 2 },                    //     struct('type', 's', 'scale', 2) %sub sampling layer
    new() { type = "c", outputmaps = 12, kernelsize = 5 }, //  struct('type', 'c', 'outputmaps', 12, 'kernelsize', 5) %convolution layer
    new() { type = "s", scale = 2 },                    //     struct('type', 's', 'scale', 2) %subsampling layer
];

var opts = new Opts();
opts.alpha = 1;
opts.batchsize = 50;
opts.numepochs = 1;

cnn = cnnsetup(cnn, train_3, train_y);
cnn = cnntrain(cnn, train_3, train_y, opts);

var (er, bad) = cnntest(cnn, test_3, test_y);           // [er, bad] = cnntest(cnn, test_x, test_y);

disp($"error rate {er}, loss {num2str(cnn.rL[0])} to {num2str(cnn.rL[^1])}"); // plot mean squared error: figure; plot(cnn.rL);
assert(er < 0.12, "Too big error");
