// dotnet fsi scripts/test_example_DBN.fsx [samples [picture.png]]
// The toolbox's tests/test_example_DBN.m as F# would have it.
#load "mnist.fsx"
open DeepLearnPort
open DeepLearnPort.FSharp
open type DeepLearnPort.Toolbox
open Mnist

let options = Options.Default // alpha 1, no momentum, one epoch in minibatches of 100
let train sizes =
    rand ("state", 0)
    DBN.setup sizes train_x options |> DBN.train train_x options

// ex1, a machine of 100 hidden units, and a picture of its weights
let dbn = train [ 100 ]
fsi.CommandLineArgs |> Array.tryItem 2 |> Option.iter (fun file -> visualize (dbn.rbm[0].W.Transpose(), file))

// ex2, two machines, which a network starts from
train [ 100; 100 ]
|> DBN.unfoldtonn 10
|> NN.withActivation Sigm
|> NN.train train_x train_y options
|> fst
|> NN.test test_x test_y
|> fst
|> report "ex2, two machines, then a network" 0.1
