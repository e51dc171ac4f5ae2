namespace DeepLearnPort.FSharp.Tests

open System
open System.IO
open System.Reflection
open NUnit.Framework
open DeepLearnPort
open DeepLearnPort.FSharp
open type DeepLearnPort.Toolbox

/// MATLAB code written in F# with the toolbox's functions open.
[<TestFixture>]
type OpenTypeTests() =
    [<Test>]
    member _.MatlabLines_WithToolboxOpen_ReadAsInMatlab() =
        use _ = alone ()
        rand ("state", 0)
        let x = rand (20, 3)
        let y = ones (size (x, 1), 1)
        let mutable nn = nnsetup [ 3; 4; 1 ] // nn = nnsetup([3 4 1]);
        nn.activation_function <- "sigm"
        nn.learningRate <- 0.01
        nn.testing <- 1 // an int where MATLAB has a double
        nn.testing <- 0
        let mutable opts = Opts()
        opts.numepochs <- 1
        opts.batchsize <- 5
        nn <- nntrain(nn, x, y, opts).nn // nn = nntrain(nn, x, y, opts);
        let (Trained (trained, L)) = nntrain (nn, x, y, opts) // [nn, L] = nntrain(nn, x, y, opts);
        let (Tested (er, bad)) = nntest (trained, x, y) // [er, bad] = nntest(nn, x, y);
        let index = randperm 20
        let some = x[index[..9], *] // x(index(1:10),:)
        let both = vertcat (some, zeros (2, 3)) // [some; zeros(2,3)]
        let (Extreme (m, i)) = Matlab.max (both, [], 2) // [m, i] = max(both, [], 2);
        let (Mapped (mapped, _)) = mapminmax (both, 0, 1)
        let reshaped = reshape (both, [], 6)

        Assert.Multiple(fun () ->
            L.Length |> equals 4
            Assert.That(mean L, Is.GreaterThan 0.0)
            (er, length bad) |> equals (0.0, 0)
            size both |> equals [| 12; 3 |]
            (m[11, 0], i[11]) |> equals (0.0, 1)
            size mapped |> equals (size both)
            size reshaped |> equals [| 6; 6 |]
            find (both[*, 0], fun v -> v = 0.0) |> equals [| 11; 12 |]
            x.Rows(index).RowCount |> equals 20)

    [<Test>]
    member _.FSharpsOwnFunctions_WithToolboxOpen_StillMeanThemselves() =
        max 1 2 + abs -3 + int (floor 2.5) + id 4 + fst (5, 6) |> equals 16
        exp 0.0 + sqrt 4.0 + round 2.4 + float 1 |> equals 6.0

    [<Test>]
    member _.SaveAndLoad_WithToolboxOpen_ReadAsInMatlab() =
        let file = Path.GetTempFileName()
        use _ = { new IDisposable with member _.Dispose() = File.Delete file }
        let nn = nnsetup ([ 3; 2 ], OctaveStream 0)
        save (file, "nn", nn, "x", ones (2, 3)) // save(file, 'nn', 'x');
        let s = load (file, "nn") // s = load(file, 'nn');
        MatConvert.To<Nn>(s["nn"]).W[0] |> equals nn.W[0]

    [<Test>]
    member _.Copies_OfANetwork_AreIndependent() =
        use _ = alone ()
        let mutable a = nnsetup [ 3; 2 ]
        let mutable b = a
        b.learningRate <- 7
        b.W[0] <- zeros (2, 4)
        a.learningRate |> equals 2.0
        Assert.That(a.W[0], Is.Not.EqualTo(box b.W[0]))

    [<Test>]
    member _.Toolbox_Names_AreNoneOfFSharpsOwn() =
        let sourceName (m: MethodInfo) =
            match m.GetCustomAttribute<CompilationSourceNameAttribute>() with
            | null -> m.Name
            | attribute -> attribute.SourceName

        let opened (t: Type) =
            t.GetCustomAttributes<AutoOpenAttribute>() |> Seq.isEmpty |> not
            || t.FullName = "Microsoft.FSharp.Core.Operators"

        let own =
            set
                [ for t in typeof<AutoOpenAttribute>.Assembly.GetExportedTypes() do
                      if opened t then
                          for m in t.GetMethods(BindingFlags.Public ||| BindingFlags.Static) do
                              sourceName m ]

        let toolbox = set [ for m in typeof<Toolbox>.GetMethods(BindingFlags.Public ||| BindingFlags.Static) -> m.Name ]
        Assert.That(Set.isSubset (set [ "exp"; "double"; "printfn" ]) own)
        Set.intersect own toolbox |> equals Set.empty
