namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Backpropagation: the gradients of the loss of the last <see cref="cnnff"/>.</summary>
    /// <param name="net">A network on which <see cref="cnnff"/> has been called.</param>
    /// <param name="y">Targets, c × m, one sample in each column.</param>
    /// <returns>
    /// The network with error, loss and deltas, and the mean gradients over the samples: <see cref="Layer.dk"/>,
    /// <see cref="Layer.db"/>, <see cref="Cnn.dffW"/> and <see cref="Cnn.dffb"/>.
    /// </returns>
    /// <remarks>
    /// Draws nothing. As in the original, convolutions and subsamplings must alternate (any of them may be first and last).
    /// Source: CNN/cnnbp.m; Bouvrie, Notes on convolutional neural networks, 2006.
    /// </remarks>
    /// <exception cref="ArgumentNullException">y is null.</exception>
    /// <exception cref="ArgumentException">
    /// No pass has been made, y or a field does not fit it, or two layers of a kind follow each other.
    /// </exception>
    public static Cnn cnnbp(Cnn net, [MatTakes(MatClasses.Logical)] Mat y)
    {
        ArgumentNullException.ThrowIfNull(y);
        if (net.o is null || net.layers.Length == 0 || net.layers[0].a.Length == 0 || net.layers[0].a[0].IsEmpty)
            throw new ArgumentException("cnn must come from cnnff: cnn.o or cnn.layers{1}.a{1} is missing", nameof(net));
        var (x, m) = (net.layers[0].a[0], net.layers[0].a[0].PageCount);
        var plan = new CnnPlan(net.layers, x.RowCount, x.ColumnCount, net.o.RowCount);
        plan.RequireSamples(m);
        plan.RequireAlternation();
        y = Require.Dense(y, nameof(y));
        Require.Rows(y, plan.Outputs, nameof(y), "outputs");
        Require.Columns(y, m, nameof(y), "samples of the last cnnff");

        var fields = new CnnFields(plan, net);
        var weights = CnnReading.WeightsBackward(plan, net);
        var (gradients, loss) = (new CnnParameters(plan), 0.0);
        CnnBatch.ForEachBatch(plan, m, (batch, first) =>
        {
            batch.ForEachPart(part =>
            {
                fields.Restore(part, first + part.First);
                part.SetTargets(y, first + part.First);
                part.Backward(weights);
                fields.KeepBackward(part, first + part.First);
            });
            batch.SumParts();
            TensorPrimitives.Add(gradients.Values, batch.Gradients.Values, gradients.Values);
            loss += batch.Loss;
        });
        TensorPrimitives.Divide(gradients.Values, m, gradients.Values);
        fields.WriteBackward(ref net, gradients, loss / m);
        return net;
    }
}
