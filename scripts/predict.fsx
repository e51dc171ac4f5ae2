// dotnet fsi scripts/predict.fsx [file.mat]
// Loads a network that was trained in MATLAB, save('file.mat', 'nn', 'x'), and predicts the classes of x.
#load "load.fsx"
open DeepLearnPort
open DeepLearnPort.FSharp
open type DeepLearnPort.Toolbox

let nn, x =
    match Array.tryItem 1 fsi.CommandLineArgs with
    | Some file ->
        let s = load file                   // load file.mat
        MatConvert.To<Nn> s["nn"], s["x"].AsMatrix()
    | None ->
        // A call nnpredict(nn, x) that was recorded in Octave, after training the network there.
        let args = load(Load.repository "matlab-ref/cases/nnpredict_after_training.mat")["args"]
        MatConvert.To<Nn> args[0], args[1].AsMatrix()

printfn $"{nn}"
for label, count in nn |> NN.predict x |> Seq.countBy id |> Seq.sort do
    printfn $"class {label}: {count} of {x.RowCount} samples"
