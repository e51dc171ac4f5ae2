// dotnet fsi scripts/mnist.fsx [samples]
// Digits recognised by a small network, from setup to error rate in one pipe.
#load "load.fsx"
open DeepLearnPort
open DeepLearnPort.FSharp
open type DeepLearnPort.Toolbox

let samples = Array.tryItem 1 fsi.CommandLineArgs |> Option.map int |> Option.defaultValue 60000
let file = Load.repository "matlab-ref/data/mnist_uint8.mat"
let labels (name: string) = MatFile.Load(file, name).AsMatrix()

let rows name count = ImageSet.Load(file, name).Rows [| 1..count |]

let (Scaled(train_x, mu, sigma)) = zscore (rows "train_x" samples)
let train_y = (labels "train_y")[.. samples - 1, *]
let test_x = normalize (rows "test_x" 10000, mu, sigma)

let nn, L =
    rand ("state", 0)
    NN.setup [ 784; 100; 10 ]
    |> NN.withActivation Sigm
    |> NN.withOutput Output.Softmax
    |> NN.withLearningRate 1.0
    |> NN.train train_x train_y Options.Default

let er, bad = nn |> NN.test test_x (labels "test_y")
printfn "loss %.4f to %.4f, error rate %.4f; first taken for another: %A" L[0] (Array.last L) er (Array.truncate 5 bad)
