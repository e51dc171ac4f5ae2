// dotnet fsi scripts/train-csv.fsx [file.csv [epochs]]
// Trains a classifier on your own table: a header line, columns of numbers, the class in the last column.
#load "load.fsx"
#r "nuget: CsvHelper, 34.0.0"
open System
open System.Globalization
open System.IO
open CsvHelper
open DeepLearnPort
open DeepLearnPort.FSharp
open type DeepLearnPort.Toolbox

let argument i = Array.tryItem i fsi.CommandLineArgs
let file = argument 1 |> Option.defaultWith (fun () -> Load.repository "scripts/rings.csv")
let epochs = argument 2 |> Option.map int |> Option.defaultValue 200

// What is wrong in the table is said with its line.
let check holds (line: int64) what =
    if not holds then
        eprintfn $"{file}({line}): {what}"
        exit 1

let number (cell: string) line column =
    let isNumber, number = Double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture)
    check (isNumber && Double.IsFinite number) line $"column {column} must hold numbers such as 0.5; there is '{cell}'"
    number

// One row a sample, and its class.
let rows, classOf =
    [ use csv = CsvReader.FromFile(file, CsvReaderOptions(TrackLineNumbers = true))
      while csv.Read() do
          check (csv.FieldCount = csv.Headers.Count) csv.LineNumber $"{csv.FieldCount} cells, but the first line has {csv.Headers.Count}"
          [| for column in 0 .. csv.FieldCount - 2 -> number (csv.GetString column) csv.LineNumber csv.Headers[column] |],
          csv.GetString(csv.FieldCount - 1) ]
    |> List.unzip

let classes = classOf |> List.distinct |> List.sort
check (classes.Length > 1 && rows.Head.Length > 0) 1L $"columns of numbers, and samples of two classes or more, are needed; there are {classes.Length} classes"
let x = Mat.Build.DenseOfRowArrays rows
let y = (eye classes.Length)[[| for name in classOf -> List.findIndex ((=) name) classes + 1 |], *] // a 1 in the column of the class

// Four fifths to train on, a whole number of minibatches; the rest to test with.
rand ("state", 0)
Display.Writer <- TextWriter.Null // a line for each epoch
let fourFifths = rows.Length * 4 / 5
let options = { Options.Default with numepochs = epochs; batchsize = min 10 fourFifths }
let index = randperm rows.Length
let m = fourFifths / options.batchsize * options.batchsize
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
