namespace DeepLearnPort;

/// <summary>The toolbox's <c>cae</c> struct: a convolutional autoencoder, and what the last passes left in it. A value, as in MATLAB.</summary>
/// <remarks>
/// Samples are in the first dimension here, unlike in <see cref="Cnn"/>: arrays are n × h × w. Before
/// <see cref="Toolbox.scaesetup"/> the user sets the fields up to <see cref="noise"/>. Source: CAE/scaesetup.m, CAE/caetrain.m.
/// </remarks>
public struct Cae
{
    /// <summary>How many maps the encoder makes. Set by the user, as all up to <see cref="noise"/>.</summary>
    public int outputmaps;

    /// <summary>Size of the encoder's kernels, three numbers: samples, rows, columns. With 1 sample it encodes images, with n it predicts the image n further on.</summary>
    public Cell<int> inputkernel;

    /// <summary>Size of the decoder's kernels, three numbers.</summary>
    public Cell<int> outputkernel;

    /// <summary>Size of the blocks of which only the largest activation stays, three numbers; [1, 1, 1]: all stay.</summary>
    public Cell<int> scale;

    /// <summary>Set by the user and not used.</summary>
    public double sigma;

    /// <summary>Set by the user and not used.</summary>
    public double momentum;

    /// <summary>Fraction of the inputs set to zero in training.</summary>
    public double noise;

    /// <summary>Which activations, by their number from 1, make a block: blocks in a sample group × numbers in a block × blocks. From <see cref="Toolbox.scaesetup"/>, as all up to <see cref="edgemask"/>.</summary>
    public Array3 M;

    /// <summary>Activations: a[j] is (n + kernel - 1) in each dimension.</summary>
    public Cell<Array3> a;

    /// <summary>The encoder's kernels: ik[i][j] takes input i to activation j.</summary>
    public Cell<Cell<Array3>> ik;

    /// <summary>The decoder's kernels: ok[i][j] takes activation j to output i.</summary>
    public Cell<Cell<Array3>> ok;

    /// <summary>The last change of <see cref="ik"/>.</summary>
    public Cell<Cell<Array3>> vik;

    /// <summary>The last change of <see cref="ok"/>.</summary>
    public Cell<Cell<Array3>> vok;

    /// <summary>The encoder's biases.</summary>
    [MatForm(CellArray = true)]
    public Cell<double> b;

    /// <summary>Their last change.</summary>
    [MatForm(CellArray = true)]
    public Cell<double> vb;

    /// <summary>Learning rate.</summary>
    public double alpha { readonly get => _alpha ?? 0; set => _alpha = value; }

    private double? _alpha;

    /// <summary>Inputs of the last pass: i[1] is n × h × w.</summary>
    [MatForm(Column = true)]
    public Cell<Array3> i;

    /// <summary>Outputs of the last pass, shaped as the inputs.</summary>
    [MatForm(Column = true)]
    public Cell<Array3> o;

    /// <summary>The decoder's biases.</summary>
    [MatForm(CellArray = true)]
    public Cell<double> c;

    /// <summary>Their last change.</summary>
    [MatForm(CellArray = true)]
    public Cell<double> vc;

    /// <summary>1 where an output counts, 0 at the edges that the decoder's kernel does not reach whole; n × h × w.</summary>
    public Array3 edgemask;

    /// <summary>Loss of the first round, then of each. From <see cref="Toolbox.caetrain"/>.</summary>
    public Cell<double> rL;

    /// <summary>Loss of the last pass: ½·Σe²/n. From <see cref="Toolbox.caebp"/>, as all up to <see cref="dik"/>.</summary>
    [MatForm(With = nameof(e))]
    public double L;

    /// <summary>Error of the outputs.</summary>
    public Cell<Array3> e;

    /// <summary>Delta of the outputs.</summary>
    public Cell<Array3> od;

    /// <summary>Gradients of <see cref="c"/>.</summary>
    [MatForm(CellArray = true)]
    public Cell<double> dc;

    /// <summary>Delta of the activations.</summary>
    public Cell<Array3> ad;

    /// <summary>Gradients of <see cref="b"/>.</summary>
    [MatForm(CellArray = true)]
    public Cell<double> db;

    /// <summary>Gradients of <see cref="ok"/>.</summary>
    public Cell<Cell<Array3>> dok;

    /// <summary>Gradients of <see cref="ik"/>.</summary>
    public Cell<Cell<Array3>> dik;

    /// <summary>Second derivatives, as the fields without the second d: of the outputs. From <see cref="Toolbox.caebbp"/>, as all up to <see cref="ddik"/>.</summary>
    public Cell<Array3> odd;

    /// <summary>Of <see cref="c"/>.</summary>
    [MatForm(CellArray = true)]
    public Cell<double> ddc;

    /// <summary>Of the activations.</summary>
    public Cell<Array3> add;

    /// <summary>Of <see cref="b"/>.</summary>
    [MatForm(CellArray = true)]
    public Cell<double> ddb;

    /// <summary>Of <see cref="ok"/>.</summary>
    public Cell<Cell<Array3>> ddok;

    /// <summary>Of <see cref="ik"/>.</summary>
    public Cell<Cell<Array3>> ddik;

    /// <summary>Sum of the squares of the last changes. From <see cref="Toolbox.caeapplygrads"/>.</summary>
    public double sv { readonly get => _sv ?? 0; set => _sv = value; }

    private double? _sv;

    /// <summary>Fields that a MATLAB struct had besides these.</summary>
    public ExtraFields Extra;
}
