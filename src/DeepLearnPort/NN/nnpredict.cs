namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The class of each sample: the output unit with the largest value.</summary>
    /// <param name="nn">The network.</param>
    /// <param name="x">Inputs, m × size[0], samples in rows.</param>
    /// <returns>m labels, counted from 1 as in MATLAB.</returns>
    /// <remarks>Draws nothing. Of equal outputs the first wins. Source: NN/nnpredict.m.</remarks>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    [return: MatForm(Column = true)]
    public static int[] nnpredict(Nn nn, Mat x)
    {
        Require.Network(nn);
        Require.Columns(x, nn.size[0], nameof(x), "units of the first layer");

        var labels = new int[x.RowCount];
        using var workspace = new Workspace();
        ForEachPart(nn, x, null, (first, part) => part.a[^1].MaxIndices().CopyTo(labels, first), workspace);
        return labels;
    }
}
