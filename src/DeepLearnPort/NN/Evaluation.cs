namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Rows taken through a network at once: large enough for the product to be fast, small enough for the cache.</summary>
    private const int EvaluationRows = 2000;

    /// <summary>Takes all of x through the network in testing mode, some rows at a time, so that a large set needs little memory.</summary>
    /// <param name="nn">The network, checked.</param>
    /// <param name="x">m × size[0].</param>
    /// <param name="y">m × size[^1]; null: neither error nor loss.</param>
    /// <param name="visit">Called with the first row (from 0) and the network after the pass over the next rows.</param>
    /// <param name="workspace">Where the passes write.</param>
    private static void ForEachPart(Nn nn, Mat x, Mat? y, Action<int, Nn> visit, Workspace workspace)
    {
        nn.testing = 1;
        int units = nn.Units(nn.n - 1);
        for (int first = 0; first < x.RowCount; first += EvaluationRows)
        {
            int rows = Math.Min(EvaluationRows, x.RowCount - first);
            var part_y = y is null ? null : workspace.Take("y", 0, rows, units);
            y?.CopyRows(first, rows, part_y!.Values());
            Feedforward(ref nn, part_y, workspace, (x, first, rows));
            visit(first, nn);
        }
    }

    /// <summary>Loss over the whole set, and the fraction that nntest counts as wrong.</summary>
    private static (double L, double er) Evaluate(in Nn nn, Mat x, Mat y)
    {
        double L = 0;
        int last = nn.n - 1;
        // nntest reads nn.a{end}, which is older than these passes when nn.n has been lowered
        int[] labels = nn.a.Length > nn.n ? nn.a[^1].MaxIndices() : new int[x.RowCount];
        bool predicts = nn.a.Length <= nn.n;
        using var workspace = new Workspace();
        ForEachPart(nn, x, y, (first, part) =>
        {
            L += part.L * part.e.RowCount;
            if (predicts)
                part.a[last].MaxIndices().CopyTo(labels, first);
        }, workspace);
        return (L / x.RowCount, labels.Zip(y.MaxIndices()).Count(pair => pair.First != pair.Second) / (double)x.RowCount);
    }

    /// <summary>The output of the last layer in testing mode, m × size[^1], into the columns of result from a row on.</summary>
    internal static void CopyOutput(in Nn nn, Mat x, Workspace workspace, Mat result, int firstRow) => ForEachPart(nn, x, null, (first, part) =>
    {
        var a = part.a[part.n - 1];
        Loop<(Mat A, Mat Result, int Row)>.Run(a.ColumnCount, Math.Max(1, 16384 / a.RowCount), (a, result, firstRow + first), static (s, from, to) =>
        {
            for (int j = from; j < to; j++)
                s.A.Values().AsSpan(j * s.A.RowCount, s.A.RowCount).CopyTo(s.Result.Values().AsSpan(j * s.Result.RowCount + s.Row));
        });
    }, workspace);
}
