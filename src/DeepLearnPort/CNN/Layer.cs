namespace DeepLearnPort;

/// <summary>One layer of a <see cref="Cnn"/>. A value, as in MATLAB. Source: CNN/cnnsetup.m, CNN/cnnff.m, CNN/cnnbp.m.</summary>
public struct Layer
{
    /// <summary><c>"i"</c>: the input; <c>"c"</c>: convolution and sigmoid; <c>"s"</c>: averages over squares (subsampling).</summary>
    public string type;

    /// <summary>Of a convolution: how many maps come out.</summary>
    public int outputmaps { readonly get => _outputmaps ?? 0; set => _outputmaps = value; }

    private int? _outputmaps;

    /// <summary>Of a convolution: rows and columns of a kernel.</summary>
    public int kernelsize { readonly get => _kernelsize ?? 0; set => _kernelsize = value; }

    private int? _kernelsize;

    /// <summary>Of a subsampling: rows and columns of a square.</summary>
    public int scale { readonly get => _scale ?? 0; set => _scale = value; }

    private int? _scale;

    /// <summary>Kernels: k[i][j], kernelsize × kernelsize, takes input map i to output map j.</summary>
    public Cell<Cell<Mat>> k;

    /// <summary>Bias of each map (0 for a subsampling, and not used there).</summary>
    [MatForm(CellArray = true)]
    public Cell<double> b;

    /// <summary>Maps of the last pass: a[j] is h × w × m.</summary>
    public Cell<Array3> a;

    /// <summary>Their deltas, from <see cref="Toolbox.cnnbp"/>.</summary>
    public Cell<Array3> d;

    /// <summary>Gradients of <see cref="k"/>, mean over the samples.</summary>
    public Cell<Cell<Mat>> dk;

    /// <summary>Gradients of <see cref="b"/>.</summary>
    [MatForm(CellArray = true)]
    public Cell<double> db;

    /// <summary>Fields that a MATLAB struct had besides these.</summary>
    public ExtraFields Extra;
}
