namespace DeepLearnPort.FSharp

open DeepLearnPort

/// Deep belief networks as values: every function takes the network last, so that it pipes, and gives a new one.
[<RequireQualifiedAccess>]
module DBN =
    /// A network for inputs such as x with hidden layers of these sizes, weights zero: `DBN.setup [100; 100] x options`.
    /// Its learning rate and momentum are those of the options.
    let setup (sizes: int list) (x: Mat) (options: Options) =
        Toolbox.dbnsetup (Dbn(sizes = cell sizes), x, options.Opts)

    /// Trains the machines, each on what the one before makes of the inputs.
    let train (x: Mat) (options: Options) (dbn: Dbn) =
        Toolbox.dbntrain (dbn, x, options.Opts, options.Stream)

    /// A feedforward network with the weights of this one, and as many outputs as asked for on top, weights random.
    let unfoldtonn (outputs: int) (dbn: Dbn) = Toolbox.dbnunfoldtonn (dbn, outputs)
