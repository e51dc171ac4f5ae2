// dlport run scripts/case.csx [file.mat]; with dotnet-script: dotnet script scripts/case.csx -- [file.mat]
// Records a call as matlab-ref/dlrecord.m does in MATLAB, then replays it: after a change to the code the second half tells what differs.
#load "load.csx"
using System.IO;
using DeepLearnPort;
using static DeepLearnPort.Toolbox;

string file = Args.Count > 0 ? Args[0] : Path.Combine(Path.GetTempPath(), "nntrain_small.mat");

// The call, from a random state that can be made again.
rand("state", 0);
var nn = nnsetup([4, 3, 2]);
var (x, y) = (rand(20, 4), rand(20, 2));
var opts = new Opts { numepochs = 2, batchsize = 5 };
rand("state", 1);
var (trained, L) = nntrain(nn, x, y, opts);

// What a case holds: the function's name, its inputs and outputs, the random state before it, who recorded it.
MatFile.Save(file,
[
    new("fn", "nntrain"),
    new("args", MatCell.Row(MatConvert.From(nn), x, y, MatConvert.From(opts))),
    new("out", MatCell.Row(MatConvert.From(trained), MatNumeric.Column(L))),
    new("rng_before", MatStruct.Create(("engine", "matlab"), ("calls", MatCell.Row(MatCell.Row("rand", "state", 1))))),
    new("info", MatStruct.Create(("recorder", "scripts/case.csx"), ("engine", "DeepLearnPort"))),
]);

var result = new RecordedCase(file).Replay();
disp(result.Report());
return result.Status == CaseStatus.Passed ? 0 : 1;
