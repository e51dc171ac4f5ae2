// dotnet fsi scripts/train-csv.fsx [file.csv [epochs]]
// Trains a classifier on your own table: a header line, columns of numbers, the class in the last column.
#load "load.fsx"
#r "nuget: CsvHelper, 34.0.0"
open System.IO
open CsvHelper
open DeepLearnPort
open DeepLearnPort.FSharp
open type DeepLearnPort.Toolbox

let argument i = Array.tryItem i fsi.CommandLineArgs
let file = argument 1 |> Option.defaultWith (fun () -> Load.repository "scripts/rings.csv")
let epochs = argument 2 |> Option.map int |> Option.defaultValue 200

// One row a sample, and its class.
let rows, classOf =
    [ use csv = CsvReader.FromFile file
      while csv.Read() do
          [| for column in 0 .. csv.FieldCount - 2 -> csv.Parse<float> column |], csv.GetString(csv.FieldCount - 1) ]
    |> List.unzip

let classes = classOf |> List.distinct |> List.sort
let x = Mat.Build.DenseOfRowArrays rows
let y = (eye classes.Length)[[| for name in classOf -> List.findIndex ((=) name) classes + 1 |], *] // a 1 in the column of the class

// Four fifths to train on, a whole number of minibatches; the rest to test with.
rand ("state", 0)
Display.Writer <- TextWriter.Null // a line for each epoch
let options = { Options.Default with numepochs = epochs; batchsize = 10 }
let index = randperm rows.Length
let m = rows.Length * 4 / 5 / options.batchsize * options.batchsize
let first, rest = index[.. m - 1], index[m..]
let (Scaled(train_x, mu, sigma)) = zscore x[first, *]

let nn, L =
    NN.setup [ x.ColumnCount; 10; classes.Length ]
    |> NN.withOutput Output.Softmax
    |> NN.withLearningRate 0.5
    |> NN.train train_x y[first, *] options

let _, bad = nn |> NN.test (normalize (x[rest, *], mu, sigma)) y[rest, *]
let names = String.concat ", " classes
printfn $"{rows.Length} samples of {names}: loss {num2str L[0]} to {num2str (Array.last L)}, {bad.Length} of {rest.Length} test samples wrong"
