// dotnet fsi scripts/case.fsx [file.mat]
// Records a call as matlab-ref/dlrecord.m does in MATLAB, then replays it: after a change to the code the second half tells what differs.
#load "load.fsx"
open System
open System.IO
open DeepLearnPort
open DeepLearnPort.FSharp
open type DeepLearnPort.Toolbox

let file = Array.tryItem 1 fsi.CommandLineArgs |> Option.defaultWith (fun () -> Path.Combine(Path.GetTempPath(), "nntrain_small.mat"))

// The call, from a random state that can be made again.
rand ("state", 0)
let nn = nnsetup [ 4; 3; 2 ]
let x, y = rand (20, 4), rand (20, 2)
let opts = Opts(numepochs = 2, batchsize = 5)
rand ("state", 1)
let (Trained(trained, L)) = nntrain (nn, x, y, opts)

// What a case holds: the function's name, its inputs and outputs, the random state before it, who recorded it.
let row (values: obj list) = MatCell.Row(ReadOnlySpan [| for value in values -> MatConvert.From value |])
let fields (values: (string * MatValue) list) = MatStruct.Create(ReadOnlySpan [| for name, value in values -> struct (name, value) |])

save (file,
      "fn", "nntrain",
      "args", row [ nn; x; y; opts ],
      "out", row [ trained; MatNumeric.Column L ],
      "rng_before", fields [ "engine", MatConvert.From "matlab"; "calls", row [ row [ "rand"; "state"; 1.0 ] ] ],
      "info", fields [ "recorder", MatConvert.From "scripts/case.fsx"; "engine", MatConvert.From "DeepLearnPort" ])

let result = RecordedCase(file).Replay()
printfn $"{result.Report()}"
exit (if result.Status = CaseStatus.Passed then 0 else 1)
