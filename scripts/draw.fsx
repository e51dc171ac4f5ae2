// dotnet fsi scripts/draw.fsx [folder]
// Draws the losses of a training as a curve, and digits as a grid.
#load "load.fsx"
#r "nuget: ScottPlot, 5.1.59"
open System.IO
open DeepLearnPort
open DeepLearnPort.FSharp
open type DeepLearnPort.Toolbox

let folder = Array.tryItem 1 fsi.CommandLineArgs |> Option.defaultValue (Path.GetTempPath())
let mnist = Load.repository "matlab-ref/data/mnist_uint8.mat"
let x = ImageSet.Load(mnist, "test_x").Rows [| 1..1000 |]
let y = MatFile.Load(mnist, "test_y").AsMatrix()[..999, *]

ImageGrid.WritePng(Path.Combine(folder, "digits.png"), x[..59, *], 10)

rand ("state", 0)
let _, L = NN.setup [ 784; 20; 10 ] |> NN.train x y { Options.Default with numepochs = 5; batchsize = 20 }
let plot = new ScottPlot.Plot()
plot.Add.Signal L |> ignore
plot.XLabel "minibatch"
plot.YLabel "loss"
plot.SavePng(Path.Combine(folder, "loss.png"), 700, 400) |> ignore
printfn $"digits.png and loss.png are in {folder}"
