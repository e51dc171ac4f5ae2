// dotnet fsi scripts/test_example_SAE.fsx [samples [picture.png]]
// The toolbox's tests/test_example_SAE.m as F# would have it.
#load "mnist.fsx"
open DeepLearnPort
open DeepLearnPort.FSharp
open type DeepLearnPort.Toolbox
open Mnist

// a stacked denoising autoencoder of 100 hidden units
rand ("state", 0)
let sigmoid = NN.withActivation Sigm >> NN.withLearningRate 1.0
let sae =
    SAE.setup [ 784; 100 ]
    |> SAE.map (sigmoid >> NN.withInputZeroMaskedFraction 0.5)
    |> SAE.train train_x Options.Default

let first = (SAE.weights sae).Head
fsi.CommandLineArgs |> Array.tryItem 2 |> Option.iter (fun file -> visualize (first[*, 1..].Transpose(), file))

// which a network starts from
NN.setup [ 784; 100; 10 ]
|> sigmoid
|> NN.withWeights 0 first
|> NN.train train_x train_y Options.Default
|> fst
|> NN.test test_x test_y
|> fst
|> report "autoencoder, then a network" 0.16
