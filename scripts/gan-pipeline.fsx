// dotnet fsi scripts/gan-pipeline.fsx [iterations]
// The article's experiment as F# would have it: networks are values, an iteration makes new ones. Its numbers are those of article-gan.fsx.
#load "load.fsx"
open System.IO
open DeepLearnPort
open DeepLearnPort.FSharp
open type DeepLearnPort.Toolbox

let iterations = Array.tryItem 1 fsi.CommandLineArgs |> Option.map int |> Option.defaultValue 1500
let num = 1000
Display.Writer <- TextWriter.Null

let images = ImageSet.Load(Load.repository "matlab-ref/data/mnist_uint8.mat")
rand ("state", 0)
let noise = mapminmax(normrnd (0, 1, [ images.Count; 100 ]), 0, 1).Y

let sigmoid = NN.setup >> NN.withActivation Sigm >> NN.withOutput Output.Sigm
let regularised = NN.withWeightPenaltyL2 1e-4 >> NN.withDropoutFraction 0.5 >> NN.withLearningRate 0.01

let generator = sigmoid [ 100; 784 ]
let discriminator = sigmoid [ 784; 100; 1 ] |> regularised
let stack = sigmoid [ 100; 784; 100; 1 ] |> regularised     // generator, then discriminator

let alternate (d, stack) iteration =
    let index = (randperm images.Count)[.. num - 1]
    let real = mapminmax(images.Rows index, 0, 1).Y
    let fake = generator |> NN.withFirstWeightsOf stack |> NN.run noise[index, *]
    let d, L_D = d |> NN.train (vertcat (real, fake)) (vertcat (ones (num, 1), zeros (num, 1))) Options.Default
    let stack, L_G = stack |> NN.withLastWeightsOf d |> NN.train noise[index, *] (ones (num, 1)) Options.Default
    printfn "%d: loss of D %.17g, of the stack %.17g" iteration (mean L_D) (mean L_G)
    d, stack

let _, trained = Seq.fold alternate (discriminator, stack) (seq { 1..iterations })
let samples = generator |> NN.withFirstWeightsOf trained |> NN.run noise[[| for i in 1..60 -> i * images.Count / 60 |], *]
printfn "%d samples, mean pixel %.4f" samples.RowCount (Seq.average (samples.Enumerate()))
