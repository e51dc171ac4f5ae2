// dlport run scripts/draw.csx [folder]; with dotnet-script: dotnet script scripts/draw.csx -- [folder]
// Draws the losses of a training as a curve, and digits as a grid.
#load "load.csx"
#r "nuget: ScottPlot, 5.1.59"
using System.IO;
using System.Linq;
using DeepLearnPort;
using static DeepLearnPort.Toolbox;

string folder = Args.Count > 0 ? Args[0] : Path.GetTempPath();
string mnist = Repository("matlab-ref", "data", "mnist_uint8.mat");
var x = ImageSet.Load(mnist, "test_x").Rows(..1000);
var y = MatFile.Load(mnist, "test_y").AsMatrix().Rows(..1000);

ImageGrid.WritePng(Path.Combine(folder, "digits.png"), x.Rows(..60), columns: 10);

rand("state", 0);
var (nn, L) = nntrain(nnsetup([784, 20, 10]), x, y, new Opts { numepochs = 5, batchsize = 20 });
var plot = new ScottPlot.Plot();
plot.Add.Signal(L);
plot.XLabel("minibatch");
plot.YLabel("loss");
plot.SavePng(Path.Combine(folder, "loss.png"), 700, 400);
disp($"digits.png and loss.png are in {folder}");
