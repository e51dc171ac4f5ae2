namespace DeepLearnPort;

/// <summary>
/// The inputs <c>[ones x(rows,:)]</c> of an epoch's minibatches, several made in one pass over x: each column is read once
/// for all of them, where a minibatch alone would fetch a cache line for every number.
/// </summary>
internal sealed class MinibatchInputs(Mat x, Opts opts)
{
    private readonly Mat[] _inputs = new Mat[16];

    /// <summary>The input of a minibatch; those of an epoch must be asked for in order.</summary>
    /// <param name="kk">The epoch's permutation, from 1.</param>
    /// <param name="l">Which minibatch, from 0.</param>
    /// <param name="numbatches">How many the epoch has.</param>
    /// <param name="workspace">Holds the matrices.</param>
    public Mat Get(int[] kk, int l, int numbatches, Workspace workspace)
    {
        int slot = l % _inputs.Length;
        if (slot == 0)
            Gather(kk, l, Math.Min(_inputs.Length, numbatches - l), workspace);
        return _inputs[slot];
    }

    private void Gather(int[] kk, int first, int count, Workspace workspace)
    {
        for (int batch = 0; batch < count; batch++)
        {
            int rows = Minibatches.Samples(kk, opts, first + batch).Length;
            _inputs[batch] = workspace.Take("input", batch, rows, x.ColumnCount + 1);
            _inputs[batch].Values().AsSpan(0, rows).Fill(1);
        }
        for (int j = 0; j < x.ColumnCount; j++)
        {
            var column = x.Values().AsSpan(j * x.RowCount, x.RowCount);
            for (int batch = 0; batch < count; batch++)
            {
                var rows = Minibatches.Samples(kk, opts, first + batch);
                var to = _inputs[batch].Values().AsSpan((j + 1) * rows.Length, rows.Length);
                for (int i = 0; i < to.Length; i++)
                    to[i] = column[rows[i] - 1];
            }
        }
    }
}
