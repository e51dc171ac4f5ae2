namespace DeepLearnPort;

/// <summary>
/// The toolbox's <c>opts</c> struct, for every training function. A value, as in MATLAB. A field that nothing was assigned to is
/// missing, as it is there: read, it is 0, but a function that needs it says that it is missing.
/// </summary>
public struct Opts
{
    /// <summary>Number of full sweeps through the data; 0 trains nothing.</summary>
    public int numepochs { readonly get => _numepochs ?? 0; set => _numepochs = value; }

    private int? _numepochs;

    /// <summary>Samples in a minibatch; must divide the number of samples unless <see cref="PartialBatch"/> is set.</summary>
    public int batchsize { readonly get => _batchsize ?? 0; set => _batchsize = value; }

    private int? _batchsize;

    /// <summary>Momentum of <see cref="Toolbox.dbnsetup"/>'s machines.</summary>
    public double momentum { readonly get => _momentum ?? 0; set => _momentum = value; }

    private double? _momentum;

    /// <summary>Learning rate of everything but <see cref="Nn"/>, which has its own.</summary>
    public double alpha { readonly get => _alpha ?? 0; set => _alpha = value; }

    private double? _alpha;

    /// <summary>1: <see cref="Toolbox.nntrain"/> draws the error curves, with <see cref="Toolbox.nnupdatefigures"/>, after each epoch.</summary>
    public int plot { readonly get => _plot ?? 0; set => _plot = value; }

    private int? _plot;

    /// <summary>Set by <see cref="Toolbox.nntrain"/>: 1 when it was given a validation set, else 0.</summary>
    public int validation { readonly get => _validation ?? 0; set => _validation = value; }

    private int? _validation;

    /// <summary>Minibatches that <see cref="Toolbox.caetrain"/> draws.</summary>
    public int rounds { readonly get => _rounds ?? 0; set => _rounds = value; }

    private int? _rounds;

    /// <summary>Rounds from one update of <see cref="Toolbox.caesdlm"/>'s second derivatives to the next.</summary>
    public int ddinterval { readonly get => _ddinterval ?? 0; set => _ddinterval = value; }

    private int? _ddinterval;

    /// <summary>What remains of the old second derivatives at an update, 0 to 1.</summary>
    public double ddhist { readonly get => _ddhist ?? 0; set => _ddhist = value; }

    private double? _ddhist;

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

    /// <summary>The fields that a function is going to read have been set.</summary>
    /// <exception cref="ArgumentException">One has not.</exception>
    internal readonly void Require(params ReadOnlySpan<string> fields)
    {
        foreach (string field in fields)
            if (!IsSet(field))
                throw new ArgumentException($"opts has no field {field} yet: set opts.{field}", "opts");
    }

    private readonly bool IsSet(string field) => field switch
    {
        nameof(numepochs) => _numepochs.HasValue,
        nameof(batchsize) => _batchsize.HasValue,
        nameof(momentum) => _momentum.HasValue,
        nameof(alpha) => _alpha.HasValue,
        nameof(rounds) => _rounds.HasValue,
        nameof(ddinterval) => _ddinterval.HasValue,
        nameof(ddhist) => _ddhist.HasValue,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "there is no such field that a function needs"),
    };
}
