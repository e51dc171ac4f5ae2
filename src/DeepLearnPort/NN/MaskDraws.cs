namespace DeepLearnPort;

/// <summary>
/// The random masks of a minibatch: in training of the noise on its input, then of dropout in each hidden layer, first to last.
/// </summary>
internal sealed class MaskDraws
{
    private readonly Nn _nn;
    private readonly Workspace _workspace;
    private readonly RandStream _stream;
    private int _rows;

    /// <param name="nn">The network.</param>
    /// <param name="workspace">Keeps the masks.</param>
    /// <param name="stream">Where they are drawn from.</param>
    public MaskDraws(in Nn nn, Workspace workspace, RandStream stream)
    {
        (_nn, _workspace, _stream) = (nn, workspace, stream);
        DrawNext = () => DrawTraining(_rows);
    }

    /// <summary>Draws for as many samples as the last time, on any thread once the minibatch is done with its masks.</summary>
    public Action DrawNext { get; }

    /// <summary>Draws what a minibatch of so many samples takes in training: only there is the input masked.</summary>
    public void DrawTraining(int rows)
    {
        _rows = rows;
        if (_nn.inputZeroMaskedFraction != 0)
            _stream.RandMask(_nn.inputZeroMaskedFraction, InputMask(_nn, _workspace, rows).Values());
        Draw(rows);
    }

    /// <summary>Draws what a pass over so many samples takes.</summary>
    public void Draw(int rows)
    {
        for (int i = 1; i < _nn.n - 1 && _nn.dropoutFraction > 0 && _nn.testing == 0; i++)
            _stream.RandMask(_nn.dropoutFraction, Mask(_nn, _workspace, i, rows).Values());
    }

    /// <summary>Where that of a hidden layer is.</summary>
    public static Mat Mask(in Nn nn, Workspace workspace, int layer, int rows) =>
        workspace.Take("dropOutMask", layer, rows, nn.Units(layer));

    /// <summary>Where that of the input is.</summary>
    public static Mat InputMask(in Nn nn, Workspace workspace, int rows) => workspace.Take("inputMask", 0, rows, nn.Units(0));
}
