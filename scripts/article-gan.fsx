// dotnet fsi scripts/article-gan.fsx [iterations [folder [all]]]
// The listing of "Simple understanding of traditional GAN", statement for statement; on the right the MATLAB line where F# differs.
#load "load.fsx"
open System.Diagnostics
open System.IO
open DeepLearnPort
open DeepLearnPort.FSharp
open type DeepLearnPort.Toolbox

let argument i otherwise = Array.tryItem i fsi.CommandLineArgs |> Option.defaultValue otherwise
let iterations = int (argument 1 "1500")
let folder = argument 2 "gan-out"
// The listing makes 60000 images in every iteration and uses 1000. The generator draws no random numbers, so making only
// those gives the same numbers sooner; a third argument, all, makes them all.
let makeAll = argument 3 "" = "all"

let nn_G_out (nn: Nn, x: Mat) =                                     // function output = nn_G_out(nn, x)
    let mutable nn = nn
    nn.testing <- 1
    nn <- nnff (nn, x, zeros (size (x, 1), Seq.last nn.size))       // nn = nnff(nn, x, zeros(size(x,1), nn.size(end)));
    nn.testing <- 0
    Seq.last nn.a                                                   // output = nn.a{end};

// Constructs a real training sample of 60,000 samples 1*784 dimensions (28*28 expansion)
let mnist = ImageSet.Load(Load.repository "matlab-ref/data/mnist_uint8.mat", "train_x") // load mnist_uint8;
let mutable train_x = mnist.Rows [| 1..60000 |]                     // train_x = double(train_x(1:60000,:))/255;
// The real sample is considered as a label [1 0]; the generated sample is [0 1]
let train_y = ones (size (train_x, 1), 1)                           // train_y = double(ones(size(train_x,1),1));
// normalize
train_x <- mapminmax(train_x, 0, 1).Y                               // train_x = mapminmax(train_x, 0, 1);
rand ("state", 0)                                                   // rand('state',0)

// Construct simulation training sample 60000 samples 1*100 dimension
let mutable test_x = normrnd (0, 1, [ 60000; 100 ])                 // test_x = normrnd(0,1,[60000,100]); % 0-255 integer
test_x <- mapminmax(test_x, 0, 1).Y                                 // test_x = mapminmax(test_x, 0, 1);
let test_y = zeros (size (test_x, 1), 1)                            // test_y = double(zeros(size(test_x,1),1));
let test_y_rel = ones (size (test_x, 1), 1)                         // test_y_rel = double(ones(size(test_x,1),1));

let mutable nn_G_t = nnsetup [ 100; 784 ]                           // nn_G_t = nnsetup([100 784]);
nn_G_t.activation_function <- "sigm"
nn_G_t.output <- "sigm"

let mutable nn_D = nnsetup [ 784; 100; 1 ]                          // nn_D = nnsetup([784 100 1]);
nn_D.weightPenaltyL2 <- 1e-4  // L2 weight decay
nn_D.dropoutFraction <- 0.5   // Dropout fraction
nn_D.learningRate <- 0.01     // Sigm require a lower learning rate
nn_D.activation_function <- "sigm"
nn_D.output <- "sigm"

let mutable nn_G = nnsetup [ 100; 784; 100; 1 ]                     // nn_G = nnsetup([100 784 100 1]);
nn_G.weightPenaltyL2 <- 1e-4  // L2 weight decay
nn_G.dropoutFraction <- 0.5   // Dropout fraction
nn_G.learningRate <- 0.01     // Sigm require a lower learning rate
nn_G.activation_function <- "sigm"
nn_G.output <- "sigm"

let mutable opts = Opts()
opts.numepochs <- 1           // Number of full sweeps through data
opts.batchsize <- 100         // Take a mean gradient step over this many samples

let num = 1000
Directory.CreateDirectory folder |> ignore
let log = new GanLog(Path.Combine(folder, "log.csv"))               // the rows that dlport gan writes
Display.Writer <- TextWriter.Null                                   // hides the two lines that nntrain shows in each iteration
let clock = Stopwatch.StartNew()                                    // tic
for each in 1..iterations do                                        // for each = 1:1500
    //----------Calculate the output of G: false sample ----------
    for i in 0 .. length nn_G_t.W - 1 do                            // for i = 1:length(nn_G_t.W)  % shared network parameters
        nn_G_t.W[i] <- nn_G.W[i]                                    //     nn_G_t.W{i} = nn_G.W{i};
    let G_output (rows: int[]) =                                    // G_output = nn_G_out(nn_G_t, test_x);
        if makeAll then nn_G_out(nn_G_t, test_x)[rows, *] else nn_G_out (nn_G_t, test_x[rows, *])

    //-----------Training D--------------------------------
    let index = randperm 60000                                      // index = randperm(60000);
    let train_data_D = vertcat (train_x[index[.. num - 1], *], G_output index[.. num - 1]) // [train_x(index(1:num),:);G_output(index(1:num),:)];
    let train_y_D = vertcat (train_y[index[.. num - 1], *], test_y[index[.. num - 1], *]) // [train_y(index(1:num),:);test_y(index(1:num),:)];
    let (Trained(D, L_D)) = nntrain (nn_D, train_data_D, train_y_D, opts) // nn_D = nntrain(nn_D, train_data_D, train_y_D, opts); % Training D
    nn_D <- D

    //-----------Training G-------------------------------
    for i in 1 .. length nn_D.W do                                  // for i = 1:length(nn_D.W)  % Share trained D network parameters
        nn_G.W[length nn_G.W - i] <- nn_D.W[length nn_D.W - i]      //     nn_G.W{length(nn_G.W)-i+1} = nn_D.W{length(nn_D.W)-i+1};
    // Train G: at this time, the false sample tag is 1 and is regarded as a true sample.
    let (Trained(G, L_G)) = nntrain (nn_G, test_x[index[.. num - 1], *], test_y_rel[index[.. num - 1], *], opts) // nn_G = nntrain(nn_G, test_x(index(1:num),:), …
    nn_G <- G

    // Not in the listing: what D makes now of the rows it was trained on, gradients, spread.
    let D = nn_G_out (nn_D, train_data_D)
    log.Write(Alternation(each, mean L_D, mean L_G, mean(D[.. num - 1, *])[0, 0], mean(D[num.., *])[0, 0], clock.Elapsed.TotalSeconds,
                          Gan.GradientNorm nn_D, Gan.GradientNorm nn_G, Gan.PixelSpread train_data_D[num.., *]))

log.Dispose()
printfn "Elapsed time is %f seconds." clock.Elapsed.TotalSeconds    // toc
for i in 0 .. length nn_G_t.W - 1 do                                // for i = 1:length(nn_G_t.W)
    nn_G_t.W[i] <- nn_G.W[i]                                        //     nn_G_t.W{i} = nn_G.W{i};
let shown = [| for i in 1..60 -> i * 1000 |]
let fin_output = nn_G_out (nn_G_t, (if makeAll then test_x else test_x[shown, *])) // fin_output = nn_G_out(nn_G_t, test_x);
ImageGrid.WritePng(Path.Combine(folder, "samples.png"), (if makeAll then fin_output[shown, *] else fin_output), 10)
