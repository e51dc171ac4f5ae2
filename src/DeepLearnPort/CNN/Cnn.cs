namespace DeepLearnPort;

/// <summary>
/// The toolbox's <c>cnn</c> struct: a convolutional network, and what the last passes left in it. A value, as in MATLAB.
/// </summary>
/// <remarks>
/// Samples are in the last dimension: inputs h × w × m, targets c × m for c classes. The maps of the last layer, f numbers
/// altogether, are fully connected to the c outputs. Written as in MATLAB:
/// <c>cnn.layers = [new() { type = "i" }, new() { type = "c", outputmaps = 6, kernelsize = 5 }, new() { type = "s", scale = 2 }];</c>
/// Source: CNN/cnnsetup.m.
/// </remarks>
public struct Cnn
{
    /// <summary>The layers, the input first.</summary>
    [MatForm(Column = true)]
    public Cell<Layer> layers;

    /// <summary>Bias of the outputs, c × 1. Null before <see cref="Toolbox.cnnsetup"/>.</summary>
    public Mat ffb;

    /// <summary>Weights from the last layer's maps to the outputs, c × f.</summary>
    public Mat ffW;

    /// <summary>Smoothed loss: that of the first minibatch, then a value for each minibatch. From <see cref="Toolbox.cnntrain"/>.</summary>
    public Cell<double> rL;

    /// <summary>The last layer's maps of the last pass, one sample in each column, f × m.</summary>
    public Mat fv;

    /// <summary>Outputs of the last pass, c × m.</summary>
    public Mat o;

    /// <summary>Their error, o - y, c × m. From <see cref="Toolbox.cnnbp"/>, as all that follow.</summary>
    public Mat e;

    /// <summary>Loss: ½·Σe²/m.</summary>
    [MatForm(With = nameof(e))]
    public double L;

    /// <summary>Delta of the outputs, c × m.</summary>
    public Mat od;

    /// <summary>Delta of <see cref="fv"/>, f × m.</summary>
    public Mat fvd;

    /// <summary>Gradient of <see cref="ffW"/>, c × f, mean over the samples.</summary>
    public Mat dffW;

    /// <summary>Gradient of <see cref="ffb"/>, c × 1.</summary>
    public Mat dffb;

    /// <summary>Fields that a MATLAB struct had besides these.</summary>
    public ExtraFields Extra;
}
