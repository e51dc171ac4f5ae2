namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>The class of each sample: the output unit with the largest value.</summary>
    /// <param name="nn">The network.</param>
    /// <param name="x">Inputs, m × size[0], samples in rows.</param>
    /// <returns>m labels, counted from 1 as in MATLAB.</returns>
    /// <remarks>
    /// Draws nothing. Of equal outputs the first wins. With <c>nn.n</c> lowered after a pass the labels are those of the pass
    /// before, whose last layer <c>nn.a{end}</c> is, as in the original. Source: NN/nnpredict.m.
    /// </remarks>
    /// <exception cref="ArgumentException">A field is missing, or a shape does not fit.</exception>
    [return: MatForm(Column = true)]
    public static int[] nnpredict(Nn nn, [MatTakes(MatClasses.Logical | MatClasses.Single)] Mat x)
    {
        NnFields.Forward(ref nn, nameof(nn));
        NnFields.Prediction(ref nn, nameof(nn));
        return Labels(nn, NnFields.Inputs(nn, x, nameof(x)));
    }

    // max(nn.a{end},[],2), and nn.a{end} is not of this pass when nn.n has been lowered
    private static int[] Labels(in Nn nn, Mat x)
    {
        if (nn.a.Length > nn.n)
            return nn.a[^1].ColumnCount == 0 ? [] : nn.a[^1].MaxIndices();
        if (nn.Units(nn.n - 1) == 0)
            return []; // of a row without elements there is no largest
        var labels = new int[x.RowCount];
        using var workspace = new Workspace();
        ForEachPart(nn, x, null, (first, part) => part.a[^1].MaxIndices().CopyTo(labels, first), workspace);
        return labels;
    }
}
