// dotnet fsi scripts/list-mat.fsx [file.mat [variable]]
// Lists what a MAT file holds, as whos -file does, and shows one variable.
#load "load.fsx"
open DeepLearnPort
open DeepLearnPort.FSharp
open type DeepLearnPort.Toolbox

let argument i = Array.tryItem i fsi.CommandLineArgs
let file = argument 1 |> Option.defaultWith (fun () -> Load.repository "matlab-ref/article/octave_seed0_0020_curves.mat")
whos ("-file", file)                        // whos -file file.mat

let name = argument 2 |> Option.defaultWith (fun () -> (MatFile.List file |> Seq.find _.IsMatrix).Name)
let x = load(file, name)[name]              // x = load(file, name).(name)
printfn $"\n{name}: {x}"
match x with
| :? MatNumeric when x.Dimensions.Length = 2 -> disp (x.AsMatrix()[.. min 4 (x.Rows - 1), .. min 4 (x.Columns - 1)])
| _ -> ()
