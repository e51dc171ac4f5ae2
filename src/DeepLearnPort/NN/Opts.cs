namespace DeepLearnPort;

/// <summary>The toolbox's <c>opts</c> struct, for every training function. A value, as in MATLAB.</summary>
public struct Opts
{
    /// <summary>Number of full sweeps through the data.</summary>
    public int numepochs;

    /// <summary>Samples in a minibatch; must divide the number of samples.</summary>
    public int batchsize;

    /// <summary>Fields that a MATLAB struct had besides these.</summary>
    public ExtraFields Extra;
}
