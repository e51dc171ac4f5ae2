// dlport run scripts/predict.csx [file.mat]; with dotnet-script: dotnet script scripts/predict.csx -- [file.mat]
// Loads a network that was trained in MATLAB, save('file.mat', 'nn', 'x'), and predicts the classes of x.
#load "load.csx"
using System.Linq;
using DeepLearnPort;
using static DeepLearnPort.Toolbox;
using Mat = MathNet.Numerics.LinearAlgebra.Matrix<double>;

Nn nn;
Mat x;
if (Args.Count > 0)
{
    var s = load(Args[0]);              // load file.mat
    nn = MatConvert.To<Nn>(s["nn"]);
    x = s["x"].AsMatrix();
}
else
{
    // A call nnpredict(nn, x) that was recorded in Octave, after training the network there.
    var args = load(Repository("matlab-ref", "cases", "nnpredict_after_training.mat"))["args"];
    nn = MatConvert.To<Nn>(args[0]);
    x = args[1].AsMatrix();
}
var labels = nnpredict(nn, x);      // labels = nnpredict(nn, x);
disp($"{nn}");
for (int label = 1; label <= nn.size[^1]; label++)
    disp($"class {label}: {length(find(labels, l => l == label))} of {length(labels)} samples");
