namespace DeepLearnPort.FSharp

open System
open DeepLearnPort

/// A matrix of doubles, samples in rows.
type Mat = MathNet.Numerics.LinearAlgebra.Matrix<float>

/// What the units of the hidden layers compute.
type Activation =
    /// The logistic function, "sigm".
    | Sigm
    /// The scaled hyperbolic tangent, "tanh_opt"; the toolbox's default.
    | TanhOpt

/// What the units of the last layer compute, and with it the loss.
[<RequireQualifiedAccess>]
type Output =
    /// The logistic function, "sigm", with squared error; the toolbox's default.
    | Sigm
    /// The weighted sum itself, "linear", with squared error.
    | Linear
    /// Probabilities, "softmax", with cross-entropy.
    | Softmax

/// How to train: `{ Options.Default with numepochs = 5 }`.
type Options =
    {
        /// Number of full sweeps through the data, default 1.
        numepochs: int
        /// Samples in a minibatch, default 100; must divide the number of samples unless partialBatch is set.
        batchsize: int
        /// Whether the last minibatch of an epoch may be smaller, default false.
        partialBatch: bool
        /// Learning rate of DBN and CNN, default 1; NN and the autoencoders of SAE have their own.
        alpha: float
        /// Momentum of DBN, default 0; NN and the autoencoders of SAE have their own.
        momentum: float
        /// Inputs and targets that each epoch is judged by as well, default none.
        validation: (Mat * Mat) option
        /// PNG file that the curves of NN are drawn to after each epoch, default none.
        plot: string option
        /// Where random numbers are drawn from, default the ambient stream.
        stream: RandStream option
    }

    /// One epoch in minibatches of 100, as the toolbox's examples train.
    static member Default =
        { numepochs = 1
          batchsize = 100
          partialBatch = false
          alpha = 1.0
          momentum = 0.0
          validation = None
          plot = None
          stream = None }

    /// The same as the struct that the C# functions take.
    member internal this.Opts =
        Opts(
            numepochs = this.numepochs,
            batchsize = this.batchsize,
            PartialBatch = this.partialBatch,
            alpha = this.alpha,
            momentum = this.momentum,
            plot = (if this.plot.IsSome then 1 else 0),
            PlotFile = Option.toObj this.plot
        )

    member internal this.Stream = defaultArg this.stream RandStream.Global

[<AutoOpen>]
module Cells =
    /// A MATLAB cell of these elements, `cell [ a; b ]`.
    let cell (items: 'T seq) = Cell<'T>(ReadOnlySpan(Seq.toArray items))

/// The names that unions have in the structs.
module internal Names =
    let activation =
        function
        | Sigm -> "sigm"
        | TanhOpt -> "tanh_opt"

    let ofActivation =
        function
        | "sigm" -> Sigm
        | "tanh_opt" -> TanhOpt
        | name -> invalidArg "nn" $"activation_function must be \"sigm\" or \"tanh_opt\"; was \"{name}\""

    let output =
        function
        | Output.Sigm -> "sigm"
        | Output.Linear -> "linear"
        | Output.Softmax -> "softmax"

    let ofOutput =
        function
        | "sigm" -> Output.Sigm
        | "linear" -> Output.Linear
        | "softmax" -> Output.Softmax
        | name -> invalidArg "nn" $"output must be \"sigm\", \"linear\" or \"softmax\"; was \"{name}\""
