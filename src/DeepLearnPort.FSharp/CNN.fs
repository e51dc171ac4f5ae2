namespace DeepLearnPort.FSharp

open DeepLearnPort

/// A layer of a convolutional network.
type CnnLayer =
    /// The images themselves, "i": the first layer.
    | Input
    /// Convolution and sigmoid, "c".
    | Convolution of outputmaps: int * kernelsize: int
    /// Averages over squares, "s".
    | Subsampling of scale: int

/// Convolutional networks as values: every function takes the network last, so that it pipes, and gives a new one.
/// Inputs are h × w × m, targets c × m: samples in the last dimension.
[<RequireQualifiedAccess>]
module CNN =
    let private layer =
        function
        | Input -> Layer(``type`` = "i")
        | Convolution(outputmaps, kernelsize) -> Layer(``type`` = "c", outputmaps = outputmaps, kernelsize = kernelsize)
        | Subsampling scale -> Layer(``type`` = "s", scale = scale)

    /// A network for such inputs and targets with random weights from the ambient stream.
    let setup (layers: CnnLayer list) (x: Array3) (y: Mat) =
        Toolbox.cnnsetup (Cnn(layers = cell (List.map layer layers)), x, y)

    /// Feedforward pass.
    let ff (x: Array3) (cnn: Cnn) = Toolbox.cnnff (cnn, x)

    /// Trains; the smoothed loss of every minibatch is the network's rL.
    let train (x: Array3) (y: Mat) (options: Options) (cnn: Cnn) =
        Toolbox.cnntrain (cnn, x, y, options.Opts, options.Stream)

    /// The fraction of inputs that get the wrong class, and which ones, counted from 1.
    let test (x: Array3) (y: Mat) (cnn: Cnn) =
        let result = Toolbox.cnntest (cnn, x, y)
        result.er, result.bad
