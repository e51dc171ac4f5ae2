namespace DeepLearnPort.FSharp.Tests

open System
open System.Diagnostics
open System.IO
open System.Reflection
open NUnit.Framework
open DeepLearnPort

/// Every .fsx in scripts/, run by dotnet fsi with little work to do.
[<TestFixture; Category "Slow"; NonParallelizable>]
type ScriptTests() =
    // The project says where it was built: __SOURCE_DIRECTORY__ is /_/ in a deterministic build.
    static let repository =
        typeof<ScriptTests>.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        |> Seq.pick (fun a -> if a.Key = "RepositoryRoot" then Option.ofObj a.Value else None)

    static let folder = Path.Combine(repository, "scripts")

    static let run (script: string) (arguments: string list) =
        let start = ProcessStartInfo("dotnet", [ "fsi"; Path.Combine(folder, script); yield! arguments ])
        start.RedirectStandardOutput <- true
        start.RedirectStandardError <- true
        start.Environment["DOTNET_gcServer"] <- "0" // F# Interactive would take all cores and much memory for garbage
        use fsi = new Process(StartInfo = start)
        fsi.Start() |> equals true
        let error = fsi.StandardError.ReadToEndAsync()
        let output = fsi.StandardOutput.ReadToEnd()
        fsi.WaitForExit()
        error.Result.Trim() |> equals ""
        fsi.ExitCode |> equals 0
        output

    /// All columns but the sixth, the time.
    let log folder =
        [ for line in File.ReadLines(Path.Combine(folder, "log.csv")) -> line.Split ',' |> Array.removeAt 5 |> String.concat "," ]

    static member Scripts = [ for file in Directory.EnumerateFiles(folder, "*.fsx") -> Path.GetFileName file ]

    [<TestCaseSource(nameof ScriptTests.Scripts)>]
    member _.Run_EveryScript_SucceedsWithoutWarnings(script: string) =
        if script = "article-gan.fsx" then
            Assert.Pass "has a test of its own"

        let out = Directory.CreateTempSubdirectory("DeepLearnPort-").FullName
        let made name = Path.Combine(out, name)

        match script with
        | "gan-pipeline.fsx" -> run script [ "1" ]
        | "mnist.fsx"
        | "test_example_CNN.fsx" -> run script [ "600" ]
        | "test_example_NN.fsx" -> run script [ "600"; out ]
        | "test_example_SAE.fsx"
        | "test_example_DBN.fsx" -> run script [ "600"; made "weights.png" ]
        | "train-csv.fsx" -> run script [ Path.Combine(folder, "rings.csv"); "3" ]
        | "case.fsx" -> run script [ made "case.mat" ]
        | "draw.fsx" -> run script [ out ]
        | _ -> run script []
        |> ignore

        Directory.Delete(out, true)

    [<Test>]
    member _.Article_SameSeed_WritesTheLogOfDlportGan() =
        let out = Directory.CreateTempSubdirectory("DeepLearnPort-").FullName
        run "article-gan.fsx" [ "2"; Path.Combine(out, "script") ] |> ignore

        let images = ImageSet.Load(Path.Combine(repository, "matlab-ref", "data", "mnist_uint8.mat"))
        GanRun(GanOptions(Iterations = 2), images, Path.Combine(out, "gan"), 100).Run()

        log (Path.Combine(out, "script")) |> equals (log (Path.Combine(out, "gan")))
        List.length (log (Path.Combine(out, "script"))) |> equals 3
        Directory.Delete(out, true)
