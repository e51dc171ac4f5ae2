// Brings the library as this clone has built it (dotnet build, Release or Debug), and finds the files of the clone.
// Without a clone, #r "nuget: DeepLearnPort.FSharp, 0.1.0" takes the place of #load "load.fsx".
#nowarn "211" // one of the two folders may not be there
#I "../src/DeepLearnPort.FSharp/bin/Release/net10.0"
#I "../src/DeepLearnPort.FSharp/bin/Debug/net10.0"
#r "MathNet.Numerics.dll"
#r "SkiaSharp.dll"
#r "DeepLearnPort.dll"
#r "DeepLearnPort.FSharp.dll"
#load "../src/DeepLearnPort.FSharp/content/DeepLearnPort.FSharp.fsx"

open System.IO
open System.Runtime.InteropServices
open System.Runtime.Loader

/// A file of the clone: repository "matlab-ref/data/mnist_uint8.mat".
let repository path = Path.Combine(__SOURCE_DIRECTORY__, "..", path)

// Pictures need SkiaSharp's native library, which only a package says the place of.
AssemblyLoadContext.Default.add_ResolvingUnmanagedDll (fun assembly name ->
    Directory.EnumerateFiles(Path.GetDirectoryName assembly.Location, $"*{name}.*", SearchOption.AllDirectories)
    |> Seq.map NativeLibrary.TryLoad
    |> Seq.tryFind fst
    |> Option.map snd
    |> Option.defaultValue 0n)
