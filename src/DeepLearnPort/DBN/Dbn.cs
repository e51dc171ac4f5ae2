namespace DeepLearnPort;

/// <summary>
/// The toolbox's <c>dbn</c> struct: a deep belief network, restricted Boltzmann machines on top of each other. A value, as in MATLAB.
/// Source: DBN/dbnsetup.m.
/// </summary>
public struct Dbn
{
    /// <summary>Units in each layer: the hidden ones before <see cref="Toolbox.dbnsetup"/>, which puts the visible ones in front.</summary>
    public Cell<int> sizes;

    /// <summary>The machines: rbm[u] has sizes[u] visible and sizes[u+1] hidden units.</summary>
    public Cell<Rbm> rbm;

    /// <summary>Fields that a MATLAB struct had besides these.</summary>
    public ExtraFields Extra;
}

/// <summary>A restricted Boltzmann machine of n visible and h hidden units. A value, as in MATLAB. Source: DBN/dbnsetup.m.</summary>
public struct Rbm
{
    /// <summary>Learning rate.</summary>
    public double alpha { readonly get => _alpha ?? 0; set => _alpha = value; }

    private double? _alpha;

    /// <summary>Momentum.</summary>
    public double momentum { readonly get => _momentum ?? 0; set => _momentum = value; }

    private double? _momentum;

    /// <summary>Weights, h × n.</summary>
    public Mat W;

    /// <summary>Momentum of the weights, h × n.</summary>
    public Mat vW;

    /// <summary>Bias of the visible units, n × 1.</summary>
    public Mat b;

    /// <summary>Momentum of b, n × 1.</summary>
    public Mat vb;

    /// <summary>Bias of the hidden units, h × 1.</summary>
    public Mat c;

    /// <summary>Momentum of c, h × 1.</summary>
    public Mat vc;

    /// <summary>Fields that a MATLAB struct had besides these.</summary>
    public ExtraFields Extra;
}
