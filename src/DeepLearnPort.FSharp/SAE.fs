namespace DeepLearnPort.FSharp

open DeepLearnPort

/// Stacked autoencoders as values: every function takes the stack last, so that it pipes, and gives a new one.
[<RequireQualifiedAccess>]
module SAE =
    /// A stack with random weights from the ambient stream, `SAE.setup [784; 100]`: one autoencoder for each hidden layer.
    let setup (layers: int list) = Toolbox.saesetup layers

    /// A stack with random weights from the given stream.
    let setupFrom (stream: RandStream) (layers: int list) = Toolbox.saesetup (layers, stream)

    /// Changes every autoencoder, `SAE.map (NN.withActivation Sigm >> NN.withLearningRate 1.0)`.
    let map (change: Nn -> Nn) (sae: Sae) =
        let mutable sae = sae
        sae.ae <- cell (Seq.map change sae.ae)
        sae

    /// Trains the autoencoders, each on what the one before makes of the inputs.
    let train (x: Mat) (options: Options) (sae: Sae) =
        Toolbox.saetrain (sae, x, options.Opts, options.Stream)

    /// The weights that the first layers of a network may start from.
    let weights (sae: Sae) = [ for ae in sae.ae -> ae.W[0] ]
