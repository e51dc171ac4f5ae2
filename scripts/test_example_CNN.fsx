// dotnet fsi scripts/test_example_CNN.fsx [samples]
// The toolbox's tests/test_example_CNN.m as F# would have it: one epoch, about 11 % error; a hundred give about 1.2 %.
#load "mnist.fsx"
open DeepLearnPort
open DeepLearnPort.FSharp
open type DeepLearnPort.Toolbox
open Mnist

// samples stand in the last dimension here
let images (x: Mat) = Array3.FromRows(x, 28, 28)
let x, y = images train_x, train_y.Transpose()

rand ("state", 0)
let layers = [ Input; Convolution(outputmaps = 6, kernelsize = 5); Subsampling 2; Convolution(outputmaps = 12, kernelsize = 5); Subsampling 2 ]
let cnn = CNN.setup layers x y |> CNN.train x y { Options.Default with batchsize = 50 }

printfn "loss %g to %g" cnn.rL[0] (Seq.last cnn.rL)
cnn |> CNN.test (images test_x) (test_y.Transpose()) |> fst |> report "6c-2s-12c-2s" 0.12
