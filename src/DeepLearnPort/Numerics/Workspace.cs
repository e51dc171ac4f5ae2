using System.Runtime.InteropServices;
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
    private const long MostSpareNumbers = 8 << 20;
    private static readonly Dictionary<(int Rows, int Columns), Stack<Mat>> Spare = [];
    private static long _spareNumbers;

    private readonly Dictionary<(string Use, int Layer), Mat> _matrices = [];

    /// <summary>The matrix kept for this use, or else one of that shape; to be written whole, for it may hold anything.</summary>
    public Mat Take(string use, int layer, int rows, int columns)
    {
        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(_matrices, (use, layer), out _);
        if (kept is null || kept.RowCount != rows || kept.ColumnCount != columns)
            kept = TakeSpare(rows, columns) ?? new DenseMatrix(rows, columns, GC.AllocateUninitializedArray<double>(rows * columns));
        return kept;
    }

    /// <summary>Leaves the matrices to later calls; none of them may have got into a result.</summary>
    public void Dispose()
    {
        lock (Spare)
            foreach (var matrix in _matrices.Values)
            {
                _spareNumbers += (long)matrix.RowCount * matrix.ColumnCount;
                if (_spareNumbers > MostSpareNumbers)
                {
                    Spare.Clear();
                    _spareNumbers = (long)matrix.RowCount * matrix.ColumnCount;
                }
                ref var stack = ref CollectionsMarshal.GetValueRefOrAddDefault(Spare, (matrix.RowCount, matrix.ColumnCount), out _);
                (stack ??= []).Push(matrix);
            }
        _matrices.Clear();
    }

    private static Mat? TakeSpare(int rows, int columns)
    {
        lock (Spare)
        {
            if (!Spare.TryGetValue((rows, columns), out var stack) || !stack.TryPop(out var matrix))
                return null;
            _spareNumbers -= (long)rows * columns;
            return matrix;
        }
    }
}
