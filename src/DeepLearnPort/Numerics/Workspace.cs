using System.Runtime.InteropServices;

namespace DeepLearnPort;

/// <summary>
/// Matrices to write results into, kept by what they are for. A public call makes one and drops it, so that its results
/// are fresh; a training loop keeps one, so that its minibatches make no garbage.
/// </summary>
internal sealed class Workspace
{
    private readonly Dictionary<(string Use, int Layer), Mat> _matrices = [];

    /// <summary>The matrix kept for this use, or a new one of zeros when there is none of that shape.</summary>
    public Mat Take(string use, int layer, int rows, int columns)
    {
        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(_matrices, (use, layer), out _);
        if (kept is null || kept.RowCount != rows || kept.ColumnCount != columns)
            kept = Mat.Build.Dense(rows, columns);
        return kept;
    }
}
