namespace DeepLearnPort.FSharp

open DeepLearnPort

/// Feedforward networks as values: every function takes the network last, so that it pipes, and gives a new one.
[<RequireQualifiedAccess>]
module NN =
    /// A network with random weights from the ambient stream, `NN.setup [784; 100; 10]`.
    let setup (layers: int list) = Toolbox.nnsetup layers

    /// A network with random weights from the given stream.
    let setupFrom (stream: RandStream) (layers: int list) = Toolbox.nnsetup (layers, stream)

    /// Sets what the hidden layers compute.
    let withActivation activation (nn: Nn) =
        let mutable nn = nn
        nn.activation_function <- Names.activation activation
        nn

    /// Sets what the last layer computes.
    let withOutput output (nn: Nn) =
        let mutable nn = nn
        nn.output <- Names.output output
        nn

    /// Sets the learning rate.
    let withLearningRate value (nn: Nn) =
        let mutable nn = nn
        nn.learningRate <- value
        nn

    /// Sets the factor on the learning rate after each epoch.
    let withScalingLearningRate value (nn: Nn) =
        let mutable nn = nn
        nn.scaling_learningRate <- value
        nn

    /// Sets the momentum.
    let withMomentum value (nn: Nn) =
        let mutable nn = nn
        nn.momentum <- value
        nn

    /// Sets the L2 penalty on the weights.
    let withWeightPenaltyL2 value (nn: Nn) =
        let mutable nn = nn
        nn.weightPenaltyL2 <- value
        nn

    /// Sets the weight of the sparsity term.
    let withNonSparsityPenalty value (nn: Nn) =
        let mutable nn = nn
        nn.nonSparsityPenalty <- value
        nn

    /// Sets the mean activation that the sparsity term pulls to.
    let withSparsityTarget value (nn: Nn) =
        let mutable nn = nn
        nn.sparsityTarget <- value
        nn

    /// Sets the fraction of inputs set to zero in training.
    let withInputZeroMaskedFraction value (nn: Nn) =
        let mutable nn = nn
        nn.inputZeroMaskedFraction <- value
        nn

    /// Sets the fraction of hidden units dropped in training.
    let withDropoutFraction value (nn: Nn) =
        let mutable nn = nn
        nn.dropoutFraction <- value
        nn

    /// Sets the weights of one layer, counted from 0: size[layer + 1] × (size[layer] + 1).
    let withWeights layer weights (nn: Nn) =
        let mutable nn = nn
        nn.W[layer] <- weights
        nn

    /// Takes as many weights as the network has from the beginning of another: a generator from the stack it was trained in.
    let withFirstWeightsOf (other: Nn) (nn: Nn) =
        (nn, Seq.indexed (Seq.truncate nn.W.Length other.W))
        ||> Seq.fold (fun nn (layer, weights) -> withWeights layer weights nn)

    /// Takes all weights of another network as its last ones: a stack from the discriminator at its end.
    let withLastWeightsOf (other: Nn) (nn: Nn) =
        let first = nn.W.Length - other.W.Length

        (nn, Seq.indexed other.W)
        ||> Seq.fold (fun nn (layer, weights) -> withWeights (first + layer) weights nn)

    /// What the hidden layers compute.
    let activation (nn: Nn) = Names.ofActivation nn.activation_function

    /// What the last layer computes.
    let output (nn: Nn) = Names.ofOutput nn.output

    /// Feedforward pass: activations, error and loss.
    let ff (x: Mat) (y: Mat) nn = Toolbox.nnff (nn, x, y)

    /// Backpropagation: the gradients of the pass before.
    let bp nn = Toolbox.nnbp nn

    /// One step down the gradients.
    let applygrads nn = Toolbox.nnapplygrads nn

    /// Trains; gives the network and the loss of every minibatch.
    let train (x: Mat) (y: Mat) (options: Options) nn =
        let result =
            match options.validation with
            | Some(val_x, val_y) -> Toolbox.nntrain (nn, x, y, options.Opts, val_x, val_y, options.Stream)
            | None -> Toolbox.nntrain (nn, x, y, options.Opts, stream = options.Stream)

        result.nn, result.L

    /// The outputs of the last layer for inputs in rows, without dropout.
    let run (x: Mat) (nn: Nn) : Mat =
        let mutable nn = nn
        nn.testing <- 1.0
        let nn = nn |> ff x (Toolbox.zeros (x.RowCount, Seq.last nn.size))
        Seq.last nn.a

    /// The class of each input, counted from 1.
    let predict (x: Mat) nn = Toolbox.nnpredict (nn, x)

    /// The fraction of inputs that get the wrong class, and which ones, counted from 1.
    let test (x: Mat) (y: Mat) nn =
        let result = Toolbox.nntest (nn, x, y)
        result.er, result.bad
