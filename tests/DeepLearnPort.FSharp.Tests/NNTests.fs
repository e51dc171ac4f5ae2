namespace DeepLearnPort.FSharp.Tests

open System
open System.IO
open System.Reflection
open NUnit.Framework
open DeepLearnPort
open DeepLearnPort.FSharp

[<TestFixture>]
type NNTests() =
    let stream () = OctaveStream 7.0
    let x = Toolbox.rand (20, 3, stream ())
    let y = Toolbox.rand (20, 2, stream ())
    let options = { Options.Default with numepochs = 2; batchsize = 5 }

    [<Test>]
    member _.Train_AtTheEndOfAPipe_GivesWhatTheToolboxGives() =
        use _ = alone ()
        let mutable expected = Toolbox.nnsetup ([ 3; 4; 2 ], stream ())
        expected.activation_function <- "sigm"
        expected.output <- "softmax"
        expected.learningRate <- 0.5
        expected.momentum <- 0.25
        expected.scaling_learningRate <- 0.9
        expected.weightPenaltyL2 <- 1e-3
        expected.nonSparsityPenalty <- 0.01
        expected.sparsityTarget <- 0.1
        expected.inputZeroMaskedFraction <- 0.2
        expected.dropoutFraction <- 0.3
        let result = Toolbox.nntrain (expected, x, y, Opts(numepochs = 2, batchsize = 5), stream = stream ())

        let nn, L =
            NN.setupFrom (stream ()) [ 3; 4; 2 ]
            |> NN.withActivation Sigm
            |> NN.withOutput Output.Softmax
            |> NN.withLearningRate 0.5
            |> NN.withMomentum 0.25
            |> NN.withScalingLearningRate 0.9
            |> NN.withWeightPenaltyL2 1e-3
            |> NN.withNonSparsityPenalty 0.01
            |> NN.withSparsityTarget 0.1
            |> NN.withInputZeroMaskedFraction 0.2
            |> NN.withDropoutFraction 0.3
            |> NN.train x y { options with stream = Some(stream ()) }

        Assert.Multiple(fun () ->
            L |> equals result.L
            nn.W |> equals result.nn.W
            nn.learningRate |> equals result.nn.learningRate
            NN.predict x nn |> equals (Toolbox.nnpredict (result.nn, x))
            NN.test x y nn |> snd |> equals (Toolbox.nntest(result.nn, x, y).bad))

    [<Test>]
    member _.Train_WithValidation_WritesBothErrors() =
        use _ = alone ()
        Display.Writer <- new StringWriter()
        NN.setup [ 3; 2 ] |> NN.train x y { options with validation = Some(x, y) } |> ignore
        Assert.That(string Display.Writer, Does.Contain "val mse")

    [<Test>]
    member _.Train_WithPlot_DrawsTheCurves() =
        use _ = alone ()
        let file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.png")
        use _ = { new IDisposable with member _.Dispose() = File.Delete file }
        NN.setup [ 3; 2 ] |> NN.train x y { options with plot = Some file } |> ignore
        File.Exists file |> equals true

    [<Test>]
    member _.Face_Members_TakeNoDelegates() =
        let functions =
            [ for t in typeof<Options>.Assembly.GetExportedTypes() do
                  for m in t.GetMethods(BindingFlags.Public ||| BindingFlags.Static ||| BindingFlags.DeclaredOnly) -> m ]

        functions |> List.exists (fun m -> m.Name = "train") |> equals true

        [ for m in functions do
              for p in m.GetParameters() do
                  if typeof<Delegate>.IsAssignableFrom p.ParameterType then
                      $"{m.DeclaringType}.{m.Name}" ]
        |> equals []

    [<Test>]
    member _.Train_OfANetwork_LeavesItAsItWas() =
        use _ = alone ()
        let nn = NN.setupFrom (stream ()) [ 3; 4; 2 ]
        let before = [ for W in nn.W -> W.Clone() ]
        let trained, _ = NN.train x y options nn
        List.ofSeq nn.W |> equals before
        Assert.That(trained.W[0], Is.Not.EqualTo(box before[0]))

    [<Test>]
    member _.FfBpApplygrads_Piped_TakeOneStep() =
        use _ = alone ()
        let step = NN.setupFrom (stream ()) [ 3; 4; 2 ] |> NN.ff x y |> NN.bp |> NN.applygrads
        let expected = Toolbox.nnapplygrads (Toolbox.nnbp (Toolbox.nnff (Toolbox.nnsetup ([ 3; 4; 2 ], stream ()), x, y)))
        step.W |> equals expected.W

    [<Test>]
    member _.Run_WithDropout_ScalesInsteadOfDropping() =
        use _ = alone ()
        let nn = NN.setupFrom (stream ()) [ 3; 4; 2 ] |> NN.withDropoutFraction 0.5
        NN.run x nn |> equals (NN.run x nn)
        nn.testing |> equals 0.0

    [<Test>]
    member _.SharedWeights_FirstAndLast_AreThoseOfTheOther() =
        use _ = alone ()
        let stack = NN.setup [ 5; 4; 3; 1 ]
        let generator = NN.setup [ 5; 4 ] |> NN.withFirstWeightsOf stack
        let discriminator = NN.setup [ 4; 3; 1 ]
        let shared = stack |> NN.withLastWeightsOf discriminator

        Assert.Multiple(fun () ->
            List.ofSeq generator.W |> equals [ stack.W[0] ]
            List.ofSeq shared.W |> equals [ stack.W[0]; discriminator.W[0]; discriminator.W[1] ])

    [<Test>]
    member _.Unions_SetAndReadBack_AreTheSame() =
        use _ = alone ()
        for activation in [ Sigm; TanhOpt ] do
            NN.setup [ 2; 1 ] |> NN.withActivation activation |> NN.activation |> equals activation

        for output in [ Output.Sigm; Output.Linear; Output.Softmax ] do
            NN.setup [ 2; 1 ] |> NN.withOutput output |> NN.output |> equals output

    [<Test>]
    member _.Unions_OfAnUnknownName_SayWhichThereAre() =
        use _ = alone ()
        let mutable nn = NN.setup [ 2; 1 ]
        nn.output <- "relu"
        nn.activation_function <- "relu"
        let nn = nn

        throws<ArgumentException> "output must be \"sigm\", \"linear\" or \"softmax\"; was \"relu\"" (fun () ->
            NN.output nn |> ignore)

        throws<ArgumentException> "activation_function must be \"sigm\" or \"tanh_opt\"; was \"relu\"" (fun () ->
            NN.activation nn |> ignore)
