using MathNet.Numerics.LinearAlgebra.Double;

namespace DeepLearnPort;

/// <summary>
/// Matrices to write results into, kept by what they are for. A public call makes one and drops it, so that its results
/// are fresh; a training loop keeps one, so that its minibatches make no garbage. One whose matrices nobody else has seen
/// is disposed of instead: the next call finds them again, where the garbage collector would give the memory back and fetch
/// it anew, page by page.
/// </summary>
internal sealed class Workspace : IDisposable
{
    // 64 MB: twice what the GAN's alternations leave.
    private static readonly SpareMatrices Spare = new(8 << 20);

    private readonly Dictionary<(string Use, int Layer), Mat> _matrices = [];

    /// <summary>The matrix kept for this use, or else one of that shape; to be written whole, for it may hold anything.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There would be more numbers than a matrix holds.</exception>
    public Mat Take(string use, int layer, int rows, int columns)
    {
        if (_matrices.TryGetValue((use, layer), out var kept) && kept.RowCount == rows && kept.ColumnCount == columns)
            return kept;
        int count = Require.Count(rows, columns, use);
        var matrix = Spare.Take(rows, columns) ?? new DenseMatrix(rows, columns, GC.AllocateUninitializedArray<double>(count));
        _matrices[(use, layer)] = matrix;
        return matrix;
    }

    /// <summary>Leaves the matrices to later calls; none of them may have got into a result.</summary>
    public void Dispose()
    {
        foreach (var matrix in _matrices.Values)
            Spare.Keep(matrix);
        _matrices.Clear();
    }
}
