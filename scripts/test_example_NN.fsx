// dotnet fsi scripts/test_example_NN.fsx [samples [folder]]
// The toolbox's tests/test_example_NN.m as F# would have it: an example is a pipe from sizes to error rate. The curves of the last two go
// into the folder.
#load "mnist.fsx"
open System.IO
open DeepLearnPort
open DeepLearnPort.FSharp
open type DeepLearnPort.Toolbox
open Mnist

let folder = Array.tryItem 2 fsi.CommandLineArgs |> Option.defaultValue (Path.GetTempPath())
let (Scaled(x, mu, sigma)) = zscore train_x
let test_x = normalize (test_x, mu, sigma)

let example name limit sizes settings (x, y) options =
    rand ("state", 0)
    NN.setup sizes
    |> settings
    |> NN.train x y options
    |> fst
    |> NN.test test_x test_y
    |> fst
    |> report name limit

let all, epoch = (x, train_y), Options.Default // one epoch in minibatches of 100
example "ex1, vanilla" 0.08 [ 784; 100; 10 ] id all epoch
example "ex2, L2 weight decay" 0.1 [ 784; 100; 10 ] (NN.withWeightPenaltyL2 1e-4) all epoch
example "ex3, dropout" 0.1 [ 784; 100; 10 ] (NN.withDropoutFraction 0.5) all epoch
example "ex4, sigmoid" 0.1 [ 784; 100; 10 ] (NN.withActivation Sigm >> NN.withLearningRate 1.0) all epoch

let softmax = NN.withOutput Output.Softmax
let plotted name = { Options.Default with numepochs = 5; batchsize = samples / 60; plot = Some(Path.Combine(folder, name)) }
example "ex5, softmax and plot" 0.1 [ 784; 20; 10 ] softmax all (plotted "nn-ex5.png")

let sixth = samples / 6
let rest, validation = (x[sixth.., *], train_y[sixth.., *]), (x[.. sixth - 1, *], train_y[.. sixth - 1, *])
example "ex6, validation" 0.1 [ 784; 20; 10 ] softmax rest { plotted "nn-ex6.png" with validation = Some validation }
