// dlport run scripts/article-gan.csx [iterations [folder [all]]]; with dotnet-script: dotnet script -c release scripts/article-gan.csx -- [iterations [folder [all]]]
// The listing of "Simple understanding of traditional GAN", statement for statement; on the right the MATLAB line where C# differs.
#load "load.csx"
using System.Diagnostics;
using System.IO;
using DeepLearnPort;
using static DeepLearnPort.Toolbox;
using Mat = MathNet.Numerics.LinearAlgebra.Matrix<double>;

int iterations = Args.Count > 0 ? int.Parse(Args[0]) : 1500;
string folder = Args.Count > 1 ? Args[1] : "gan-out";
// The listing makes 60000 images in every iteration and uses 1000. The generator draws no random numbers, so making only
// those gives the same numbers sooner; a third argument, all, makes them all.
bool makeAll = Args.Count > 2 && Args[2] == "all";

//% Constructs a real training sample of 60,000 samples 1*784 dimensions (28*28 expansion)
var mnist = ImageSet.Load(Repository("matlab-ref", "data", "mnist_uint8.mat"), "train_x"); // load mnist_uint8;
var train_x = mnist.Rows(..60000);                              // train_x = double(train_x(1:60000,:))/255;
// The real sample is considered as a label [1 0]; the generated sample is [0 1]
var train_y = ones(size(train_x, 1), 1);                        // train_y = double(ones(size(train_x,1),1));
// normalize
train_x = mapminmax(train_x, 0, 1);
rand("state", 0);                                               // rand('state',0)

//% Construct simulation training sample 60000 samples 1*100 dimension
var test_x = normrnd(0, 1, [60000, 100]);                       // test_x = normrnd(0,1,[60000,100]); % 0-255 integer
test_x = mapminmax(test_x, 0, 1);
var test_y = zeros(size(test_x, 1), 1);                         // test_y = double(zeros(size(test_x,1),1));
var test_y_rel = ones(size(test_x, 1), 1);                      // test_y_rel = double(ones(size(test_x,1),1));

//%
var nn_G_t = nnsetup([100, 784]);
nn_G_t.activation_function = "sigm";
nn_G_t.output = "sigm";

var nn_D = nnsetup([784, 100, 1]);
nn_D.weightPenaltyL2 = 1e-4;  // L2 weight decay
nn_D.dropoutFraction = 0.5;   // Dropout fraction
nn_D.learningRate = 0.01;     // Sigm require a lower learning rate
nn_D.activation_function = "sigm";
nn_D.output = "sigm";

var nn_G = nnsetup([100, 784, 100, 1]);
nn_G.weightPenaltyL2 = 1e-4;  // L2 weight decay
nn_G.dropoutFraction = 0.5;   // Dropout fraction
nn_G.learningRate = 0.01;     // Sigm require a lower learning rate
nn_G.activation_function = "sigm";
nn_G.output = "sigm";

var opts = new Opts();
opts.numepochs = 1;           // Number of full sweeps through data
opts.batchsize = 100;         // Take a mean gradient step over this many samples

//%
int num = 1000;
Directory.CreateDirectory(folder);
using (var log = new GanLog(Path.Combine(folder, "log.csv")))       // the rows that dlport gan writes
{
    Display.Writer = TextWriter.Null;                               // hides the two lines that nntrain shows in each iteration
    var clock = Stopwatch.StartNew();                               // tic
    for (int each = 1; each <= iterations; each++)                  // for each = 1:1500
    {
        //----------Calculate the output of G: false sample ----------
        for (int i = 0; i < length(nn_G_t.W); i++)                  // for i = 1:length(nn_G_t.W)  % shared network parameters
            nn_G_t.W[i] = nn_G.W[i];                                //     nn_G_t.W{i} = nn_G.W{i};
        Mat G_output(int[] rows) => makeAll                         // G_output = nn_G_out(nn_G_t, test_x);
            ? nn_G_out(nn_G_t, test_x).Rows(rows)
            : nn_G_out(nn_G_t, test_x.Rows(rows));

        //-----------Training D--------------------------------
        var index = randperm(60000);
        var train_data_D = vertcat(train_x.Rows(index[..num]), G_output(index[..num])); // [train_x(index(1:num),:);G_output(index(1:num),:)];
        var train_y_D = vertcat(train_y.Rows(index[..num]), test_y.Rows(index[..num])); // [train_y(index(1:num),:);test_y(index(1:num),:)];
        (nn_D, var L_D) = nntrain(nn_D, train_data_D, train_y_D, opts); // nn_D = nntrain(nn_D, train_data_D, train_y_D, opts); % Training D

        //-----------Training G-------------------------------
        for (int i = 1; i <= length(nn_D.W); i++)                   // for i = 1:length(nn_D.W)  % Share trained D network parameters
            nn_G.W[^i] = nn_D.W[^i];                                //     nn_G.W{length(nn_G.W)-i+1} = nn_D.W{length(nn_D.W)-i+1};
        // Train G: at this time, the false sample tag is 1 and is regarded as a true sample.
        (nn_G, var L_G) = nntrain(nn_G, test_x.Rows(index[..num]), test_y_rel.Rows(index[..num]), opts); // test_x(index(1:num),:), test_y_rel(index(1:num),:)

        // Not in the listing: what D makes now of the rows it was trained on, gradients, spread.
        var D = nn_G_out(nn_D, train_data_D);
        log.Write(new(each, mean(L_D), mean(L_G), mean(D.Rows(..num))[0, 0], mean(D.Rows(num..))[0, 0], clock.Elapsed.TotalSeconds,
            Gan.GradientNorm(nn_D), Gan.GradientNorm(nn_G), Gan.PixelSpread(train_data_D.Rows(num..))));
    }
    Console.WriteLine($"Elapsed time is {clock.Elapsed.TotalSeconds:F6} seconds."); // toc
}
for (int i = 0; i < length(nn_G_t.W); i++)                          // for i = 1:length(nn_G_t.W)
    nn_G_t.W[i] = nn_G.W[i];                                        //     nn_G_t.W{i} = nn_G.W{i};
var shown = Enumerable.Range(1, 60).Select(i => i * 1000).ToArray();
var fin_output = nn_G_out(nn_G_t, makeAll ? test_x : test_x.Rows(shown)); // fin_output = nn_G_out(nn_G_t, test_x);
ImageGrid.WritePng(Path.Combine(folder, "samples.png"), makeAll ? fin_output.Rows(shown) : fin_output, columns: 10);

Mat nn_G_out(Nn nn, Mat x)                                          // function output = nn_G_out(nn, x)
{
    nn.testing = 1;
    nn = nnff(nn, x, zeros(size(x, 1), nn.size[^1]));               // nn = nnff(nn, x, zeros(size(x,1), nn.size(end)));
    nn.testing = 0;
    return nn.a[^1];                                                // output = nn.a{end};
}
