namespace DeepLearnPort;

/// <summary>The toolbox's <c>loss</c> struct: one value per epoch, see <see cref="Toolbox.nneval"/>.</summary>
public struct Loss
{
    /// <summary>On the training set.</summary>
    public LossCurve train;

    /// <summary>On the validation set, if there is one.</summary>
    public LossCurve val;

    /// <summary>Fields that a MATLAB struct had besides these.</summary>
    public ExtraFields Extra;
}

/// <summary>Loss and misclassification rate of each epoch.</summary>
public struct LossCurve
{
    /// <summary>Full-batch loss <see cref="Nn.L"/> after each epoch.</summary>
    [MatForm(Always = true, Grows = true)]
    public Cell<double> e;

    /// <summary>Fraction of misclassified samples after each epoch; filled for softmax output only.</summary>
    [MatForm(Always = true, Grows = true)]
    public Cell<double> e_frac;

    /// <summary>Fields that a MATLAB struct had besides these.</summary>
    public ExtraFields Extra;
}
