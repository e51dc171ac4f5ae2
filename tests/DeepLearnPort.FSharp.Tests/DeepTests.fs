namespace DeepLearnPort.FSharp.Tests

open NUnit.Framework
open DeepLearnPort
open DeepLearnPort.FSharp

/// SAE, DBN and CNN give what the functions of Toolbox give.
[<TestFixture>]
type DeepTests() =
    let stream () = OctaveStream 7.0
    let x = Toolbox.rand (20, 6, stream ())
    let options () = { Options.Default with numepochs = 2; batchsize = 5; alpha = 0.5; momentum = 0.25; stream = Some(stream ()) }
    let opts = Opts(numepochs = 2, batchsize = 5, alpha = 0.5, momentum = 0.25)

    [<Test>]
    member _.SaeTrain_Piped_GivesWhatTheToolboxGives() =
        use _ = alone ()
        let mutable expected = Toolbox.saesetup ([ 6; 4; 3 ], stream ())
        expected.ae.at(0).learningRate <- 1.0
        expected.ae.at(1).learningRate <- 1.0
        expected <- Toolbox.saetrain (expected, x, opts, stream ())

        let sae =
            SAE.setupFrom (stream ()) [ 6; 4; 3 ]
            |> SAE.map (NN.withLearningRate 1.0)
            |> SAE.train x (options ())

        SAE.weights sae |> equals [ expected.ae[0].W[0]; expected.ae[1].W[0] ]

    [<Test>]
    member _.SaeMap_OfAStack_LeavesItAsItWas() =
        use _ = alone ()
        let sae = SAE.setup [ 6; 4 ]
        sae |> SAE.map (NN.withLearningRate 7.0) |> ignore
        sae.ae[0].learningRate |> equals 2.0

    [<Test>]
    member _.DbnTrain_Piped_GivesWhatTheToolboxGives() =
        use _ = alone ()
        let expected = Toolbox.dbntrain (Toolbox.dbnsetup (Dbn(sizes = cell [ 4; 3 ]), x, opts), x, opts, stream ())
        let dbn = DBN.setup [ 4; 3 ] x (options ()) |> DBN.train x (options ())
        [ for rbm in dbn.rbm -> rbm.W ] |> equals [ for rbm in expected.rbm -> rbm.W ]
        dbn.rbm[1].momentum |> equals 0.25

        let nn = dbn |> DBN.unfoldtonn 2
        List.ofSeq nn.size |> equals [ 6; 4; 3; 2 ]
        Array.ofSeq (nn.W[0].Column(0)) |> equals (Array.ofSeq (dbn.rbm[0].c.Column 0))

    [<Test>]
    member _.CnnTrain_Piped_GivesWhatTheToolboxGives() =
        use _ = alone ()
        let images = Array3.Create(8, 8, 20, fun i j k -> float ((i * 3 + j * 5 + k) % 7) / 7.0)
        let y = (Toolbox.eye 2)[*, [| for k in 0..19 -> k % 2 + 1 |]]

        let expected =
            let layers = cell [ Layer(``type`` = "i"); Layer(``type`` = "c", outputmaps = 2, kernelsize = 3); Layer(``type`` = "s", scale = 2) ]
            let net = Toolbox.cnnsetup (Cnn(layers = layers), images, y, stream ())
            Toolbox.cnntrain (net, images, y, opts, stream ())

        let cnn =
            use _ = RandStream.Use(stream ())
            CNN.setup [ Input; Convolution(2, 3); Subsampling 2 ] images y |> CNN.train images y (options ())

        cnn.ffW |> equals expected.ffW
        List.ofSeq cnn.rL |> equals (List.ofSeq expected.rL)
        let (CnnTested(er, bad)) = Toolbox.cnntest (expected, images, y)
        CNN.test images y cnn |> equals (er, bad)
        (CNN.ff images cnn).o |> equals (Toolbox.cnnff (expected, images)).o
