namespace DeepLearnPort;

/// <summary>
/// The rows of x that belong to each of an epoch's minibatches, several gathered in one pass over x: each column is read once
/// for all of them, where a minibatch alone would fetch a cache line for every number.
/// </summary>
/// <param name="x">Samples in rows.</param>
/// <param name="opts">How the set is cut into minibatches.</param>
/// <param name="bias">1: with a column of ones in front; 0: without.</param>
internal sealed class MinibatchRows(Mat x, Opts opts, int bias) : IDisposable
{
    private const int ColumnsPerTask = 16;

    private readonly Mat[] _parts = new Mat[32]; // the 20 of the article's D in one pass
    private readonly Workspace _workspace = new();

    /// <summary>The rows of a minibatch, good until some others have been asked for; those of an epoch must be asked for in order.</summary>
    /// <param name="kk">The epoch's permutation, from 1.</param>
    /// <param name="l">Which minibatch, from 0.</param>
    /// <param name="numbatches">How many the epoch has.</param>
    public Mat Get(int[] kk, int l, int numbatches)
    {
        int slot = l % _parts.Length;
        if (slot == 0)
            Gather(kk, l, Math.Min(_parts.Length, numbatches - l));
        return _parts[slot];
    }

    /// <summary>Leaves the matrices to later calls.</summary>
    public void Dispose() => _workspace.Dispose();

    private void Gather(int[] kk, int first, int count)
    {
        for (int batch = 0; batch < count; batch++)
        {
            int rows = Minibatches.Samples(kk, opts, first + batch).Length;
            _parts[batch] = _workspace.Take("rows", batch, rows, x.ColumnCount + bias);
            _parts[batch].Values().AsSpan(0, bias * rows).Fill(1);
        }
        Loop<(MinibatchRows Me, int[] Kk, int First, int Count)>.Run(x.ColumnCount, ColumnsPerTask, (this, kk, first, count),
            static (s, from, to) => s.Me.GatherColumns(s.Kk, s.First, s.Count, from, to));
    }

    private void GatherColumns(int[] kk, int first, int count, int from, int to)
    {
        for (int j = from; j < to; j++)
            for (int batch = 0; batch < count; batch++)
            {
                var rows = Minibatches.Samples(kk, opts, first + batch);
                x.GatherColumn(j, rows, _parts[batch].Values().AsSpan((j + bias) * rows.Length, rows.Length));
            }
    }
}
