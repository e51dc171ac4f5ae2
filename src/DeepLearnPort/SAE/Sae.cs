namespace DeepLearnPort;

/// <summary>The toolbox's <c>sae</c> struct: stacked autoencoders. A value, as in MATLAB. Source: SAE/saesetup.m.</summary>
public struct Sae
{
    /// <summary>
    /// One network size[u] – size[u+1] – size[u] for each hidden layer; <c>sae.ae.at(0).learningRate = 1;</c> sets it up.
    /// </summary>
    public Cell<Nn> ae;

    /// <summary>Fields that a MATLAB struct had besides these.</summary>
    public ExtraFields Extra;
}
