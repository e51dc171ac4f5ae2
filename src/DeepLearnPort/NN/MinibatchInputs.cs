namespace DeepLearnPort;

/// <summary>
/// The inputs <c>[ones x(rows,:)]</c> of an epoch's minibatches, several made in one pass over x: each column is read once
/// for all of them, where a minibatch alone would fetch a cache line for every number.
/// </summary>
internal sealed class MinibatchInputs(Mat x, Opts opts) : IDisposable
{
    private const int ColumnsPerTask = 16;

    private readonly Mat[] _inputs = new Mat[16];
    private readonly Workspace _workspace = new();

    /// <summary>The input of a minibatch, good until some others have been asked for; those of an epoch must be asked for in order.</summary>
    /// <param name="kk">The epoch's permutation, from 1.</param>
    /// <param name="l">Which minibatch, from 0.</param>
    /// <param name="numbatches">How many the epoch has.</param>
    public Mat Get(int[] kk, int l, int numbatches)
    {
        int slot = l % _inputs.Length;
        if (slot == 0)
            Gather(kk, l, Math.Min(_inputs.Length, numbatches - l));
        return _inputs[slot];
    }

    /// <summary>Leaves the inputs to later calls.</summary>
    public void Dispose() => _workspace.Dispose();

    private void Gather(int[] kk, int first, int count)
    {
        for (int batch = 0; batch < count; batch++)
        {
            int rows = Minibatches.Samples(kk, opts, first + batch).Length;
            _inputs[batch] = _workspace.Take("input", batch, rows, x.ColumnCount + 1);
            _inputs[batch].Values().AsSpan(0, rows).Fill(1);
        }
        Loop<(MinibatchInputs Me, int[] Kk, int First, int Count)>.Run(x.ColumnCount, ColumnsPerTask, (this, kk, first, count),
            static (s, from, to) => s.Me.GatherColumns(s.Kk, s.First, s.Count, from, to));
    }

    private void GatherColumns(int[] kk, int first, int count, int from, int to)
    {
        var values = x.Values();
        for (int j = from; j < to; j++)
            for (int batch = 0; batch < count; batch++)
            {
                var rows = Minibatches.Samples(kk, opts, first + batch);
                MatrixValues.Gather(values.AsSpan(j * x.RowCount, x.RowCount), rows, _inputs[batch].Values().AsSpan((j + 1) * rows.Length, rows.Length));
            }
    }
}
