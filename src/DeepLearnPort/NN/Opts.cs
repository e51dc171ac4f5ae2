namespace DeepLearnPort;

/// <summary>The toolbox's <c>opts</c> struct, for every training function. A value, as in MATLAB.</summary>
public struct Opts
{
    /// <summary>Number of full sweeps through the data.</summary>
    public int numepochs;

    /// <summary>Samples in a minibatch; must divide the number of samples unless <see cref="PartialBatch"/> is set.</summary>
    public int batchsize;

    /// <summary>Momentum of <see cref="Toolbox.dbnsetup"/>'s machines.</summary>
    [MatForm(WhenSet = true)]
    public double momentum;

    /// <summary>Learning rate of everything but <see cref="Nn"/>, which has its own.</summary>
    [MatForm(WhenSet = true)]
    public double alpha;

    /// <summary>1: <see cref="Toolbox.nntrain"/> draws the error curves, with <see cref="Toolbox.nnupdatefigures"/>, after each epoch.</summary>
    [MatForm(WhenSet = true)]
    public int plot;

    /// <summary>Set by <see cref="Toolbox.nntrain"/>: 1 when it was given a validation set, else 0.</summary>
    [MatForm(WhenSet = true)]
    public int validation;

    /// <summary>Minibatches that <see cref="Toolbox.caetrain"/> draws.</summary>
    [MatForm(WhenSet = true)]
    public int rounds;

    /// <summary>Rounds from one update of <see cref="Toolbox.caesdlm"/>'s second derivatives to the next.</summary>
    [MatForm(WhenSet = true)]
    public int ddinterval;

    /// <summary>What remains of the old second derivatives at an update, 0 to 1.</summary>
    [MatForm(WhenSet = true)]
    public double ddhist;

    /// <summary>
    /// Lets the last minibatch of an epoch have fewer samples than the others where <see cref="batchsize"/> does not divide their
    /// number. Off by default: then such a size is an error, as in the original.
    /// </summary>
    [MatForm(NotInMatlab = true)]
    public bool PartialBatch;

    /// <summary>Where <see cref="plot"/> draws to: a PNG, <c>nntrain.png</c> in the working folder when left out.</summary>
    [MatForm(NotInMatlab = true)]
    public string? PlotFile;

    /// <summary>Fields that a MATLAB struct had besides these.</summary>
    public ExtraFields Extra;
}
