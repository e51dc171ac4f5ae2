// What the toolbox's examples start with, for #load: train_x, train_y, test_x, test_y. The script's first argument is how many
// training samples to take, a multiple of 600, for a quick look; all 60000 when there is none.
#load "load.fsx"
open DeepLearnPort
open DeepLearnPort.FSharp

let samples = Array.tryItem 1 fsi.CommandLineArgs |> Option.map int |> Option.defaultValue 60000

let private file = Load.repository "matlab-ref/data/mnist_uint8.mat"                  // load mnist_uint8;
let private images (name: string) count = ImageSet.Load(file, name).Rows [| 1..count |]
let private labels (name: string) count = MatFile.Load(file, name).AsMatrix()[.. count - 1, *]

let train_x, train_y = images "train_x" samples, labels "train_y" samples            // train_x = double(train_x) / 255; train_y = double(train_y);
let test_x, test_y = images "test_x" (min samples 10000), labels "test_y" (min samples 10000)

/// Prints an error rate, which the example promises to be below a limit when all samples are taken.
let report name (limit: float) (er: float) =
    printfn "%s: error rate %g" name er
    if samples = 60000 && not (er < limit) then failwith "Too big error"
